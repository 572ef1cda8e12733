package org.maplebridge.kernel.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Something that was found.
///
/// @param title what it is called
/// @param about one line about it
/// @param matter the matter it is, or belongs to
/// @param file its place among the files of that matter
/// @param parameter the number that cites the article
/// @param scene the kind of matter that number is for
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Hit(
        String title,
        String about,
        Optional<UUID> matter,
        Optional<Integer> file,
        Optional<String> parameter,
        Optional<String> scene) {

    static Hit ofMatter(UUID matter, String title, String about) {
        return new Hit(title, about, Optional.of(matter), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Hit ofFile(UUID matter, int file, String title, String about) {
        return new Hit(title, about, Optional.of(matter), Optional.of(file), Optional.empty(), Optional.empty());
    }

    static Hit ofLaw(String parameter, Optional<String> scene, String title, String about) {
        return new Hit(title, about, Optional.empty(), Optional.empty(), Optional.of(parameter), scene);
    }

    /// What kind of thing was found.
    enum Kind {
        MATTER("事项"),
        FILE("材料"),
        LAW("法条"),
        RECEIPT("回执");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /// The hits of one kind.
    ///
    /// @param more whether there are more than are shown
    record Group(Kind kind, String title, List<Hit> hits, boolean more) {

        static Group cut(Kind kind, List<Hit> found, int most) {
            return new Group(kind, kind.title(), found.stream().limit(most).toList(), found.size() > most);
        }
    }
}
