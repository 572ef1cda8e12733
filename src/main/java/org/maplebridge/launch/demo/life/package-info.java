/// The past of the demo county: weeks of made-up disputes, lived day by day before a new demo folder is called ready.
/// All chance comes from one seed, so that the same seed gives the same county.
@NullMarked
package org.maplebridge.launch.demo.life;

import org.jspecify.annotations.NullMarked;
