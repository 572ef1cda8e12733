@NullMarked
package org.maplebridge.kernel.imports;

import org.jspecify.annotations.NullMarked;
