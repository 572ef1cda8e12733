@NullMarked
package org.maplebridge;

import org.jspecify.annotations.NullMarked;
