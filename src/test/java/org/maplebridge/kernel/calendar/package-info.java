@NullMarked
package org.maplebridge.kernel.calendar;

import org.jspecify.annotations.NullMarked;
