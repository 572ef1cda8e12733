package org.maplebridge.scenes.lawchanges;

import static org.maplebridge.kernel.matters.Verdict.blocked;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.scenes.lawchanges.LawChange.Line;
import org.maplebridge.scenes.lawchanges.LawChange.Mark;
import org.maplebridge.scenes.lawchanges.LawChange.Result;

/// Judgements about revisions: values in, values out.
final class LawChangesRules {

    private static final String LOCAL = "本地默认";
    private static final int MOST_NAMED = 10;

    private LawChangesRules() {}

    /// The widest office in which a legal officer sits that day: that of the area the node serves, else below it.
    static Optional<Agency> office(Directory offices, LocalDate day) {
        var level = offices.rootArea().map(Area::path).stream().toList();
        while (!level.isEmpty()) {
            var found = level.stream()
                    .flatMap(path -> offices.agencies(path).stream())
                    .filter(agency -> sits(offices, agency.id(), day))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            level = level.stream()
                    .flatMap(path -> offices.children(path).stream())
                    .map(Area::path)
                    .toList();
        }
        return Optional.empty();
    }

    private static boolean sits(Directory offices, UUID agency, LocalDate day) {
        return offices.posts(agency).stream()
                .filter(post -> post.roles().contains(LawChangesLifecycle.OFFICER))
                .anyMatch(post -> !offices.holders(post.id(), day).isEmpty());
    }

    /// What can't be taken of what is said of lines: each fault names its line.
    ///
    /// @param from the first day the edition is in force
    static Optional<Verdict> unfit(List<LawChanges.Line> said, List<Line> lines, LocalDate today, LocalDate from) {
        var faults = new ArrayList<Problem.Field>();
        var known = lines.stream().map(Line::no).collect(Collectors.toSet());
        var met = new HashSet<Integer>();
        for (int at = 0; at < said.size(); at++) {
            var one = said.get(at);
            var place = "lines." + at + ".";
            if (!known.contains(one.no())) {
                faults.add(new Problem.Field(place + "no", "没有第 " + one.no() + " 行，行号在 1 到 " + lines.size() + " 之间。"));
            } else if (!met.add(one.no())) {
                faults.add(new Problem.Field(place + "no", "第 " + one.no() + " 行写了两遍，留一遍。"));
            }
            fault(one, place, today, from).ifPresent(faults::add);
        }
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict.Invalid(faults, Optional.of("lawchanges.mark"), Optional.empty()));
    }

    private static Optional<Problem.Field> fault(LawChanges.Line one, String place, LocalDate today, LocalDate from) {
        var no = "第 " + one.no() + " 行";
        if (one.result() == Result.CHANGED && one.done().isEmpty()) {
            return field(place + "done", no + "标“已改”的，写明改了什么：哪个版本、哪个文件或者文号。");
        }
        if (one.result() != Result.TO_CHANGE) {
            return one.by().isPresent() ? field(place + "by", no + "不是“待改”，不填哪天以前改好。") : Optional.empty();
        }
        if (one.by().isEmpty()) {
            return field(place + "by", no + "标“待改”的，填哪天以前改好。");
        }
        var by = one.by().get();
        if (by.isBefore(today)) {
            return field(place + "by", no + "不能早于今天（" + today + "）。");
        }
        if (from.isAfter(today) && !by.isBefore(from)) {
            return field(place + "by", no + "要在新版本施行（" + from + "）以前改好，最迟 " + from.minusDays(1) + "。");
        }
        return Optional.empty();
    }

    private static Optional<Problem.Field> field(String name, String message) {
        return Optional.of(new Problem.Field(name, message));
    }

    /// Lines that keep a revision open.
    static Optional<Verdict> open(List<Line> lines) {
        var left = lines.stream().filter(line -> !line.settled()).toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var named = left.stream()
                .limit(MOST_NAMED)
                .map(line -> "第 " + line.no() + " 行" + (line.mark().isPresent() ? "（待改）" : ""))
                .collect(Collectors.joining("、"));
        var more = left.size() > MOST_NAMED ? "等 " + left.size() + " 行" : "";
        return Optional.of(blocked("还没有核完：" + named + more + "。逐行标“不受影响”或者“已改”以后再办结。", "lawchanges.open", LOCAL));
    }

    /// Running limits that were left as they are need a second pair of eyes.
    static boolean needsSecond(List<Line> lines) {
        return lines.stream().anyMatch(Line::leftRunning);
    }

    /// Whoever looked at running limits, or handed them on, doesn't confirm what they themselves found.
    static Optional<Verdict> alone(UUID person, LawChange change, List<Line> lines) {
        var own = Stream.concat(
                change.submitter().stream(),
                lines.stream()
                        .filter(Line::leftRunning)
                        .flatMap(line -> line.mark().stream())
                        .map(Mark::person));
        return own.anyMatch(each -> Objects.equals(each, person))
                ? Optional.of(blocked("在办期限标“不受影响”的，由没有标过、也没有报过的另一位法制员复核。", "lawchanges.second", LOCAL))
                : Optional.empty();
    }

    /// The nearest day by which something is still to be changed.
    static Optional<LocalDate> nearest(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.mark().stream())
                .flatMap(mark -> mark.by().stream())
                .min(Comparator.naturalOrder());
    }
}
