/// Measurements, run by `./maplebridge bench NAME`; not part of the product.
@NullMarked
package org.maplebridge.bench;

import org.jspecify.annotations.NullMarked;
