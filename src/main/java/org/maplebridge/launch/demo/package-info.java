/// The demo county: one real county of the national code list with plainly made-up offices and people, so that a
/// newcomer can sign in at once.
@NullMarked
package org.maplebridge.launch.demo;

import org.jspecify.annotations.NullMarked;
