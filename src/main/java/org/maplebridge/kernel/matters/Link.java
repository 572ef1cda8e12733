package org.maplebridge.kernel.matters;

import java.util.UUID;

/// That two matters have to do with one another.
///
/// @param no its place among the links, from 1
/// @param blocking whether the other one must end first
public record Link(int no, Kind kind, UUID other, boolean blocking) {

    /// How they have to do with one another.
    public enum Kind {
        PARENT("上级事项"),
        CHILD("下级事项"),
        LINKED("有关"),
        MERGED_INTO("并入"),
        ABSORBED("并入了它");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /// The Chinese title.
        public String title() {
            return title;
        }
    }
}
