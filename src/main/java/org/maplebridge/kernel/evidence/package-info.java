/// Files and what they prove: each by its hash, sealed under a key of its own that goes with the matter's, with where
/// it
/// comes from and who has had it in hand. Nothing that was once added is taken away; it is withdrawn, and stays.
///
/// Grounds: Administrative Penalty Law (行政处罚法) arts. 46, 47; Provisions on Evidence in Administrative Litigation
/// (最高人民法院关于行政诉讼证据若干问题的规定) arts. 10 to 15.
@NullMarked
@ApplicationModule(
        id = "evidence",
        displayName = "材料与证据",
        allowedDependencies = {"ground", "orgs", "parameters", "trail", "access", "people", "matters"})
package org.maplebridge.kernel.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
