package org.maplebridge.scenes.allowances;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.sampling.Draw;
import org.maplebridge.kernel.stats.Caseloads.Weight;
import org.maplebridge.scenes.allowances.Allowance.Form;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Mediator;
import org.maplebridge.scenes.allowances.Allowance.Objection;
import org.maplebridge.scenes.allowances.Allowance.Result;
import org.maplebridge.scenes.allowances.Allowance.Share;
import org.maplebridge.scenes.allowances.Allowance.Totals;

/// What is paid and what is held back, who may say so, and what it comes to: values in, values out.
final class AllowancesRules {

    static final String LOCAL = "本地默认";
    static final BigDecimal NOTHING = new BigDecimal("0.00");

    private static final int MOST_LINES = 2000;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:[-－—~～至到](\\d{1,4}))?");

    private AllowancesRules() {}

    /// What is known of a file today.
    ///
    /// @param faults what reviewers found wrong with it
    /// @param registered whether whoever mediated is in the register
    /// @param paid the number of the sheet that has it already
    record Facts(
            boolean settled,
            int doubts,
            Optional<String> faults,
            boolean form,
            boolean registered,
            Optional<String> paid) {}

    /// Every reason why a file is not paid now, in words; none if it is.
    static List<String> heldBack(Facts facts) {
        var all = new ArrayList<String>();
        facts.paid().ifPresent(code -> all.add("已经在补贴单 " + code + " 计发，一件只发一次"));
        wrong(facts.settled(), facts.doubts(), facts.faults()).ifPresent(all::add);
        if (!facts.form()) {
            all.add("没有记明是口头还是书面协议");
        }
        if (!facts.registered()) {
            all.add("调解的人不在人民调解员名册，先登记，或者“改由谁调的”");
        }
        return all;
    }

    /// What is wrong with a file that should be paid for, or has been.
    static Optional<String> wrong(boolean settled, int doubts, Optional<String> faults) {
        var all = new ArrayList<String>();
        if (!settled) {
            all.add("协议没有履行");
        }
        if (doubts > 0) {
            all.add("有 " + doubts + " 个疑点，案件评查还没有排除");
        }
        faults.ifPresent(all::add);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("；", all));
    }

    /// The parameter that says what a file is paid.
    static String parameter(Weight weight, Form form) {
        return "allowances." + weight.name().toLowerCase(Locale.ROOT) + "-"
                + form.name().toLowerCase(Locale.ROOT);
    }

    /// To the cent, as it is kept.
    static BigDecimal money(BigDecimal sum) {
        return sum.setScale(2, java.math.RoundingMode.UNNECESSARY);
    }

    /// The numbers somebody wrote, such as `1-3、7`; empty if it can't be read, or names one that is not there.
    static Optional<List<Integer>> numbers(String said, List<Line> lines) {
        var known = lines.stream().map(Line::no).collect(Collectors.toSet());
        var all = new TreeSet<Integer>();
        for (var part : said.strip().split("[、,，;；\\s]+")) {
            var range = RANGE.matcher(part);
            if (!range.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(range.group(1));
            int last =
                    Optional.ofNullable(range.group(2)).map(Integer::parseInt).orElse(first);
            if (last < first || last > MOST_LINES) {
                return Optional.empty();
            }
            for (int no = first; no <= last; no++) {
                all.add(no);
            }
        }
        return known.containsAll(all) ? Optional.of(List.copyOf(all)) : Optional.empty();
    }

    /// What a sheet comes to; the sum of its lines is the sum of its mediators', to the cent.
    static Totals totals(List<Line> lines) {
        var shares = new TreeMap<String, Share>();
        var paid = NOTHING;
        var back = NOTHING;
        int counted = 0;
        for (var line : lines) {
            if (line.payable() || line.takenBack()) {
                var key = line.mediator().map(each -> each.name() + each.line()).orElse("");
                var name = line.mediator().map(Mediator::name).orElse("");
                var before = shares.getOrDefault(key, new Share(name, 0, NOTHING));
                shares.put(key, new Share(name, before.lines() + 1, before.sum().add(line.sum())));
                counted++;
                paid = line.payable() ? paid.add(line.sum()) : paid;
                back = line.payable() ? back : back.add(line.sum());
            }
        }
        return new Totals(List.copyOf(shares.values()), counted, paid, back, paid.add(back));
    }

    /// Every line that is paid has its weight, and of every sum taken back somebody has said whether it is.
    static Optional<Verdict> unready(List<Line> lines) {
        var light = open(lines.stream()
                .filter(line -> line.payable() && line.graded().weight().isEmpty())
                .toList());
        if (light.isPresent()) {
            return Optional.of(blocked("还没有定难易：" + light.get() + "。先“定难易”，不该发的“剔除”。", "allowances.weight", LOCAL));
        }
        var undecided = open(lines.stream()
                .filter(line ->
                        line.back().filter(each -> each.confirmed().isEmpty()).isPresent())
                .toList());
        return undecided.map(numbers -> blocked("还没有定扣不扣：" + numbers + "。先“定扣回”。", "allowances.take-back", LOCAL));
    }

    private static Optional<String> open(List<Line> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        lines.stream().limit(20).map(line -> "" + line.no()).collect(Collectors.joining("、")) + " 行");
    }

    /// Whether nothing is paid or taken back, so that it may be dropped; what is held back comes up on later sheets.
    static boolean empty(List<Line> lines) {
        return lines.stream().noneMatch(line -> line.payable() || line.takenBack());
    }

    /// How many lines are looked into: the share, at least one; all of them on a sheet that was sent back.
    static int wanted(BigDecimal share, int payable, boolean whole) {
        return whole ? payable : Math.min(payable, Math.max(Math.min(1, payable), Draw.wanted(share, payable)));
    }

    static List<Line> drawn(List<Line> lines) {
        return lines.stream().filter(Line::drawn).toList();
    }

    static Optional<Verdict> unchecked(List<Line> lines) {
        return open(lines.stream()
                        .filter(line -> line.drawn() && line.checked().isEmpty() && line.payable())
                        .toList())
                .map(numbers -> blocked("抽中的还没有查：" + numbers + "。", "allowances.check", LOCAL));
    }

    /// Whether so many of those drawn are wrong that nobody can trust the rest.
    static boolean tooMany(List<Line> lines, BigDecimal most) {
        var drawn = drawn(lines);
        long wrong = drawn.stream()
                .filter(line -> line.checked()
                        .filter(each -> each.result() == Result.DEFECT)
                        .isPresent())
                .count();
        return BigDecimal.valueOf(wrong).compareTo(most.multiply(BigDecimal.valueOf(drawn.size()))) > 0;
    }

    /// Why somebody can't do this on a sheet; empty if they can. Nobody checks or approves what they graded, nobody
    /// decides about a sheet on which they are paid.
    static Optional<Verdict> barred(String verb, UUID person, List<Line> lines, List<Objection> objections) {
        if (!List.of("check", "conclude", "send-back", "approve", "decide").contains(verb)) {
            return Optional.empty();
        }
        if (lines.stream().anyMatch(line -> line.of(person))) {
            return Optional.of(blocked("单上有您自己的件，由别人办；本单位没有别人的，用“交别的单位”。", "allowances.own", LOCAL));
        }
        if (verb.equals("decide") || verb.equals("send-back")) {
            return Optional.empty();
        }
        if (lines.stream().anyMatch(line -> line.gradedBy(person))) {
            return Optional.of(blocked("您定过这张单上的难易或者扣回，由另一个人办；本单位没有的，用“交别的单位”。", "allowances.other", LOCAL));
        }
        if (!verb.equals("approve")) {
            return Optional.empty();
        }
        if (lines.stream().anyMatch(line -> line.checkedBy(person))) {
            return Optional.of(blocked("您抽查过这张单，由另一个人审批；本单位没有的，用“交别的单位”。", "allowances.other", LOCAL));
        }
        // whoever decided an objection may go on checking; they don't approve, however they decided
        return objections.stream().anyMatch(each -> each.decidedBy(person))
                ? Optional.of(blocked("您决定过这张单上的异议，由另一个人审批；本单位没有的，用“交别的单位”。", "allowances.other", LOCAL))
                : Optional.empty();
    }

    /// An objection is decided by somebody who neither graded nor checked the line nor decided about it before.
    static Optional<Verdict> decidable(Objection objection, Line line, UUID person, List<Objection> all) {
        if (objection.decision().isPresent()) {
            return Optional.of(invalid("objection", "这个异议已经决定过。", "allowances.objection"));
        }
        boolean before = all.stream().anyMatch(each -> each.line() == line.no() && each.decidedBy(person));
        return before || line.gradedBy(person) || line.checkedBy(person)
                ? Optional.of(blocked("这一行是您定的或者查的，异议由另一个人决定。", "allowances.other", LOCAL))
                : Optional.empty();
    }

    /// Approved once mediators have had their time and every objection its decision.
    static Optional<Verdict> early(LocalDate today, Optional<LocalDate> until, List<Objection> objections) {
        if (until.filter(last -> !today.isAfter(last)).isPresent()) {
            return Optional.of(blocked("公示到 " + until.get() + " 为止，期满以后再批准。", "allowances.window", LOCAL));
        }
        return objections.stream()
                .filter(each -> each.decision().isEmpty())
                .findFirst()
                .map(each -> blocked("异议 " + each.no() + " 还没有决定。", "allowances.objection", LOCAL));
    }

    /// What was objected to since the sheet was shown last. They are numbered as they come: a day may see an objection,
    /// a sheet that is sent back, and the sheet shown again.
    static List<Objection> sinceShown(Allowance sheet, List<Objection> objections) {
        var day = sheet.shownAt().map(at -> at.atZone(Work.ZONE).toLocalDate()).orElse(LocalDate.MIN);
        return objections.stream()
                .filter(each -> sheet.shownAfter()
                        .map(last -> each.no() > last)
                        .orElse(!each.day().isBefore(day)))
                .toList();
    }

    /// A line may be contested once each time that it is shown, while it is.
    ///
    /// @param objections those since then
    static Optional<Verdict> contestable(
            int line, LocalDate today, Optional<LocalDate> until, List<Objection> objections) {
        if (until.filter(last -> !today.isAfter(last)).isEmpty()) {
            return Optional.of(blocked(
                    until.map(last -> "公示到 " + last + " 为止，已经期满。").orElse("还没有公示。"), "allowances.window", LOCAL));
        }
        return objections.stream().anyMatch(each -> each.line() == line)
                ? Optional.of(blocked("这一行已经提过异议。", "allowances.objection", LOCAL))
                : Optional.empty();
    }

    /// What is found wrong is taken out, or paid as an easier file.
    static Optional<Verdict> finding(Line line, Result result, Optional<String> reason, Optional<Weight> weight) {
        if (!line.drawn() || !(line.payable() || line.foundOut())) {
            return Optional.of(invalid("line", "这一行没有抽中，或者不发。", "allowances.drawn"));
        }
        if (result == Result.OK) {
            return weight.isPresent()
                    ? Optional.of(invalid("weight", "属实的不改难易。", "allowances.lower"))
                    : Optional.empty();
        }
        if (reason.isEmpty()) {
            return Optional.of(invalid("reason", "有问题的写明理由，调解员看得到。", "allowances.reason"));
        }
        boolean lower = weight.isEmpty()
                || line.graded()
                        .weight()
                        .filter(before -> weight.get().compareTo(before) < 0)
                        .isPresent();
        return lower ? Optional.empty() : Optional.of(invalid("weight", "只能往低改；不该发的不选，剔除这一行。", "allowances.lower"));
    }
}
