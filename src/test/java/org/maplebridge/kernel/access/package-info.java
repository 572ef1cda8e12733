@NullMarked
package org.maplebridge.kernel.access;

import org.jspecify.annotations.NullMarked;
