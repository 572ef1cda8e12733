package org.maplebridge.kernel.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.orgs.Directory;

/// A form of file that a scene can read. The scene offers a bean; `./maplebridge import NAME FILE` finds it by name.
///
/// The file is UTF-8, one row a line, cells divided by tabs, the first line naming the columns.
public interface Source {

    /// The word at the command line, and what tells its numbers from those of other sources.
    String name();

    /// What it brings, in Chinese.
    String title();

    /// The scene that takes it in.
    String scene();

    /// The columns in their order.
    List<String> columns();

    /// Makes of a line what the scene's opening asks for. Must not fail, whatever stands in the cells.
    ///
    /// @param cells as many as there are columns, without control characters
    /// @param now nothing has happened after it
    Row read(List<String> cells, Directory offices, Instant now);

    /// The column that a field of the opening was read from.
    default String column(String field) {
        return field;
    }

    /// The column of the number by which a line is known again.
    default String numberColumn() {
        return columns().getFirst();
    }

    /// Why a line whose number stood in an earlier one is not taken, in Chinese.
    default String twice(int line) {
        return "编号与第 " + line + " 行相同，只收前面那一行。";
    }

    /// The same with what a file says of names of places: name and area path. Empty where lines name no places.
    default Optional<Source> placing(Map<String, String> places) {
        return Optional.empty();
    }

    /// A line as read.
    sealed interface Row {

        /// Can be opened.
        ///
        /// @param external the number the source gives it
        /// @param said the body of the scene's opening
        /// @param unplaced the name of a place for which no area is known; the line is taken all the same
        /// @param ended what the source says became of it, where it had ended before it came here
        record Ready(String external, Map<String, Object> said, Optional<String> unplaced, Optional<String> ended)
                implements Row {

            /// Of a line that is still to be done.
            public Ready(String external, Map<String, Object> said, Optional<String> unplaced) {
                this(external, said, unplaced, Optional.empty());
            }

            /// Of a line that names no place, or one that is known.
            public Ready(String external, Map<String, Object> said) {
                this(external, said, Optional.empty());
            }

            public Ready {
                said = Map.copyOf(said);
            }
        }

        /// Can't be taken.
        ///
        /// @param external the number the source gives it, or nothing if it can't be read
        /// @param faults column and reason in Chinese
        record Faulty(String external, List<Problem.Field> faults) implements Row {

            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }
}
