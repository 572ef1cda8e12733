package org.maplebridge.kernel.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.scores.Scored.Effect;

/// What a card makes of facts: points with their reasons, and a band that a gap can't make harmless.
class CardTest {

    private static final Paper PAPER = new Paper(Paper.RISK);
    private static final Card RISK = PAPER.card();

    /// Facts as found out, each known or not.
    record Found(
            Optional<Boolean> threat, Optional<Boolean> hurt, Optional<Boolean> violence, Optional<Integer> people) {

        Known known() {
            return known(List.of(0, 1, 2, 3));
        }

        Known known(List<Integer> order) {
            var all = Known.nothing();
            for (int at : order) {
                all = switch (at) {
                    case 0 -> all.truth("threat", threat);
                    case 1 -> all.truth("hurt", hurt);
                    case 2 -> all.truth("violence", violence);
                    default -> all.number("people", people.map(BigDecimal::valueOf));
                };
            }
            return all;
        }
    }

    @Provide
    static Arbitrary<Found> found() {
        var truth = Arbitraries.of(Optional.<Boolean>empty(), Optional.of(false), Optional.of(true));
        var people = Arbitraries.integers().between(1, 15).optional();
        return Combinators.combine(truth, truth, truth, people).as(Found::new);
    }

    private static Scored scored(Known known) {
        return RISK.score(known, PAPER.numbers());
    }

    /// The same, with one more bad fact or more people.
    private static Found worse(Found found, int which) {
        var yes = Optional.of(true);
        return switch (which) {
            case 0 -> new Found(yes, found.hurt(), found.violence(), found.people());
            case 1 -> new Found(found.threat(), yes, found.violence(), found.people());
            case 2 -> new Found(found.threat(), found.hurt(), yes, found.people());
            default ->
                new Found(
                        found.threat(),
                        found.hurt(),
                        found.violence(),
                        Optional.of(found.people().orElse(0) + 5));
        };
    }

    @Property
    void knowingMoreBadFactsNeverLowers(@ForAll("found") Found found, @ForAll Random random) {
        var before = scored(found.known());
        var after = scored(worse(found, random.nextInt(4)).known());
        assertThat(after.points()).isGreaterThanOrEqualTo(before.points());
        assertThat(RISK.rank(after.band())).isGreaterThanOrEqualTo(RISK.rank(before.band()));
    }

    @Property
    void theOrderOfFactsDoesNotMatter(@ForAll("found") Found found, @ForAll Random random) {
        var order = new java.util.ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(order, random);
        assertThat(scored(found.known(order))).isEqualTo(scored(found.known()));
    }

    @Property
    void everyScoreHasReasonsThatAddUp(@ForAll("found") Found found) {
        var scored = scored(found.known());
        assertThat(scored.words()).isNotEmpty().allMatch(words -> !words.isBlank());
        var sum = scored.reasons().stream().map(Scored.Reason::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(scored.points()).isEqualByComparingTo(sum.min(BigDecimal.valueOf(RISK.most())));
        assertThat(scored.known()
                        + scored.reasons().stream()
                                .filter(reason -> reason.effect() == Effect.UNKNOWN)
                                .count())
                .isEqualTo(scored.of());
    }

    @Property
    void aGapIsNeverHarmlessAndNeverTheWorst(@ForAll("found") Found found) {
        var scored = scored(found.known());
        if (scored.known() < scored.of()) {
            assertThat(scored.band().name()).isNotEqualTo("LOW");
        }
        if (scored.known() == 0) {
            assertThat(scored.band().name()).isEqualTo("OPEN");
        }
    }

    @Test
    void partsOfTheFullPointsAreGivenWithTheirReason() {
        var paper = new Paper(Paper.GRADE);
        var card = paper.card();
        var known = Known.nothing()
                .share("years", new BigDecimal("0.3333"), "满 3 年")
                .share("cases", BigDecimal.ONE, "40 件")
                .truth("trained", Optional.of(false));
        var scored = card.score(known, paper.numbers());
        assertThat(scored.points()).isEqualByComparingTo("66.67");
        assertThat(scored.band().name()).isEqualTo("TWO");
        assertThat(scored.words()).contains("年限：满 3 年，得 6.67 分（满分 20 分）", "案件量：40 件，得 60 分（满分 60 分）");
        assertThat(scored.numbers()).contains("base:test.years@2011-01-01");
    }

    @Test
    void whereEveryFactIsNeededAGapLeavesTheGradeOpenUnlessNothingCouldChangeIt() {
        var paper = new Paper(Paper.GRADE);
        var some = Known.nothing().share("cases", BigDecimal.ONE, "40 件").truth("trained", Optional.of(false));
        assertThat(paper.card().score(some, paper.numbers()).band().name()).isEqualTo("OPEN");
        var enough = Known.nothing().share("cases", BigDecimal.ONE, "40 件").truth("trained", Optional.of(true));
        assertThat(paper.card().score(enough, paper.numbers()).band().name()).isEqualTo("ONE");
        assertThat(paper.card().score(enough, paper.numbers()).words()).contains("没有“年限”的数据");
    }

    @Test
    void pointsThatNoLongerAddUpAreSaidSo() {
        var paper = new Paper(Paper.GRADE);
        var card = paper.card();
        assertThat(card.score(Known.nothing(), paper.with("test.years", 25).numbers())
                        .words())
                .contains("各项满分合计 105 分，不是 100 分，请核对参数");
    }

    @Test
    void whoDecidesOtherwiseSaysWhyAndNotBelowWhatAFactDemands() {
        var calm =
                scored(new Found(Optional.of(false), Optional.of(false), Optional.of(false), Optional.of(2)).known());
        var high = RISK.band("HIGH");
        assertThat(RISK.refusal(calm, RISK.band("LOW"), Optional.empty())).isEmpty();
        assertThat(RISK.refusal(calm, high, Optional.empty())).isPresent();
        assertThat(RISK.refusal(calm, high, Optional.of("双方长期积怨"))).isEmpty();
        assertThat(RISK.refusal(calm, RISK.band("OPEN"), Optional.of("说不清"))).isPresent();
        var violent =
                scored(new Found(Optional.of(false), Optional.of(false), Optional.of(true), Optional.of(2)).known());
        assertThat(violent.least()).contains(high);
        assertThat(RISK.refusal(violent, RISK.band("LOW"), Optional.of("已经和好"))).isPresent();
        assertThat(RISK.refusal(violent, RISK.band("TOP"), Optional.of("有人受伤"))).isEmpty();
    }

    @Test
    void whatTheCardDoesNotAskForIsAnError() {
        assertThatThrownBy(() -> scored(Known.nothing().truth("people", Optional.of(true))))
                .hasMessageContaining("asks for no TRUTH people");
        assertThatThrownBy(() -> Known.nothing().share("years", new BigDecimal("1.01"), "多了"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
