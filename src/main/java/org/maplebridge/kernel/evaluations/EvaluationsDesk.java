package org.maplebridge.kernel.evaluations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.evaluations.PooledEvaluations.Told;
import org.maplebridge.kernel.evaluations.Summarising.By;
import org.maplebridge.kernel.evaluations.Summarising.Exempted;
import org.maplebridge.kernel.evaluations.Summarising.Figures;
import org.maplebridge.kernel.evaluations.SummaryStore.Asked;
import org.maplebridge.kernel.evaluations.SummaryStore.Figure;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Pooling.Block;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What people think, in figures that tell of nobody.
@RestController
class EvaluationsDesk {

    private static final Scope JOB = Scope.job("evaluations");

    private static final String DEFINITION = "满意率 =（满意 + 基本满意）÷ 有效评价数。有效评价：当事人自己说的，每件以最后一次为准；免评的另列，不进分母。按评价的日子、整月合起来计。";

    private final Transactions transactions;
    private final SummaryStore store;
    private final PooledEvaluations pooled;
    private final Offices offices;
    private final Parameters parameters;

    EvaluationsDesk(
            Transactions transactions,
            SummaryStore store,
            PooledEvaluations pooled,
            Offices offices,
            Parameters parameters) {
        this.transactions = transactions;
        this.store = store;
        this.pooled = pooled;
        this.offices = offices;
        this.parameters = parameters;
    }

    /// @param least how many must have said something before it is told
    /// @param told which days all figures are of; absent where nothing is told
    /// @param blocks the blocks of whole months that they are told of
    /// @param note why it is these, and not others
    /// @param exempt by reason
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record EvaluationSummary(
            String definition,
            String area,
            String areaName,
            LocalDate from,
            LocalDate until,
            Instant asOf,
            int least,
            Optional<Block> told,
            List<Block> blocks,
            String note,
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
            var asked = asked(actor, scene, place(actor, area), window(work, from, until));
            return summary(work, actor, asked, by.orElse(By.OFFICE));
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
        var widest = mine(actor).stream().min(Comparator.comparingInt(String::length));
        return asked.filter(path -> mine(actor).stream().anyMatch(own -> Area.covers(own, path)))
                .or(() -> asked.isEmpty() ? widest : Optional.empty())
                .orElseThrow(() -> Refused.notYours("满意度汇总给看得到整个区域的岗位用，只看本辖区。"));
    }

    private static List<String> mine(Actor actor) {
        return actor.scope().units().stream()
                .filter(unit -> unit.startsWith("a:"))
                .map(unit -> unit.substring(2, unit.indexOf('|')))
                .toList();
    }

    /// The widest area the actor sees around a place: whatever they could subtract it from.
    private static String own(Actor actor, String place) {
        return mine(actor).stream()
                .filter(area -> Area.covers(area, place))
                .min(Comparator.comparingInt(String::length))
                .orElse(place);
    }

    private static Asked asked(Actor actor, Optional<String> scene, String place, Window window) {
        var domains = actor.scope().units().stream()
                .filter(unit -> unit.startsWith("a:") && Area.covers(unit.substring(2, unit.indexOf('|')), place))
                .map(unit -> unit.substring(unit.indexOf('|') + 1))
                .distinct()
                .toList();
        return new Asked(scene.filter(name -> !name.isBlank()), place, domains, window.from(), window.until());
    }

    private EvaluationSummary summary(Work work, Actor actor, Asked asked, By by) {
        int least = least(work, asked.area());
        var told = pooled.told(asked, own(actor, asked.area()), least, work.today(), false);
        var figures = store.figures(told.range().orElse(asked));
        var directory = offices.at(work);
        boolean few = told.range().isEmpty();
        var cut = new Summarising.Cut(by, asked.area(), least);
        var beside = asked.scene()
                .filter(scene -> !few && by != By.NONE)
                .map(scene -> new Summarising.Beside(
                        Optional.of(scene),
                        store.figures(told.range().orElse(asked).ofAllScenes())))
                .orElse(Summarising.Beside.NOTHING);
        return new EvaluationSummary(
                DEFINITION,
                asked.area(),
                directory.fullName(asked.area()),
                asked.from(),
                asked.until(),
                work.now(),
                least,
                told.range().map(range -> new Block(range.from(), range.until())),
                told.blocks(),
                note(told, least),
                Summarising.whole(figures, few ? Optional.of(why(told, figures, least)) : Optional.empty()),
                Summarising.exempted(figures),
                Summarising.rows(figures, directory, cut, few, beside));
    }

    private static String why(Told told, List<Figure> figures, int least) {
        var why = Summarising.why(figures, least);
        return told.telling() || why.startsWith("样本") ? why : "没有凑够整月，不显示";
    }

    private static String note(Told told, int least) {
        if (told.telling()) {
            return "这里的数一说出来，就能和上一级或者全部事项的相减，推算出少数人的评价，所以不显示。请看上一级的合计。";
        }
        var others = "不到 " + least + " 件的月份要和后面的月份合起来，还没过完的这个月不算，免得前后一减看出是谁评的。";
        return told.range().isEmpty() ? "这段时间里没有一段可以说：" + others : "只说上面这几段，每段是整月，不少于 " + least + " 件。" + others;
    }

    private int least(Work work, String area) {
        return parameters
                .at(work, "evaluations.least-shown", area, work.today())
                .whole();
    }

    /// What somebody said, and nothing by which they can be told. Blocks hold as many who said something in words as
    /// those of figures hold judgements.
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
            var told = pooled.told(asked, own(actor, asked.area()), least(work, asked.area()), work.today(), true);
            return new Items<>(told.range().stream()
                    .flatMap(range -> store.words(range).stream())
                    .map(each -> new Word(each.grade().title(), each.words()))
                    .toList());
        });
    }
}
