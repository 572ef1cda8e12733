/// 当事人请求: what people ask for about the information kept of them and those who handle their matters: a correction, a
/// copy, deletion, an objection to a look, that somebody keeps out. It stays in the secrecy domain of the matter it is
/// about.
///
/// Grounds: Personal Information Protection Law (个人信息保护法) arts. 44 to 47, 50; GB/T 35273—2020, 8.7.
@NullMarked
@ApplicationModule(
        id = "requests",
        displayName = "当事人请求",
        allowedDependencies = {"ground", "orgs", "parameters", "access", "people", "matters"})
package org.maplebridge.scenes.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
