@NullMarked
package org.maplebridge.launch;

import org.jspecify.annotations.NullMarked;
