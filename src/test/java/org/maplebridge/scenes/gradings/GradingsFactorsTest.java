package org.maplebridge.scenes.gradings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.parameters.Kind;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Verification;
import org.maplebridge.kernel.rolls.MediatorRoll.Training;
import org.maplebridge.kernel.scores.Band;
import org.maplebridge.kernel.scores.Card;
import org.maplebridge.kernel.stats.Caseloads.Case;
import org.maplebridge.kernel.stats.Caseloads.Weight;
import org.maplebridge.scenes.gradings.Grading.Factor;
import org.maplebridge.scenes.gradings.Grading.Found;
import org.maplebridge.scenes.gradings.Grading.Grade;

/// What each factor comes to, and that what nobody knows is never a nought.
class GradingsFactorsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("gradings.years-full", 10),
            Map.entry("gradings.cases-full", 40),
            Map.entry("gradings.weight.simple", 50),
            Map.entry("gradings.weight.plain", 100),
            Map.entry("gradings.weight.hard", 200),
            Map.entry("gradings.success-least", 10),
            Map.entry("gradings.hours-full", 16),
            Map.entry("gradings.judged-least", 30),
            Map.entry("YEARS", 20),
            Map.entry("CASES", 25),
            Map.entry("SUCCESS", 25),
            Map.entry("TRAINING", 15),
            Map.entry("JUDGED", 15),
            Map.entry("FOUR", 60),
            Map.entry("THREE", 70),
            Map.entry("TWO", 80),
            Map.entry("ONE", 90));

    private static final Card CARD = new Card(
            "gradings.grade",
            "调解员等级评定",
            1,
            100,
            Optional.of(100),
            Stream.of(Factor.values())
                    .map(each -> new Card.Factor(each.name(), each.name(), each.name(), each.name(), none(), true))
                    .toList(),
            List.of(),
            Stream.of("FIVE", "FOUR", "THREE", "TWO", "ONE")
                    .map(each -> new Card.Step(
                            new Band(each, each, "grey"), each.equals("FIVE") ? none() : Optional.of(each)))
                    .toList(),
            new Card.Gap(new Band("OPEN", "数据不足", "grey"), true));

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static int number(String name) {
        return Optional.ofNullable(NUMBERS.get(name)).orElseThrow();
    }

    private static Parameter parameter(String name) {
        return new Parameter(
                name + "@1",
                name,
                name,
                Integer.toString(number(name)),
                Kind.WHOLE,
                none(),
                none(),
                DAY,
                Optional.empty(),
                none(),
                Verification.LOCAL_DEFAULT,
                "",
                none(),
                "");
    }

    private static Case file(boolean agreed, boolean settled, int doubts, String grade, Optional<Weight> weight) {
        return new Case(
                new UUID(0, 1),
                "disputes",
                "33.07.02.103",
                Optional.empty(),
                "LAND",
                DAY,
                1,
                Optional.empty(),
                agreed,
                settled,
                doubts,
                Optional.of(grade).filter(each -> !each.isEmpty()),
                Optional.empty(),
                weight,
                Optional.empty());
    }

    private static Case good() {
        return file(true, true, 0, "SATISFIED", Optional.empty());
    }

    private static List<Case> many(int count, Case file) {
        return Stream.generate(() -> file).limit(count).toList();
    }

    private static BigDecimal share(Found found) {
        return found.share().orElseThrow(() -> new AssertionError(found.words()));
    }

    @Test
    void yearsAreCountedWhole() {
        var last = LocalDate.of(2025, 12, 31);
        assertThat(share(GradingsFactors.years(LocalDate.of(2023, 1, 1), last, GradingsFactorsTest::number)))
                .isEqualByComparingTo("0.3");
        assertThat(share(GradingsFactors.years(LocalDate.of(2023, 1, 2), last, GradingsFactorsTest::number)))
                .isEqualByComparingTo("0.2");
        assertThat(share(GradingsFactors.years(LocalDate.of(1999, 1, 1), last, GradingsFactorsTest::number)))
                .isEqualByComparingTo("1");
    }

    @Test
    void filesCountByHowHardTheyWereAndUnweighedOnesAsPlain() {
        var files = List.of(
                file(true, true, 0, "", Optional.of(Weight.SIMPLE)),
                file(true, true, 0, "", Optional.of(Weight.HARD)),
                good());
        var found = GradingsFactors.cases(files, GradingsFactorsTest::number);
        assertThat(share(found)).isEqualByComparingTo("0.0875");
        assertThat(found.words()).contains("简易 1、一般 1、疑难 1", "其中 1 件没有人定过难易，按一般算", "折合 3.5 件");
        assertThat(share(GradingsFactors.cases(List.of(), GradingsFactorsTest::number)))
                .isEqualByComparingTo("0");
    }

    @Test
    void whatWasNotPerformedOrIsDoubtfulIsNoSuccessAndFewFilesTellNothing() {
        var files = new ArrayList<>(many(7, good()));
        assertThat(GradingsFactors.success(files, GradingsFactorsTest::number).share())
                .isEmpty();
        files.add(file(true, false, 0, "", Optional.empty()));
        files.add(file(true, true, 1, "", Optional.empty()));
        files.add(file(false, false, 0, "", Optional.empty()));
        var found = GradingsFactors.success(files, GradingsFactorsTest::number);
        assertThat(share(found)).isEqualByComparingTo("0.7");
        assertThat(found.words()).contains("没有达成 1、没有履行 1、有评查没有排除的疑点或者评查认定严重缺陷 1");
    }

    @Test
    void trainingIsOfTheYearAndNoRecordIsNotANought() {
        var of2025 = new Training("年度培训", DAY, 8, Optional.of(80));
        var of2024 = new Training("年度培训", DAY.minusYears(1), 16, Optional.of(100));
        assertThat(GradingsFactors.training(List.of(of2024), 2025, GradingsFactorsTest::number)
                        .share())
                .isEmpty();
        assertThat(share(GradingsFactors.training(List.of(of2025, of2024), 2025, GradingsFactorsTest::number)))
                .isEqualByComparingTo("0.4");
    }

    @Test
    void howManyHaveJudgedIsNotToldWhereTheyAreFew() {
        var few = GradingsFactors.judged(GradingsFactors.heard(many(29, good())), GradingsFactorsTest::number);
        assertThat(few.share()).isEmpty();
        assertThat(few.words()).doesNotContain("29");
        var files = new ArrayList<>(many(29, good()));
        files.add(file(true, true, 0, "DISSATISFIED", Optional.empty()));
        assertThat(share(GradingsFactors.judged(GradingsFactors.heard(files), GradingsFactorsTest::number)))
                .isEqualByComparingTo("0.966667");
    }

    @Test
    void whatWasToldStaysUntilAsManyMoreWereHeard() {
        var told = Optional.of(new GradingsFactors.Judged(30, 28));
        for (int more = 0; more < 30; more++) {
            var now = new GradingsFactors.Judged(30 + more, 20 + more);
            assertThat(GradingsFactors.told(now, told, GradingsFactorsTest::number))
                    .isEqualTo(new GradingsFactors.Judged(30, 28));
        }
        var enough = new GradingsFactors.Judged(60, 50);
        assertThat(GradingsFactors.told(enough, told, GradingsFactorsTest::number))
                .isEqualTo(enough);
        assertThat(GradingsFactors.told(enough, Optional.empty(), GradingsFactorsTest::number))
                .isEqualTo(enough);
    }

    private static Found found(Factor factor, Optional<BigDecimal> share) {
        return new Found(factor, share, "理由");
    }

    @Test
    void aGradeIsSuggestedOnlyWhereNothingUnknownCouldChangeIt() {
        var all = new ArrayList<Found>();
        for (var factor : Factor.values()) {
            all.add(found(factor, Optional.of(new BigDecimal("0.95"))));
        }
        assertThat(GradingsCard.result(CARD, all, GradingsFactorsTest::parameter)
                        .suggested())
                .contains(Grade.ONE);
        all.set(4, found(Factor.JUDGED, Optional.empty()));
        var open = GradingsCard.result(CARD, all, GradingsFactorsTest::parameter);
        assertThat(open.suggested()).isEmpty();
        assertThat(open.outOf()).isEqualTo(85);
        assertThat(open.open()).isEqualTo(15);
        all.replaceAll(each -> found(each.factor(), each.share().map(share -> new BigDecimal("0.4"))));
        assertThat(GradingsCard.result(CARD, all, GradingsFactorsTest::parameter)
                        .suggested())
                .contains(Grade.FIVE);
    }

    @Provide
    Arbitrary<List<Found>> factors() {
        var share = Arbitraries.integers()
                .between(0, 1_000_000)
                .map(each -> BigDecimal.valueOf(each, 6))
                .optional();
        return Combinators.combine(share, share, share, share, share)
                .as((one, two, three, four, five) -> List.of(
                        found(Factor.YEARS, one),
                        found(Factor.CASES, two),
                        found(Factor.SUCCESS, three),
                        found(Factor.TRAINING, four),
                        found(Factor.JUDGED, five)));
    }

    @Property
    void pointsNeverExceedAHundredAndWhatIsUnknownIsNeverANought(@ForAll("factors") List<Found> factors) {
        var result = GradingsCard.result(CARD, factors, GradingsFactorsTest::parameter);
        assertThat(result.points()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        assertThat(result.outOf() + result.open()).isEqualTo(100);
        // whatever the unknown ones turn out to be, the suggestion stands
        for (var share : List.of(BigDecimal.ZERO, new BigDecimal("0.5"), BigDecimal.ONE)) {
            var told = factors.stream()
                    .map(each -> found(each.factor(), Optional.of(each.share().orElse(share))))
                    .toList();
            var whole = GradingsCard.result(CARD, told, GradingsFactorsTest::parameter);
            assertThat(whole.points()).isGreaterThanOrEqualTo(result.points());
            result.suggested().ifPresent(grade -> assertThat(whole.suggested()).contains(grade));
        }
    }

    @Provide
    Arbitrary<Case> files() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of("", "SATISFIED", "FAIRLY", "DISSATISFIED"),
                        Arbitraries.of(Weight.class).optional())
                .as((agreed, settled, doubts, grade, weight) -> file(agreed, agreed && settled, doubts, grade, weight));
    }

    @Property
    void oneMoreGoodFileNeverLowersAFactor(
            @ForAll @IntRange(min = 0, max = 60) int good, @ForAll("manyFiles") List<Case> some) {
        var files = new ArrayList<>(many(good, good()));
        files.addAll(some);
        var more = new ArrayList<>(files);
        more.add(good());
        notLess(
                GradingsFactors.cases(files, GradingsFactorsTest::number),
                GradingsFactors.cases(more, GradingsFactorsTest::number));
        notLess(
                GradingsFactors.success(files, GradingsFactorsTest::number),
                GradingsFactors.success(more, GradingsFactorsTest::number));
        notLess(
                GradingsFactors.judged(GradingsFactors.heard(files), GradingsFactorsTest::number),
                GradingsFactors.judged(GradingsFactors.heard(more), GradingsFactorsTest::number));
    }

    @Provide
    Arbitrary<List<Case>> manyFiles() {
        return files().list().ofMaxSize(40);
    }

    private static void notLess(Found before, Found after) {
        before.share().ifPresent(share -> assertThat(share(after)).isGreaterThanOrEqualTo(share));
    }
}
