/// One box to look for what there is: matters, files, articles of the law, receipts, and people for a purpose. It
/// finds what whoever asks may open anyway, and nothing else; what is hidden and what isn't there look the same.
/// Grounds: Personal Information Protection Law (个人信息保护法) arts. 6, 34, 51.
@NullMarked
@ApplicationModule(
        id = "search",
        displayName = "查找",
        allowedDependencies = {
            "ground",
            "orgs",
            "parameters",
            "trail",
            "access",
            "people",
            "matters",
            "evidence",
            "engine-search"
        })
package org.maplebridge.kernel.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
