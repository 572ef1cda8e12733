package org.maplebridge.scenes.gradings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.maplebridge.kernel.rolls.MediatorRoll.Training;
import org.maplebridge.kernel.stats.Caseloads.Case;
import org.maplebridge.kernel.stats.Caseloads.Weight;
import org.maplebridge.scenes.gradings.Grading.Factor;
import org.maplebridge.scenes.gradings.Grading.Found;

/// How much of each factor is reached, and by what. What isn't known is said to be so and counts as nothing at all.
final class GradingsFactors {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> CONTENT = Set.of("SATISFIED", "FAIRLY");

    private GradingsFactors() {}

    /// Whole years in office on the last day of the year.
    static Found years(LocalDate since, LocalDate last, ToIntFunction<String> numbers) {
        long years = Math.max(0, ChronoUnit.YEARS.between(since, last.plusDays(1)));
        int full = numbers.applyAsInt("gradings.years-full");
        return new Found(
                Factor.YEARS,
                Optional.of(share(BigDecimal.valueOf(years), BigDecimal.valueOf(full))),
                since + " 起任职，到年底满 " + years + " 年；满 " + full + " 年得满分");
    }

    /// What was done by whom can't be told without an account.
    static Found noAccount(Factor factor) {
        return new Found(factor, Optional.empty(), "名册上没有写对应的工作人员，系统数不出办的件");
    }

    /// The closed files by how hard they were; one that nobody has weighed is a plain one.
    static Found cases(List<Case> files, ToIntFunction<String> numbers) {
        var sum = BigDecimal.ZERO;
        var counts = new int[Weight.values().length];
        int unweighed = 0;
        for (var file : files) {
            var weight = file.weight().orElse(Weight.PLAIN);
            unweighed += file.weight().isEmpty() ? 1 : 0;
            var place = List.of(Weight.values()).indexOf(weight);
            counts[place]++;
            sum = sum.add(BigDecimal.valueOf(numbers.applyAsInt(
                    switch (weight) {
                        case SIMPLE -> "gradings.weight.simple";
                        case PLAIN -> "gradings.weight.plain";
                        case HARD -> "gradings.weight.hard";
                    })));
        }
        sum = sum.divide(HUNDRED, 2, RoundingMode.HALF_UP);
        int full = numbers.applyAsInt("gradings.cases-full");
        var words = new StringBuilder("办结 " + files.size() + " 件");
        if (!files.isEmpty()) {
            words.append("（简易 " + counts[0] + "、一般 " + counts[1] + "、疑难 " + counts[2])
                    .append(unweighed > 0 ? "；其中 " + unweighed + " 件没有人定过难易，按一般算）" : "）");
        }
        words.append("，折合 " + plain(sum) + " 件；一年 " + full + " 件得满分");
        return new Found(Factor.CASES, Optional.of(share(sum, BigDecimal.valueOf(full))), words.toString());
    }

    /// What was agreed and performed, of all that was closed. A doubt nobody has explained or a serious fault found in
    /// a
    /// review makes it none.
    static Found success(List<Case> files, ToIntFunction<String> numbers) {
        int least = numbers.applyAsInt("gradings.success-least");
        if (files.size() < least) {
            return new Found(Factor.SUCCESS, Optional.empty(), "办结 " + files.size() + " 件，不到 " + least + " 件，看不出成功率");
        }
        long good = files.stream().filter(GradingsFactors::good).count();
        long failed = files.stream().filter(file -> !file.agreed()).count();
        long unperformed =
                files.stream().filter(file -> file.agreed() && !file.settled()).count();
        var words = new StringBuilder("办结 " + files.size() + " 件，达成协议并且履行的 " + good + " 件");
        if (good < files.size()) {
            words.append("；不算的：没有达成 " + failed + "、没有履行 " + unperformed + "、有评查没有排除的疑点或者评查认定严重缺陷 "
                    + (files.size() - good - failed - unperformed));
        }
        return new Found(
                Factor.SUCCESS,
                Optional.of(share(BigDecimal.valueOf(good), BigDecimal.valueOf(files.size()))),
                words.toString());
    }

    private static boolean good(Case file) {
        return file.agreed()
                && file.settled()
                && file.doubts() == 0
                && file.faults().isEmpty();
    }

    /// The year's hours, by the average of the exams where there were any.
    static Found training(List<Training> all, int year, ToIntFunction<String> numbers) {
        var trainings =
                all.stream().filter(each -> each.day().getYear() == year).toList();
        if (trainings.isEmpty()) {
            return new Found(Factor.TRAINING, Optional.empty(), "名册上没有 " + year + " 年的培训记录");
        }
        int hours = trainings.stream().mapToInt(Training::hours).sum();
        int full = numbers.applyAsInt("gradings.hours-full");
        var exams = trainings.stream().flatMap(each -> each.exam().stream()).toList();
        var reached = share(BigDecimal.valueOf(hours), BigDecimal.valueOf(full));
        var words = "培训 " + trainings.size() + " 次、" + hours + " 学时，满 " + full + " 学时算满";
        if (exams.isEmpty()) {
            return new Found(Factor.TRAINING, Optional.of(reached), words + "；没有考试，只看学时");
        }
        var average = BigDecimal.valueOf(
                        exams.stream().mapToInt(Integer::intValue).sum())
                .divide(BigDecimal.valueOf(exams.size()), 2, RoundingMode.HALF_UP);
        return new Found(
                Factor.TRAINING,
                Optional.of(reached.multiply(average).divide(HUNDRED, 6, RoundingMode.HALF_UP)),
                words + "；考试平均 " + plain(average) + " 分，照此折算");
    }

    /// How many parties were heard, and how many of them were content.
    record Judged(int heard, int content) {}

    static Judged heard(List<Case> files) {
        var grades = files.stream().flatMap(file -> file.grade().stream()).toList();
        return new Judged(
                grades.size(), (int) grades.stream().filter(CONTENT::contains).count());
    }

    /// What may be told: what was told before, until as many more were heard as a figure needs. A single one that came
    /// in between, or was said anew, tells nobody how somebody judged.
    static Judged told(Judged now, Optional<Judged> before, ToIntFunction<String> numbers) {
        int least = numbers.applyAsInt("gradings.judged-least");
        return before.filter(told -> now.heard() - told.heard() < least).orElse(now);
    }

    /// Of those who were heard, how many were content. Where they are few nobody says how few, so that nobody is known.
    static Found judged(Judged told, ToIntFunction<String> numbers) {
        int least = numbers.applyAsInt("gradings.judged-least");
        if (told.heard() < least) {
            return new Found(Factor.JUDGED, Optional.empty(), "当事人评价不到 " + least + " 份，不评；有几份不显示，免得猜出是谁");
        }
        return new Found(
                Factor.JUDGED,
                Optional.of(share(BigDecimal.valueOf(told.content()), BigDecimal.valueOf(told.heard()))),
                "当事人评价 " + told.heard() + " 份，满意和基本满意 " + told.content() + " 份；再多满 " + least + " 份才更新");
    }

    private static BigDecimal share(BigDecimal reached, BigDecimal full) {
        return reached.divide(full, 6, RoundingMode.HALF_UP).min(BigDecimal.ONE);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
