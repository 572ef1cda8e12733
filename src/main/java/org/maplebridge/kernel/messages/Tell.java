package org.maplebridge.kernel.messages;

import java.util.List;

/// Who is told what when something has happened.
///
/// @param after verbs; `end` for whatever ends a matter
/// @param to `office`, `first` (the first party), `parties` (each of them), or the role of a party
/// @param byParty only where a party did it
/// @param urgent also at night
record Tell(List<String> after, String to, String text, boolean byParty, boolean urgent) {

    static final String OFFICE = "office";
    static final String FIRST = "first";
    static final String PARTIES = "parties";
    static final String END = "end";

    boolean toOffice() {
        return to.equals(OFFICE);
    }
}
