/// 双人审批: what nobody may do alone. Somebody asks, somebody else decides, the system carries it out and the trail
/// keeps all three: destroying what was said, merging and splitting persons, matching somebody across secrecy domains,
/// opening a matter to somebody in an emergency.
///
/// Grounds: Personal Information Protection Law (个人信息保护法) arts. 6, 28, 34, 47, 51; Archives Law (档案法) art. 31 for what
/// must not be destroyed. Where no law gives a number, it is a local default and says so.
@NullMarked
@ApplicationModule(
        id = "orders",
        displayName = "双人审批",
        allowedDependencies = {"ground", "orgs", "parameters", "access", "people", "matters"})
package org.maplebridge.scenes.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
