package org.maplebridge.kernel.people;

import java.util.Set;

/// Why somebody may see more than the mask.
///
/// @param article where the law allows it
/// @param fields what may be seen for it
/// @param note whether the case has to be told in words
/// @param supervisors whether it is for those who supervise, and only them
public record Purpose(String code, String title, String article, Set<Field> fields, boolean note, boolean supervisors) {

    /// What is masked until a purpose is named.
    public enum Field {
        NAME("姓名"),
        PHONE("电话"),
        NUMBER("证件号码"),
        ADDRESS("地址");

        private final String title;

        Field(String title) {
            this.title = title;
        }

        /// As people call it.
        public String title() {
            return title;
        }
    }

    public Purpose {
        fields = Set.copyOf(fields);
    }
}
