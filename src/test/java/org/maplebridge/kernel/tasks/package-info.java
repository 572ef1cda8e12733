@NullMarked
package org.maplebridge.kernel.tasks;

import org.jspecify.annotations.NullMarked;
