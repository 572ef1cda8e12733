package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Transactions;

/// What becomes of an act. Every verdict but [Moved] rolls everything back.
public sealed interface Verdict extends Transactions.RollsBack
        permits Moved, Verdict.NotYours, Verdict.NotFromHere, Verdict.Stale, Verdict.Invalid, Verdict.Blocked {

    /// Not for this actor.
    ///
    /// @param why in Chinese, with who may
    /// @param rule the rule that says so, where it is one of its own
    record NotYours(String why, Optional<String> rule) implements Verdict {

        public NotYours(String why) {
            this(why, Optional.empty());
        }
    }

    /// Not from this stage.
    record NotFromHere(String why) implements Verdict {}

    /// Somebody was faster.
    ///
    /// @param version the version now
    record Stale(int version) implements Verdict {}

    /// What was said can't be taken.
    record Invalid(List<Problem.Field> fields, Optional<String> rule, Optional<String> article) implements Verdict {}

    /// Something must be done first.
    ///
    /// @param why in Chinese
    /// @param by what may stand in the way, if it is matters
    /// @param next what to do first, in Chinese
    record Blocked(String why, Optional<String> rule, Optional<String> article, List<UUID> by, Optional<String> next)
            implements Verdict {

        /// With a word on what to do first.
        Blocked next(String words) {
            return new Blocked(why, rule, article, by, Optional.of(words));
        }
    }

    @Override
    default boolean rollsBack() {
        return !(this instanceof Moved);
    }

    /// The move is made.
    static Moved moved() {
        return new Moved();
    }

    /// A field can't be taken, by the scene's own rule.
    static Verdict invalid(String field, String message, String rule) {
        return new Invalid(List.of(new Problem.Field(field, message)), Optional.of(rule), Optional.empty());
    }

    /// A field can't be taken, because an article says so.
    static Verdict invalid(String field, String message, String rule, String article) {
        return new Invalid(List.of(new Problem.Field(field, message)), Optional.of(rule), Optional.of(article));
    }

    /// A rule stands in the way.
    static Verdict blocked(String why, String rule, String article) {
        return new Blocked(why, Optional.of(rule), Optional.of(article), List.of(), Optional.empty());
    }
}
