@NullMarked
package org.maplebridge.kernel.orgs;

import org.jspecify.annotations.NullMarked;
