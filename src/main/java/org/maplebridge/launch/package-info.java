/// How the program is started: the data folder, PostgreSQL inside it, the database roles, the verbs of
/// `./maplebridge`. Nothing else of ours may depend on this package.
@NullMarked
package org.maplebridge.launch;

import org.jspecify.annotations.NullMarked;
