@NullMarked
package org.maplebridge.kernel.alerts;

import org.jspecify.annotations.NullMarked;
