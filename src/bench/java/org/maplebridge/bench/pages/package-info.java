/// How fast pages stand before a person on a slow machine.
@NullMarked
package org.maplebridge.bench.pages;

import org.jspecify.annotations.NullMarked;
