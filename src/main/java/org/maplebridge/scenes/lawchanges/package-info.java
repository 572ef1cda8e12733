/// 法规修订核对: a new edition of a law that the program cites. Every parameter, list, paper and word of the code that
/// cites an article which reads otherwise is a line, and so are the limits that run by such an article; the legal
/// officer looks through them, with both texts, and says of each what became of it. Two people settle what was left as
/// it is in running limits.
///
/// Grounds: an edition holds from its day on and doesn't reach back (Legislation Law 立法法 arts. 57, 104); who looks
/// through what a locality has made of it, and by when, no law says: every number here is a local default and says so.
@NullMarked
@ApplicationModule(
        id = "lawchanges",
        displayName = "法规修订核对",
        allowedDependencies = {"ground", "orgs", "parameters", "access", "people", "matters", "laws"})
package org.maplebridge.scenes.lawchanges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
