package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a scene shows on a matter's page beside what the kernel knows. The face of a scene may implement it; it is
/// asked inside a transaction with the reader's scope.
public interface SceneView {

    /// What the person said, in their own words.
    Optional<String> words(UUID matter);

    /// The facts the scene keeps, as people read them.
    List<Section> sections(UUID matter);

    /// What the machine suggests; never more than advice.
    default List<Suggestion> suggestions(UUID matter) {
        return List.of();
    }

    /// Facts under one heading.
    record Section(String title, List<Line> rows) {}

    /// One fact.
    ///
    /// @param kind how to show it: text, date, money, longText
    record Line(String title, String value, String kind) {

        /// A fact in words.
        public static Line text(String title, String value) {
            return new Line(title, value, "text");
        }
    }

    /// A machine's suggestion.
    ///
    /// @param reasons why, each in one sentence
    /// @param rule the rule and its version
    record Suggestion(String what, List<String> reasons, String rule) {}
}
