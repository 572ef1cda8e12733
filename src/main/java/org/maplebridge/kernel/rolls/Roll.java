package org.maplebridge.kernel.rolls;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A register as the data file describes it: what it is called and what each line of it says.
///
/// @param one     what a line of it is called
/// @param of      the register whose lines these are parts of
/// @param named   what the name of a line is called; empty where it has none of its own
/// @param ends    what its last day is called; empty where it is of one day
/// @param single  whether one at a time counts: a new one ends the one before
/// @param unique  whether no two of one name count at a time
/// @param placed  whether a line says a place of its own, and is called by it
record Roll(
        String name,
        String title,
        String one,
        Optional<String> of,
        Optional<String> about,
        Optional<String> article,
        Optional<String> named,
        String begins,
        Optional<String> ends,
        boolean single,
        boolean unique,
        boolean placed,
        List<Field> fields) {

    /// Something a line says.
    ///
    /// @param kind    as forms name it, such as `text`; `line` is a line of the register `roll`
    /// @param choices titles by name
    record Field(
            String name,
            String title,
            String kind,
            boolean optional,
            Map<String, String> choices,
            Optional<String> roll,
            Optional<String> why,
            Optional<String> example,
            Optional<String> unit,
            int least,
            int most) {}

    /// Whether it lasts one day only.
    boolean moment() {
        return ends.isEmpty();
    }

    Optional<Field> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }
}
