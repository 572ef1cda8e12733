package org.maplebridge.kernel.scores;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.maplebridge.kernel.parameters.Parameter;

/// A card of points. Knowing more of what counts never lowers the points or the band: no factor takes anything off.
///
/// @param most   more points than this are this many
/// @param sum    what the points of all factors have to add up to, if the card says so
/// @param steps  the bands from the lowest to the highest
/// @param gap    the band of what can't be told because facts are missing
public record Card(
        String name,
        String title,
        int version,
        int most,
        Optional<Integer> sum,
        List<Factor> factors,
        List<Jump> jumps,
        List<Step> steps,
        Gap gap) {

    public Card {
        factors = List.copyOf(factors);
        jumps = List.copyOf(jumps);
        steps = List.copyOf(steps);
    }

    /// What points are given for.
    ///
    /// @param fact   the name of the fact it looks at, usually its own
    /// @param why    in words; `{from}` stands for the threshold
    /// @param points the parameter
    /// @param from   the parameter that says from which number on
    /// @param graded whether a share of the points is given
    public record Factor(String name, String fact, String why, String points, Optional<String> from, boolean graded) {

        Known.Kind kind() {
            return graded ? Known.Kind.SHARE : from.isPresent() ? Known.Kind.NUMBER : Known.Kind.TRUTH;
        }
    }

    /// What lifts to a band whatever the points are.
    ///
    /// @param then what it does, in words
    /// @param firm whether nobody goes below by hand while the fact stands
    public record Jump(String fact, Optional<String> from, Band to, String why, String then, boolean firm) {

        Known.Kind kind() {
            return from.isPresent() ? Known.Kind.NUMBER : Known.Kind.TRUTH;
        }
    }

    /// A band and the parameter that says from how many points on; the lowest has none.
    public record Step(Band band, Optional<String> from) {}

    /// @param anywhere whether any missing fact leaves the band untold; else only what would be in the lowest
    public record Gap(Band band, boolean anywhere) {}

    /// The card and its version, as it is shown beside a score.
    public String edition() {
        return title + " 第 " + version + " 版";
    }

    /// Counts.
    ///
    /// @param numbers the parameters as in force where and when it counts
    public Scored score(Known known, Function<String, Parameter> numbers) {
        return new Count(this, known, numbers).scored();
    }

    /// Why a person can't decide for this band, in Chinese. Whoever decides otherwise than the card suggests says why;
    /// nobody decides that something can't be told, or below what a fact demands.
    public Optional<String> refusal(Scored suggested, Band chosen, Optional<String> why) {
        if (rank(chosen) < 0) {
            return Optional.of("“" + chosen.title() + "”不是可以定的等次：数据不足的，先补数据。");
        }
        if (suggested.least().filter(least -> rank(chosen) < rank(least)).isPresent()) {
            return Optional.of(
                    "情况没有解除以前，不能低于“" + suggested.least().orElseThrow().title() + "”。");
        }
        return !chosen.equals(suggested.band())
                        && why.filter(words -> !words.isBlank()).isEmpty()
                ? Optional.of("与建议的“" + suggested.band().title() + "”不同，请写明理由。")
                : Optional.empty();
    }

    /// The higher of two bands; what can't be told is lower than any.
    public Band higher(Band one, Band other) {
        return rank(one) >= rank(other) ? one : other;
    }

    /// The band of this name.
    ///
    /// @throws IllegalArgumentException if the card has none
    public Band band(String name) {
        return steps.stream()
                .map(Step::band)
                .filter(band -> band.name().equals(name))
                .findFirst()
                .or(() -> Optional.of(gap.band()).filter(band -> band.name().equals(name)))
                .orElseThrow(() -> new IllegalArgumentException(this.name + " has no band " + name));
    }

    /// From 0 for the lowest; -1 for what can't be told.
    int rank(Band band) {
        return steps.stream().map(Step::band).toList().indexOf(band);
    }

    /// What the card asks for, by name, in its order.
    Map<String, Known.Kind> facts() {
        var all = new LinkedHashMap<String, Known.Kind>();
        factors.forEach(factor -> all.putIfAbsent(factor.fact(), factor.kind()));
        jumps.forEach(jump -> all.putIfAbsent(jump.fact(), jump.kind()));
        return all;
    }

    static String filled(String why, Optional<BigDecimal> from) {
        return from.map(number -> why.replace("{from}", number.toPlainString())).orElse(why);
    }
}
