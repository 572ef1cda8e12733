/// The texts of the law: laws, their editions, their articles, read from files and kept as they came. Says what was in
/// force on a day, where two editions differ, who cites whom, and finds the article that answers a question. It knows
/// no matter and no person; a question is kept only as one more of its day.
///
/// Grounds: texts of law are not protected (Copyright Law 著作权法 art. 5); which edition applies is told by the day
/// (Legislation Law 立法法 arts. 57, 58, 104).
@NullMarked
@ApplicationModule(
        id = "laws",
        displayName = "法规库",
        allowedDependencies = {"ground", "orgs", "parameters", "access", "people", "engine-search"})
package org.maplebridge.kernel.laws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
