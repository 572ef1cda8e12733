/// Who mediates and who stands behind them: mediators with their credentials, committees, studios of a good name, law
/// guides, stationings. What the register says counts from a day to a day; nothing is overwritten, and who wrote it is
/// kept. What a register asks for is data; what the law asks of it is here.
///
/// Grounds: People's Mediation Law (人民调解法) arts. 7 to 9, 13, 14, 16.
@NullMarked
@ApplicationModule(
        id = "rolls",
        displayName = "名册",
        allowedDependencies = {"ground", "orgs", "parameters", "trail", "access", "people", "matters"})
package org.maplebridge.kernel.rolls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
