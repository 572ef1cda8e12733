package org.maplebridge.scenes.lessons;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Level;

/// When a lesson may be drawn, what it may say, and what may be read out of figures. Values in, values out.
final class LessonsRules {

    private static final String LOCAL = "本地默认";
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(1[3-9]\\d{9}|\\d{17}[\\dXx])(?!\\d)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private LessonsRules() {}

    /// Lessons are drawn for towns and counties.
    static boolean place(String area) {
        var level = Level.ofPath(area);
        return level == Level.TOWN || level == Level.COUNTY;
    }

    /// The nearest office at or above the area where somebody draws lessons.
    static Optional<Agency> supervising(Directory offices, String area) {
        return Stream.iterate(area, path -> path.contains("."), path -> path.substring(0, path.lastIndexOf('.')))
                .flatMap(path -> offices.agencies(path).stream())
                .filter(agency -> has(offices, agency.id(), LessonsLifecycle.ANALYST))
                .findFirst();
    }

    static boolean has(Directory offices, UUID agency, String role) {
        return offices.posts(agency).stream().anyMatch(post -> post.roles().contains(role));
    }

    /// Few need a reason, none is nothing to learn from.
    static Optional<Verdict> enough(long count, int least, Optional<String> reason) {
        if (count == 0) {
            return Optional.of(invalid("category", "这个季度在这里一件也没有（按已经算出的统计）。", "lessons.none"));
        }
        return count < least && reason.isEmpty()
                ? Optional.of(invalid("reason", "只有 " + count + " 件，不到 " + least + " 件，请写明为什么要分析。", "lessons.least"))
                : Optional.empty();
    }

    /// Nobody is named in a lesson: no names of the parties, no phone and no identity numbers.
    static Optional<Verdict> nameless(String field, String words, Collection<String> names) {
        if (NUMBER.matcher(words).find()) {
            return Optional.of(invalid(field, "不要写电话和证件号码。", "lessons.nameless"));
        }
        return names.stream().anyMatch(words::contains)
                ? Optional.of(invalid(field, "写了当事人的姓名。类案分析不写当事人，请改成“一方”“业主”这样的说法。", "lessons.nameless"))
                : Optional.empty();
    }

    /// Who adopts says what and since when; who doesn't names no rule.
    static Optional<Verdict> answer(boolean adopted, Optional<String> rule, Optional<LocalDate> inForce) {
        if (adopted && rule.isEmpty()) {
            return Optional.of(invalid("rule", "采纳的，写明定了什么制度。", "lessons.rule"));
        }
        if (adopted && inForce.isEmpty()) {
            return Optional.of(invalid("inForce", "采纳的，写明哪天起施行。", "lessons.rule"));
        }
        return !adopted && (rule.isPresent() || inForce.isPresent())
                ? Optional.of(invalid(rule.isPresent() ? "rule" : "inForce", "不采纳的，不填制度和施行日。", "lessons.rule"))
                : Optional.empty();
    }

    /// Sent back once; then the department answers under supervision; then it is closed as it stands.
    static Optional<Verdict> again(Lesson lesson, String verb) {
        return switch (verb) {
            case "send-back" ->
                lesson.sentBack() == 0
                        ? Optional.empty()
                        : Optional.of(blocked("已经退回过一次。仍不够的，选“督办”；可以了，选“办结”。", "lessons.back-once", LOCAL));
            case "press" ->
                lesson.sentBack() == 1 && !lesson.pressed()
                        ? Optional.empty()
                        : Optional.of(blocked(
                                lesson.pressed() ? "已经督办过，请写明评判后办结。" : "先退回重答一次，仍不够的再督办。",
                                "lessons.press-once",
                                LOCAL));
            default -> Optional.empty();
        };
    }

    /// A count and its share of all; too few of all are not compared.
    static String figure(long count, long all, int comparedFrom) {
        if (all < comparedFrom) {
            return count + " 件（全部 " + all + " 件，样本少于 " + comparedFrom + " 件，不作比较）";
        }
        var share =
                BigDecimal.valueOf(count).multiply(HUNDRED).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
        return count + " 件，占全部 " + all + " 件的 " + share.toPlainString() + "%";
    }

    /// What became of it, by both the number and the share, in two whole quarters: computed, no judgement on why.
    static String fell(Lesson.Counted then, long[] counts, long[] alls) {
        boolean small = then.all() < then.comparedFrom();
        boolean both = true;
        for (int at = 0; at < counts.length; at++) {
            small |= alls[at] < then.comparedFrom();
            boolean fewer = counts[at] < then.count();
            boolean lessOfAll = BigDecimal.valueOf(counts[at])
                            .multiply(BigDecimal.valueOf(then.all()))
                            .compareTo(BigDecimal.valueOf(then.count()).multiply(BigDecimal.valueOf(alls[at])))
                    < 0;
            both &= fewer && lessOfAll;
        }
        if (small) {
            return "样本少，看不出升降";
        }
        return both ? "两个季度的件数和占比都比当季低" : "没有两个季度都比当季低";
    }
}
