package org.maplebridge.scenes.gradings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.scores.Card;
import org.maplebridge.kernel.scores.Known;
import org.maplebridge.kernel.scores.Scored.Effect;
import org.maplebridge.scenes.gradings.Grading.Found;
import org.maplebridge.scenes.gradings.Grading.Grade;

/// Factors against the card: points for what is known, and a grade only where nothing unknown could change it.
final class GradingsCard {

    static final String NAME = "gradings.grade";

    private GradingsCard() {}

    /// What the card makes of them.
    ///
    /// @param points by factor, in the order given
    /// @param outOf  what the known ones could have given
    /// @param open   what the unknown ones could still give
    record Result(List<Points> parts, BigDecimal points, int outOf, int open, Optional<Grade> suggested) {}

    record Points(BigDecimal points, int worth) {}

    static Result result(Card card, List<Found> found, Function<String, Parameter> numbers) {
        var known = Known.nothing();
        for (var each : found) {
            known = each.share().isPresent()
                    ? known.share(each.factor().name(), each.share().get(), each.words())
                    : known;
        }
        var scored = card.score(known, numbers);
        var parts = new ArrayList<Points>();
        int outOf = 0;
        int open = 0;
        for (var each : found) {
            var name = each.factor().name();
            int worth = numbers.apply(card.factors().stream()
                            .filter(factor -> factor.name().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .points())
                    .whole();
            var points = scored.reasons().stream()
                    .filter(reason -> reason.effect() == Effect.ADDS
                            && reason.factor().filter(name::equals).isPresent())
                    .map(reason -> reason.points())
                    .findFirst()
                    .orElse(BigDecimal.ZERO);
            parts.add(new Points(points, worth));
            if (each.share().isPresent()) {
                outOf += worth;
            } else {
                open += worth;
            }
        }
        var low = band(card, scored.points(), numbers);
        var high = band(card, scored.points().add(BigDecimal.valueOf(open)), numbers);
        return new Result(parts, scored.points(), outOf, open, low == high ? Optional.of(low) : Optional.empty());
    }

    private static Grade band(Card card, BigDecimal points, Function<String, Parameter> numbers) {
        var reached = card.steps().getFirst().band();
        for (var step : card.steps()) {
            var from = step.from().map(name -> numbers.apply(name).decimal()).orElse(BigDecimal.ZERO);
            reached = points.compareTo(from) >= 0 ? step.band() : reached;
        }
        return Grade.valueOf(reached.name());
    }
}
