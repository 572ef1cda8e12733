@NullMarked
package org.maplebridge.scenes.disputes;

import org.jspecify.annotations.NullMarked;
