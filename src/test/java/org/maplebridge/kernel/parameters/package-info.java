@NullMarked
package org.maplebridge.kernel.parameters;

import org.jspecify.annotations.NullMarked;
