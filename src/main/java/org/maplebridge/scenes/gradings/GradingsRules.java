package org.maplebridge.scenes.gradings;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.rolls.MediatorRoll.Mediator;
import org.maplebridge.scenes.gradings.Grading.Breach;
import org.maplebridge.scenes.gradings.Grading.Contest;
import org.maplebridge.scenes.gradings.Grading.Counted;
import org.maplebridge.scenes.gradings.Grading.Grade;

/// Who may do what with a grading. Values in, values out.
final class GradingsRules {

    private static final String LOCAL = "本地默认";
    private static final String BANS = "人民调解法第十五条";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> APART = Set.of("decide-contest", "decide");

    private GradingsRules() {}

    /// The nearest office at or above the area in which somebody prepares and another decides that day, neither of
    /// them whoever is graded.
    static Optional<Agency> supervising(Directory offices, String area, Optional<UUID> graded, LocalDate day) {
        return Stream.iterate(area, path -> path.contains("."), path -> path.substring(0, path.lastIndexOf('.')))
                .flatMap(path -> offices.agencies(path).stream())
                .filter(agency -> apart(
                        holding(offices, agency.id(), GradingsLifecycle.KEEPER, graded, day),
                        holding(offices, agency.id(), GradingsLifecycle.DECIDER, graded, day)))
                .findFirst();
    }

    /// Whether one can prepare and another decide.
    static boolean apart(Set<UUID> keepers, Set<UUID> deciders) {
        return !keepers.isEmpty() && deciders.stream().anyMatch(each -> keepers.size() > 1 || !keepers.contains(each));
    }

    private static Set<UUID> holding(
            Directory offices, UUID agency, String role, Optional<UUID> graded, LocalDate day) {
        return offices.posts(agency).stream()
                .filter(post -> post.roles().contains(role))
                .flatMap(post -> offices.holders(post.id(), day).stream())
                .map(holder -> holder.staff().id())
                .filter(each -> graded.filter(each::equals).isEmpty())
                .collect(Collectors.toSet());
    }

    /// Who of one name is meant: the line that was said; otherwise whoever is entered in just this area, and where
    /// nobody is, whoever is entered below it.
    static List<Mediator> meant(List<Mediator> named, Optional<String> area, Optional<UUID> line) {
        var there = named.stream()
                .filter(each -> line.filter(said -> !said.equals(each.line())).isEmpty())
                .filter(each ->
                        area.filter(said -> !Area.covers(said, each.area())).isEmpty())
                .toList();
        var exactly = there.stream()
                .filter(each -> area.filter(each.area()::equals).isPresent())
                .toList();
        return exactly.isEmpty() ? there : exactly;
    }

    /// Nobody has a hand in their own grading; whoever prepared one decides nothing in it.
    static Optional<Verdict> alone(UUID person, String verb, Grading grading, Collection<UUID> itself) {
        if (itself.contains(person) || grading.staff().filter(person::equals).isPresent()) {
            return Optional.of(blocked("评的是您本人，由别人办理。有异议的，在“我的等级评定”页提出。", "gradings.oneself", LOCAL));
        }
        return APART.contains(verb) && grading.hands().contains(person)
                ? Optional.of(blocked("这一件是您经办的，由没有经办过的另一个人决定。", "gradings.another", LOCAL))
                : Optional.empty();
    }

    /// Only what is counted is shown.
    static Optional<Verdict> showable(Grading grading) {
        return grading.counted().isPresent()
                ? Optional.empty()
                : Optional.of(blocked("系统还没有算完，过一会儿再给本人看。", "gradings.counted", LOCAL));
    }

    /// Within the time, and not what waits for an answer already.
    static Optional<Verdict> contestable(Grading grading, List<Contest> contests, Contest said) {
        var last = grading.shown().map(Grading.Shown::contestTo);
        if (last.filter(day -> !said.day().isAfter(day)).isEmpty()) {
            return Optional.of(blocked(
                    "提出异议的期限已满" + last.map(day -> "，最后一天是 " + day).orElse("") + "。", "gradings.contest", LOCAL));
        }
        return open(contests).anyMatch(each -> each.factor() == said.factor())
                ? Optional.of(invalid("factor", "这一项的异议还没有答复，请等答复。", "gradings.contest-once"))
                : Optional.empty();
    }

    private static Stream<Contest> open(List<Contest> contests) {
        return contests.stream().filter(each -> each.answered().isEmpty());
    }

    /// What is upheld is put right: the answer says how much of the factor stands.
    static Optional<Verdict> answer(
            List<Contest> contests, int no, boolean upheld, Optional<Integer> percent, UUID person) {
        var contest = contests.stream().filter(each -> each.no() == no).findFirst();
        if (contest.isEmpty()) {
            return Optional.of(invalid("no", "没有第 " + no + " 条异议。", "gradings.contest-no"));
        }
        if (contest.get().answered().isPresent()) {
            return Optional.of(invalid("no", "第 " + no + " 条异议已经答复。", "gradings.contest-no"));
        }
        if (contest.get().writtenBy().filter(person::equals).isPresent()) {
            return Optional.of(blocked("这条异议是您记下的，由另一个人答复。", "gradings.another", LOCAL));
        }
        return upheld && percent.isEmpty()
                ? Optional.of(invalid("percent", "异议成立的，写明这一项应得百分之几。", "gradings.percent"))
                : Optional.empty();
    }

    /// How much of a factor stands after a contest.
    static BigDecimal share(int percent) {
        return BigDecimal.valueOf(percent).divide(HUNDRED, 6, RoundingMode.HALF_UP);
    }

    /// A day that has come.
    static Optional<Verdict> found(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? Optional.of(invalid("day", "不能是还没有到的日子。", "gradings.day")) : Optional.empty();
    }

    /// Which finding is struck.
    static Optional<Verdict> strikable(List<Breach> breaches, int no) {
        return standing(breaches).anyMatch(each -> each.no() == no)
                ? Optional.empty()
                : Optional.of(invalid("no", "没有第 " + no + " 条认定，或者已经撤销。", "gradings.breach-no"));
    }

    private static Stream<Breach> standing(List<Breach> breaches) {
        return breaches.stream().filter(each -> each.struck().isEmpty());
    }

    /// What a person may decide: after the time to contest, nothing open; no grade while a finding stands; otherwise
    /// than suggested only with a reason.
    static Optional<Verdict> decidable(
            Grading grading,
            List<Contest> contests,
            List<Breach> breaches,
            Grade grade,
            Optional<String> reason,
            LocalDate today) {
        var last = grading.shown().orElseThrow().contestTo();
        if (!today.isAfter(last)) {
            return Optional.of(blocked("本人可以提出异议到 " + last + "，期满以后再审定。", "gradings.contest", LOCAL));
        }
        long open = open(contests).count();
        if (open > 0) {
            return Optional.of(blocked("还有 " + open + " 条异议没有答复，先“答复异议”。", "gradings.contest-open", LOCAL));
        }
        if (standing(breaches).findAny().isPresent()) {
            return grade == Grade.NONE
                    ? Optional.empty()
                    : Optional.of(invalid("grade", "有违法认定，一票否决，本年度不评等级。认定被撤销的，先“撤销违法认定”。", "gradings.breach", BANS));
        }
        var suggested = grading.counted().flatMap(Counted::suggested);
        return suggested.filter(grade::equals).isPresent() || reason.isPresent()
                ? Optional.empty()
                : Optional.of(invalid(
                        "reason",
                        suggested.isPresent() ? "与系统建议的等级不同，请写明理由。" : "数据不足，系统没有建议等级，请写明理由。",
                        "gradings.reason"));
    }

    /// A paper is the ground of one decision.
    static Optional<Verdict> paper(List<Grading.Decision> before, String paper) {
        return before.stream().anyMatch(each -> each.paper().equals(paper))
                ? Optional.of(invalid("paper", "这个文号是原来那次审定的，更正要用新的文号。", "gradings.paper"))
                : Optional.empty();
    }

    /// Of a mediator, and in the register: one paper, one grade.
    static Optional<Verdict> elsewhere(boolean used) {
        return used ? Optional.of(invalid("paper", "这个文号已经用于这一位另外一次评定，请核对文号。", "gradings.paper")) : Optional.empty();
    }
}
