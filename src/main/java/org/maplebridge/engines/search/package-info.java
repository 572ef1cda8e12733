/// Finds the articles of the law that answer a question in anybody's words. It knows provisions and words; it knows no
/// matter, no person, and keeps no question.
@NullMarked
@ApplicationModule(
        id = "engine-search",
        displayName = "法条检索",
        allowedDependencies = {})
package org.maplebridge.engines.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
