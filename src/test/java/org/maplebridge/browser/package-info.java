/// The pages in a real browser, against the whole application.
@NullMarked
package org.maplebridge.browser;

import org.jspecify.annotations.NullMarked;
