package org.maplebridge.kernel.orgs;

import java.time.LocalDate;
import java.util.Optional;

/// Who sits at a post on a day.
///
/// @param standsIn whether they stand in for its holder
/// @param awayUntil the last day they are away, where they are away that day
public record Holder(Staff staff, boolean standsIn, Optional<LocalDate> awayUntil) {

    /// Whether they are there.
    public boolean present() {
        return awayUntil.isEmpty();
    }

    /// As pick lists name them.
    public String shown() {
        return staff.name()
                + (standsIn ? "（代）" : "")
                + awayUntil
                        .map(day -> "（" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日为止不在岗）")
                        .orElse("");
    }
}
