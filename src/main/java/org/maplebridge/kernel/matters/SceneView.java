package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a scene shows on a matter's page beside what the kernel knows. The face of a scene may implement it; it is
/// asked inside a transaction with the reader's scope.
public interface SceneView {

    /// What to show of a matter.
    Shown shown(UUID matter);

    /// What a party who asks how it stands is told beside the stage, in whole sentences.
    default List<String> told(UUID matter) {
        return List.of();
    }

    /// Why this person can't make a move that their post and the stage would let them make; told before they
    /// begin. The move itself still checks.
    ///
    /// @param verb as at the wire
    default Optional<Verdict> bars(UUID matter, UUID person, String verb) {
        return Optional.empty();
    }

    /// What a scene shows.
    ///
    /// @param words what the person said, in their own words
    /// @param sections the facts the scene keeps, as people read them
    /// @param suggestions what the machine suggests; never more than advice
    record Shown(Optional<String> words, List<Section> sections, List<Suggestion> suggestions) {

        /// Nothing of the scene's own.
        public static Shown nothing() {
            return new Shown(Optional.empty(), List.of(), List.of());
        }
    }

    /// Facts under one heading.
    record Section(String title, List<Line> rows) {}

    /// One fact.
    ///
    /// @param kind how to show it: text, date, money, longText
    /// @param matter the matter that the value is the number of, if the reader sees it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(String title, String value, String kind, Optional<UUID> matter) {

        public Line(String title, String value, String kind) {
            this(title, value, kind, Optional.empty());
        }

        /// A fact in words.
        public static Line text(String title, String value) {
            return new Line(title, value, "text");
        }
    }

    /// A machine's suggestion.
    ///
    /// @param reasons why, each in one sentence
    /// @param rule the rule and its version
    /// @param points how it was counted, if it was
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Suggestion(String what, List<String> reasons, String rule, Optional<Points> points) {

        public Suggestion(String what, List<String> reasons, String rule) {
            this(what, reasons, rule, Optional.empty());
        }
    }

    /// A count by a card, to be followed and doubted factor by factor. What isn't known is said as such and gives no
    /// nought.
    ///
    /// @param most   what all that is known could have given
    /// @param colour how the band is shown
    /// @param known  how many facts of the card are known
    /// @param of     how many there are
    record Points(
            String title,
            BigDecimal points,
            BigDecimal most,
            String band,
            String colour,
            int known,
            int of,
            List<Factor> factors) {}

    /// One line of a count.
    ///
    /// @param points what it gave; absent where it isn't known, or gives no points
    /// @param most   what it could have given, where that is said
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Factor(String words, Bearing bearing, Optional<BigDecimal> points, Optional<BigDecimal> most) {}

    /// What a line of a count does: adds points, isn't known, lifts the band whatever the points are, remarks.
    enum Bearing {
        ADDS,
        UNKNOWN,
        JUMPS,
        REMARK
    }
}
