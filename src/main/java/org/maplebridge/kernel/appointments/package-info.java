/// When people meet about a matter, and where: sessions, visits, hearings, who was summoned and how, who came and who
/// stayed away; the rooms of an office, who is on duty, who is away. A room or a host is taken once at a time. That
/// somebody stayed away is told as it was, and never made into a mark of theirs.
///
/// Grounds: People's Mediation Law (人民调解法) arts. 17, 20, 22, 27, 28.
@NullMarked
@ApplicationModule(
        id = "appointments",
        displayName = "会面与值班",
        allowedDependencies = {"ground", "calendar", "orgs", "parameters", "trail", "access", "people", "matters"})
package org.maplebridge.kernel.appointments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
