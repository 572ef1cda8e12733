package org.maplebridge.scenes.disputes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.scores.Known;
import org.maplebridge.kernel.scores.Scored;
import org.maplebridge.scenes.disputes.Choices.Danger;
import org.maplebridge.scenes.disputes.Choices.Ending;
import org.maplebridge.scenes.disputes.Choices.Result;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Colour;

/// What the scene keeps of one dispute.
///
/// @param routeReason why it went to its office
/// @param ending how it came out, once it is over
record Dispute(
        Told told,
        Sides sides,
        Flags flags,
        Extent extent,
        Judged judged,
        Optional<String> routeReason,
        Optional<Ending> ending) {

    /// What was said, and under which category it stands.
    ///
    /// @param categorySaid whether a person chose it; if not, the rule of words did
    record Told(String words, Optional<String> place, Category category, boolean categorySaid) {}

    /// Who is known by name.
    record Sides(boolean anonymous, boolean applicantKnown, boolean respondentKnown) {}

    /// What people have found out; empty until somebody has looked.
    record Flags(
            Optional<Boolean> vulnerable,
            Optional<Boolean> threat,
            Optional<Boolean> injury,
            Optional<Boolean> violence,
            Optional<Boolean> harassment,
            boolean policeInformed) {

        static final Flags UNKNOWN = new Flags(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

        Flags raised(Danger danger, boolean informed) {
            var yes = Optional.of(true);
            boolean told = policeInformed || informed;
            return switch (danger) {
                case VIOLENCE -> new Flags(vulnerable, threat, injury, yes, harassment, told);
                case HARASSMENT -> new Flags(vulnerable, threat, injury, violence, yes, told);
                case THREAT -> new Flags(vulnerable, yes, injury, violence, harassment, told);
                case INJURY -> new Flags(vulnerable, threat, yes, violence, harassment, told);
            };
        }

        /// Whether there is a danger that may be a case for the police, and nobody has told them.
        boolean unreported() {
            boolean danger =
                    threat.orElse(false) || injury.orElse(false) || violence.orElse(false) || harassment.orElse(false);
            return danger && !policeInformed;
        }

        /// The police were told.
        Flags told() {
            return new Flags(vulnerable, threat, injury, violence, harassment, true);
        }

        /// The police have looked: nobody is in danger now. An injury stays what it is.
        Flags cleared() {
            var no = Optional.of(false);
            return new Flags(vulnerable, no, injury, no, no, true);
        }
    }

    /// How large it is.
    record Extent(Optional<Integer> people, Optional<BigDecimal> amount) {

        static final Extent UNKNOWN = new Extent(Optional.empty(), Optional.empty());
    }

    /// What rules made of it.
    ///
    /// @param intensity empty as long as too little is known
    /// @param hints dangers the words speak of
    /// @param count the card's count behind it; empty as long as nobody looked, or where it was not kept yet
    /// @param raised the colour somebody last decided for, where it was above what was suggested
    record Judged(
            Optional<Integer> intensity,
            Colour colour,
            List<String> reasons,
            DisputesClassifier.Suggestion suggestion,
            List<String> hints,
            Optional<Scored> count,
            Optional<Colour> raised) {}

    /// A written or oral agreement.
    ///
    /// @param status whether it settles who somebody is to somebody, or who owns what
    record Agreement(
            Choices.AgreementForm form,
            String facts,
            String duties,
            String content,
            String way,
            LocalDate performBy,
            LocalDate effective,
            boolean status) {}

    record Confirmation(Choices.ConfirmChoice choice, Optional<LocalDate> appliedOn, Optional<String> court) {}

    record Performance(LocalDate day, Result result, Optional<BigDecimal> amount, Optional<String> note) {}

    /// What a party thinks, or why nobody was asked.
    record Evaluation(
            Optional<Choices.Grade> grade,
            Optional<String> words,
            Optional<Choices.Channel> channel,
            Optional<Choices.ExemptReason> exempt,
            Optional<String> exemptNote) {}

    Known known() {
        return DisputesRulesOfIntensity.known(flags, extent);
    }

    Dispute with(Told changed) {
        return new Dispute(changed, sides, flags, extent, judged, routeReason, ending);
    }

    Dispute with(Sides changed) {
        return new Dispute(told, changed, flags, extent, judged, routeReason, ending);
    }

    Dispute with(Flags changed) {
        return new Dispute(told, sides, changed, extent, judged, routeReason, ending);
    }

    Dispute with(Extent changed) {
        return new Dispute(told, sides, flags, changed, judged, routeReason, ending);
    }

    /// What the card makes of it, and the colour it has: the suggested one, or a higher one that a person decided for.
    Dispute judged(Scored found, Colour colour) {
        var anew = new Judged(
                Optional.of(found.whole()),
                colour,
                found.words(),
                judged.suggestion(),
                judged.hints(),
                Optional.of(found),
                judged.raised());
        return new Dispute(told, sides, flags, extent, anew, routeReason, ending);
    }

    Dispute routed(String reason) {
        return new Dispute(told, sides, flags, extent, judged, Optional.of(reason), ending);
    }

    Dispute ended(Optional<Ending> how) {
        return new Dispute(told, sides, flags, extent, judged, routeReason, how);
    }
}
