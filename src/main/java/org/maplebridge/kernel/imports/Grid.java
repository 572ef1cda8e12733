package org.maplebridge.kernel.imports;

import java.util.List;
import org.maplebridge.kernel.ground.Hash;

/// A file of tables as somebody filled them in, before anybody says what a column means.
///
/// @param name of the file, without its folder
/// @param digest SM3 of its bytes
record Grid(String name, Hash digest, List<Sheet> sheets) {

    /// One sheet; a file of plain text has one.
    ///
    /// @param hidden whether its author has hidden it
    record Sheet(String name, boolean hidden, List<Line> lines) {}

    /// A line in which something stands.
    ///
    /// @param no as the program shows it, the first being 1
    record Line(int no, List<Cell> cells) {

        Cell cell(int at) {
            return at >= 0 && at < cells.size() ? cells.get(at) : Cell.EMPTY;
        }

        /// How many cells hold something.
        long filled() {
            return cells.stream().filter(cell -> !cell.text().isEmpty()).count();
        }
    }

    /// What stands in a cell, as text; a day as `2019-02-28`, a number without an exponent.
    record Cell(String text, Flaw flaw) {

        static final Cell EMPTY = new Cell("", Flaw.NONE);

        static Cell of(String text) {
            return text.isEmpty() ? EMPTY : new Cell(text, Flaw.NONE);
        }
    }

    /// What has become of a value before it reached us.
    enum Flaw {
        NONE,
        /// A long number that was kept as a number: its last digits are gone.
        LOSSY,
        /// A formula that came to nothing.
        ERROR
    }
}
