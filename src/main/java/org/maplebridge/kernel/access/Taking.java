package org.maplebridge.kernel.access;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// That somebody took a list out as a table, or looked for people.
///
/// @param what which list, or by what it was looked for
/// @param filters in words; never what was searched for
/// @param columns their titles; empty where the table is always the same
/// @param purpose its title, where one was asked for
/// @param rows how many rows were sent, or people found; empty while it is being sent, or where sending broke off
/// @param own whether whoever reads it did it themselves
public record Taking(
        UUID id,
        OffsetDateTime at,
        String who,
        String office,
        Kind kind,
        String kindTitle,
        String what,
        String filters,
        List<String> columns,
        Optional<String> purpose,
        Optional<Integer> rows,
        boolean own) {

    /// Which of the two.
    public enum Kind {
        BOOK("导出"),
        SEARCH("找人");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /// As people call it.
        public String title() {
            return title;
        }
    }
}
