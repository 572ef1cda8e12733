@NullMarked
package org.maplebridge.launch.demo;

import org.jspecify.annotations.NullMarked;
