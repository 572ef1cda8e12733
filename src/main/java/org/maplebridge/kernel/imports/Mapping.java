package org.maplebridge.kernel.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which column of a register is which field of a scene's opening, and what its words stand for.
///
/// @param scene which takes the lines in
/// @param sheet the name of the sheet
/// @param header the number of the last line of headings
/// @param headerLines how many lines the headings take
/// @param columns field to heading
/// @param fixed field to what holds for every line, as one would write it in a cell
/// @param values field to what stands in the cells to the code of the choice; an empty code leaves the field out
/// @param places what stands in the cells to the path of the area
/// @param number the heading of the register's own number, by which a line is known again; empty if it has none
/// @param claims headings of what the register says became of it; kept as said
/// @param way whether lines are still to be done
/// @param skipLikely whether lines that are likely there already are left out
record Mapping(
        String scene,
        String sheet,
        int header,
        int headerLines,
        Map<String, String> columns,
        Map<String, String> fixed,
        Map<String, Map<String, String>> values,
        Map<String, String> places,
        Optional<String> number,
        List<String> claims,
        Way way,
        boolean skipLikely) {

    /// Says nothing yet.
    static final Mapping NOTHING = new Mapping(
            "", "", 0, 1, Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty(), List.of(), Way.BACKLOG, false);

    /// What becomes of a line.
    enum Way {
        /// It is still to be done: its limits begin day by day.
        BACKLOG,
        /// It was ended before there was this system: it comes in ended, without limits, and counts as nobody's work.
        ENDED
    }

    Mapping {
        scene = or(scene, "");
        sheet = or(sheet, "");
        headerLines = Math.clamp(headerLines, 1, 3);
        columns = Map.copyOf(or(columns, Map.of()));
        fixed = Map.copyOf(or(fixed, Map.of()));
        values = Map.copyOf(or(values, Map.of()));
        places = Map.copyOf(or(places, Map.of()));
        number = or(number, Optional.empty());
        claims = List.copyOf(or(claims, List.of()));
        way = or(way, Way.BACKLOG);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /// The same for another sheet, with these columns.
    Mapping at(String otherSheet, int line, int lines) {
        return new Mapping(
                scene, otherSheet, line, lines, columns, fixed, values, places, number, claims, way, skipLikely);
    }
}
