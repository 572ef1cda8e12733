package org.maplebridge.kernel.evaluations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.evaluations.SummaryStore.Asked;
import org.maplebridge.kernel.evaluations.SummaryStore.Figure;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.SmallSamples;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What people think, in figures that tell of nobody.
@RestController
class EvaluationsDesk {

    private static final Scope JOB = Scope.job("evaluations");

    private static final String DEFINITION = "满意率 =（满意 + 基本满意）÷ 有效评价数。有效评价：当事人自己说的，每件以最后一次为准；免评的另列，不进分母。按评价的日子计。";

    private final Transactions transactions;
    private final SummaryStore store;
    private final Offices offices;
    private final Parameters parameters;

    EvaluationsDesk(Transactions transactions, SummaryStore store, Offices offices, Parameters parameters) {
        this.transactions = transactions;
        this.store = store;
        this.offices = offices;
        this.parameters = parameters;
    }

    /// What a summary is broken down by.
    enum By {
        NONE,
        OFFICE,
        AREA
    }

    /// Figures of one place or office.
    ///
    /// @param valid how many have said something: the denominator
    /// @param counts by grade; absent where too few have said something
    /// @param share of those satisfied or fairly, in percent with one digit; absent where too few
    /// @param hidden why they are absent
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Figures(
            String key,
            String name,
            Optional<Integer> valid,
            int exempt,
            Optional<Counts> counts,
            Optional<String> share,
            Optional<String> hidden) {}

    /// How many were not asked for this reason, by the word of the scene.
    record Exempted(String reason, int many) {}

    record Counts(int satisfied, int fairly, int dissatisfied) {}

    /// @param least how many must have said something before it is told
    /// @param exempt by reason
    record EvaluationSummary(
            String definition,
            String area,
            String areaName,
            LocalDate from,
            LocalDate until,
            Instant asOf,
            int least,
            Figures whole,
            List<Exempted> exempt,
            List<Figures> rows) {}

    @GetMapping("/api/evaluations/summary")
    @Allowed(Allowed.Door.OFFICERS)
    EvaluationSummary summary(
            Actor actor,
            @RequestParam Optional<String> scene,
            @RequestParam Optional<String> area,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until,
            @RequestParam Optional<By> by) {
        return transactions.run(JOB, work -> {
            var window = window(work, from, until);
            var place = place(actor, area);
            var asked = asked(actor, scene, place, window);
            return summary(work, asked, window, by.orElse(By.OFFICE));
        });
    }

    private record Window(LocalDate from, LocalDate until) {}

    /// Whole months: the finer the windows, the more can be told by comparing them.
    private static Window window(Work work, Optional<LocalDate> from, Optional<LocalDate> until) {
        var last = until.orElse(work.today()).withDayOfMonth(1).plusMonths(1).minusDays(1);
        var first = from.orElse(last.minusMonths(11)).withDayOfMonth(1);
        if (first.isAfter(last) || first.plusYears(5).isBefore(last)) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("from", "起止应在五年以内，起日不晚于止日。"))));
        }
        return new Window(first, last);
    }

    /// The area asked for, or the widest one the actor sees.
    private static String place(Actor actor, Optional<String> asked) {
        var mine = actor.scope().units().stream()
                .filter(unit -> unit.startsWith("a:"))
                .map(unit -> unit.substring(2, unit.indexOf('|')))
                .toList();
        var widest = mine.stream().min(Comparator.comparingInt(String::length));
        return asked.filter(path -> mine.stream().anyMatch(own -> Area.covers(own, path)))
                .or(() -> asked.isEmpty() ? widest : Optional.empty())
                .orElseThrow(() -> Refused.notYours("满意度汇总给看得到整个区域的岗位用，只看本辖区。"));
    }

    private static Asked asked(Actor actor, Optional<String> scene, String place, Window window) {
        var domains = actor.scope().units().stream()
                .filter(unit -> unit.startsWith("a:") && Area.covers(unit.substring(2, unit.indexOf('|')), place))
                .map(unit -> unit.substring(unit.indexOf('|') + 1))
                .distinct()
                .toList();
        return new Asked(
                scene.filter(name -> !name.isBlank()),
                place,
                domains,
                window.from().atStartOfDay(Work.ZONE).toInstant(),
                window.until().plusDays(1).atStartOfDay(Work.ZONE).toInstant());
    }

    private EvaluationSummary summary(Work work, Asked asked, Window window, By by) {
        var figures = store.figures(asked);
        int least = least(work, asked.area());
        var directory = offices.at(work);
        int all = valid(figures);
        boolean few = SmallSamples.tooFew(all, least);
        var grouped = by == By.NONE
                ? Map.<String, List<Figure>>of()
                : figures.stream()
                        .collect(Collectors.groupingBy(key(by, asked.area()), TreeMap::new, Collectors.toList()));
        var sizes = grouped.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> valid(part.getValue())));
        var hidden = few ? sizes.keySet() : SmallSamples.hidden(sizes, least);
        return new EvaluationSummary(
                DEFINITION,
                asked.area(),
                directory.fullName(asked.area()),
                window.from(),
                window.until(),
                work.now(),
                least,
                row("", "合计", figures, few, least),
                figures.stream()
                        .filter(figure -> figure.exempt().isPresent())
                        .collect(Collectors.groupingBy(
                                figure -> figure.exempt().orElse(""),
                                TreeMap::new,
                                Collectors.summingInt(Figure::many)))
                        .entrySet()
                        .stream()
                        .map(reason -> new Exempted(reason.getKey(), reason.getValue()))
                        .toList(),
                grouped.entrySet().stream()
                        .map(part -> row(
                                part.getKey(),
                                name(directory, by, part.getKey()),
                                part.getValue(),
                                hidden.contains(part.getKey()),
                                least))
                        // by name: an order by share would be a ranking
                        .sorted(Comparator.comparing(Figures::name))
                        .toList());
    }

    private static Function<Figure, String> key(By by, String area) {
        int depth = area.split("\\.").length + 1;
        return by == By.OFFICE
                ? figure -> figure.agency().map(UUID::toString).orElse("")
                : figure -> java.util.Arrays.stream(figure.area().split("\\."))
                        .limit(depth)
                        .collect(Collectors.joining("."));
    }

    private static String name(Directory directory, By by, String key) {
        return by == By.OFFICE
                ? Optional.of(key)
                        .filter(id -> !id.isEmpty())
                        .flatMap(id -> directory.agency(UUID.fromString(id)))
                        .map(Agency::name)
                        .orElse("没有承办单位")
                : directory.area(key).map(Area::name).orElse(key);
    }

    private static int valid(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.grade().isPresent())
                .mapToInt(Figure::many)
                .sum();
    }

    private static int of(List<Figure> figures, Grade grade) {
        return figures.stream()
                .filter(figure -> figure.grade().equals(Optional.of(grade)))
                .mapToInt(Figure::many)
                .sum();
    }

    private static Figures row(String key, String name, List<Figure> figures, boolean hidden, int least) {
        int valid = valid(figures);
        int exempt = figures.stream().mapToInt(Figure::many).sum() - valid;
        if (hidden) {
            var why = valid < least ? "样本不足 " + least + "，不显示" : "为免推算出别处的，不显示";
            return new Figures(
                    key, name, Optional.of(valid), exempt, Optional.empty(), Optional.empty(), Optional.of(why));
        }
        var counts =
                new Counts(of(figures, Grade.SATISFIED), of(figures, Grade.FAIRLY), of(figures, Grade.DISSATISFIED));
        var share = valid == 0
                ? Optional.<String>empty()
                : Optional.of(BigDecimal.valueOf(100L * (counts.satisfied() + counts.fairly()))
                        .divide(BigDecimal.valueOf(valid), 1, RoundingMode.HALF_UP)
                        .toPlainString());
        return new Figures(key, name, Optional.of(valid), exempt, Optional.of(counts), share, Optional.empty());
    }

    private int least(Work work, String area) {
        return parameters
                .at(work, "evaluations.least-shown", area, work.today())
                .whole();
    }

    /// What somebody said, and nothing by which they can be told.
    record Word(String gradeTitle, String words) {}

    @GetMapping("/api/evaluations/words")
    @Allowed(value = Allowed.Door.OFFICERS, roles = "kernel.supervisor")
    Items<Word> words(
            Actor actor,
            @RequestParam Optional<String> scene,
            @RequestParam Optional<String> area,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until) {
        return transactions.run(JOB, work -> {
            var asked = asked(actor, scene, place(actor, area), window(work, from, until));
            boolean few = SmallSamples.tooFew(valid(store.figures(asked)), least(work, asked.area()));
            return new Items<>(
                    few
                            ? List.of()
                            : store.words(asked).stream()
                                    .map(each -> new Word(each.grade().title(), each.words()))
                                    .toList());
        });
    }
}
