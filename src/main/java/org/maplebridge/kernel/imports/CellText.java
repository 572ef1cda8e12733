package org.maplebridge.kernel.imports;

import java.util.regex.Pattern;
import org.maplebridge.kernel.ground.Words;

/// The text of a cell, cleaned of what spreadsheets put there.
final class CellText {

    /// How a spreadsheet writes a long number that it has rounded.
    private static final Pattern ROUNDED = Pattern.compile("[1-9](\\.\\d+)?[eE]\\+?(1[0-9]|2[0-9])");

    private static final Pattern BLANKS = Pattern.compile("[\\u00A0\\u3000\\u2000-\\u200B\\uFEFF]");

    private CellText() {}

    /// Hard blanks become plain ones, a text that is a rounded number is known as such.
    static Grid.Cell of(String text) {
        var kept = Words.kept(BLANKS.matcher(text.replace("_x000D_", "")).replaceAll(" "));
        var flaw = ROUNDED.matcher(kept).matches() ? Grid.Flaw.LOSSY : Grid.Flaw.NONE;
        return kept.isEmpty() ? Grid.Cell.EMPTY : new Grid.Cell(kept, flaw);
    }
}
