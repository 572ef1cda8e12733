package org.maplebridge.scenes.disputes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.maplebridge.kernel.parameters.Parameter;

/// How likely a dispute is to get worse: 0 to 100 from factors, each with its reason. It decides nothing.
final class DisputesRulesOfIntensity {

    private DisputesRulesOfIntensity() {}

    enum Colour {
        RED("红"),
        ORANGE("橙"),
        YELLOW("黄"),
        GREEN("绿"),
        GREY("灰（数据不足）");

        private final String title;

        Colour(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What is known; an empty value is not known.
    record Known(
            Optional<Boolean> threat,
            Optional<Boolean> injury,
            Optional<Boolean> violence,
            Optional<Boolean> vulnerable,
            Optional<Integer> people,
            Optional<BigDecimal> amount) {

        static final Known NOTHING = new Known(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The numbers of the rule, each a dated parameter.
    record Weights(
            int threat,
            int injury,
            int group,
            int groupPeople,
            int amount,
            BigDecimal amountFrom,
            int vulnerable,
            int massPeople,
            BigDecimal massAmount,
            int red,
            int orange,
            int yellow) {

        static Weights of(Function<String, Parameter> numbers) {
            return new Weights(
                    numbers.apply("disputes.intensity.threat").whole(),
                    numbers.apply("disputes.intensity.injury").whole(),
                    numbers.apply("disputes.intensity.group").whole(),
                    numbers.apply("disputes.intensity.group-people").whole(),
                    numbers.apply("disputes.intensity.amount").whole(),
                    numbers.apply("disputes.intensity.amount-from").decimal(),
                    numbers.apply("disputes.intensity.vulnerable").whole(),
                    numbers.apply("disputes.intensity.mass-people").whole(),
                    numbers.apply("disputes.intensity.mass-amount").decimal(),
                    numbers.apply("disputes.intensity.red").whole(),
                    numbers.apply("disputes.intensity.orange").whole(),
                    numbers.apply("disputes.intensity.yellow").whole());
        }
    }

    /// @param coverage how many of the six factors are known
    record Intensity(int score, Colour colour, int coverage, List<String> reasons) {}

    /// Factors that aren't known add nothing. A colour from what is known stands, since more can only raise it; but
    /// below yellow a gap is grey, not green.
    static Intensity intensity(Known known, Weights weights) {
        var reasons = new ArrayList<String>();
        int score = 0;
        score += factor(known.threat(), weights.threat(), "扬言采取极端行为", reasons);
        score += factor(known.injury(), weights.injury(), "涉及人身伤害", reasons);
        score += factor(
                known.people().map(count -> count >= weights.groupPeople()),
                weights.group(),
                "涉及 " + weights.groupPeople() + " 人以上",
                reasons);
        score += factor(
                known.amount().map(sum -> sum.compareTo(weights.amountFrom()) >= 0),
                weights.amount(),
                "金额在 " + weights.amountFrom().toPlainString() + " 元以上",
                reasons);
        score += factor(known.vulnerable(), weights.vulnerable(), "涉及弱势群体或欠薪", reasons);
        factor(known.violence(), 0, "家庭暴力（直接橙色以上）", reasons);
        score = Math.min(score, 100);
        int coverage = coverage(known);
        boolean mass = mass(known, weights, reasons);
        var colour = mass ? Colour.RED : colour(score, known.violence().orElse(false), coverage, weights);
        return new Intensity(score, colour, coverage, List.copyOf(reasons));
    }

    /// Very many people or very much money is red whatever else is known.
    private static boolean mass(Known known, Weights weights, List<String> reasons) {
        boolean people =
                known.people().filter(count -> count >= weights.massPeople()).isPresent();
        boolean amount = known.amount()
                .filter(sum -> sum.compareTo(weights.massAmount()) >= 0)
                .isPresent();
        if (people) {
            reasons.add("涉及 " + weights.massPeople() + " 人以上，按群体性处理（直接红色）");
        }
        if (amount) {
            reasons.add("金额在 " + weights.massAmount().toPlainString() + " 元以上（直接红色）");
        }
        return people || amount;
    }

    private static int factor(Optional<Boolean> met, int points, String why, List<String> reasons) {
        if (met.isEmpty()) {
            reasons.add("不知道是否" + why);
            return 0;
        }
        if (met.get()) {
            reasons.add(points == 0 ? why : why + "，加 " + points + " 分");
            return points;
        }
        return 0;
    }

    private static int coverage(Known known) {
        return (int) List.of(
                        known.threat(),
                        known.injury(),
                        known.violence(),
                        known.vulnerable(),
                        known.people(),
                        known.amount())
                .stream()
                .filter(Optional::isPresent)
                .count();
    }

    private static Colour colour(int score, boolean violence, int coverage, Weights weights) {
        if (score >= weights.red()) {
            return Colour.RED;
        } else if (violence || score >= weights.orange()) {
            return Colour.ORANGE;
        } else if (score >= weights.yellow()) {
            return Colour.YELLOW;
        }
        return coverage == 6 ? Colour.GREEN : Colour.GREY;
    }
}
