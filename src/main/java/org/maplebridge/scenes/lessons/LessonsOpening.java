package org.maplebridge.scenes.lessons;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.stats.Tallies;
import org.maplebridge.scenes.lessons.Lesson.Counted;
import org.maplebridge.scenes.lessons.Lesson.Subject;
import org.maplebridge.scenes.lessons.LessonsSources.Source;
import org.springframework.stereotype.Component;

/// Drafts a lesson: how many there were, before that, and which ones.
@Component
class LessonsOpening {

    /// Of how many matters behind a count it is kept which they are.
    private static final int MOST_BEHIND = 500;

    private final LessonsStore store;
    private final LessonsSources sources;
    private final Tallies tallies;

    LessonsOpening(LessonsStore store, LessonsSources sources, Tallies tallies) {
        this.store = store;
        this.sources = sources;
        this.tallies = tallies;
    }

    Verdict open(Act act, Lessons.Open said) {
        if (!LessonsRules.place(said.area())) {
            return invalid("area", "按乡镇（街道）或者县（市、区）分析，请选到这一级。", "lessons.place");
        }
        var own = act.actor().agency().flatMap(act.offices()::agency).filter(office -> office.covers(said.area()));
        if (act.actor().kind() == Actor.Kind.OFFICER && own.isEmpty()) {
            return invalid("area", "不在您单位的区域里。", "lessons.place");
        }
        var source = sources.having(said.category());
        if (source.isEmpty()) {
            return invalid("category", "没有这一类，可以写：" + String.join("、", sources.titles()) + "。", "lessons.category");
        }
        var quarter = Quarter.of(said.day());
        if (said.day().isAfter(act.today())) {
            return invalid("day", "不能是还没有到的日子。", "lessons.day");
        }
        var supervising = own.filter(office -> LessonsRules.has(act.offices(), office.id(), LessonsLifecycle.ANALYST))
                .or(() -> LessonsRules.supervising(act.offices(), said.area()));
        if (supervising.isEmpty()) {
            return blocked("这里和上级都没有分析岗，没有人来分析。", "lessons.office", "本地默认");
        }
        return drafted(act, said, source.get(), quarter, supervising.get());
    }

    private Verdict drafted(Act act, Lessons.Open said, Source source, Quarter quarter, Agency supervising) {
        var cutOff = tallies.cutOff();
        if (cutOff.isEmpty()) {
            return blocked("统计还没有算出来，过一刻钟再来。", "lessons.counted", "本地默认");
        }
        var category = source.code(said.category()).orElseThrow();
        if (store.taken(source.scene(), said.area(), category, quarter)) {
            return invalid("day", quarter.title() + "的这一类在这里已经分析过，或者正在分析。", "lessons.once");
        }
        var subject = new Subject(
                source.scene(),
                source.metric(),
                said.area(),
                act.offices().fullName(said.area()),
                category,
                said.category().strip(),
                quarter);
        var before = quarter.previous();
        var counted = new Counted(
                subject,
                count(subject, Optional.of(category), quarter),
                count(subject, Optional.of(category), before),
                count(subject, Optional.empty(), quarter),
                count(subject, Optional.empty(), before),
                cutOff.get(),
                act.number("lessons.compared-from").whole(),
                said.reason(),
                tallies.matters(source.metric(), said.area(), category, quarter.from(), quarter.to(), MOST_BEHIND));
        return LessonsRules.enough(counted.count(), act.number("lessons.least").whole(), said.reason())
                .orElseGet(() -> {
                    store.draft(act.id(), counted, supervising.id());
                    return moved().title("规范一类事：" + subject.areaName() + " " + quarter.title() + " "
                                    + subject.categoryName())
                            .category(category)
                            .area(said.area())
                            .agency(supervising.id())
                            .occurredAt(quarter.from().atStartOfDay(Work.ZONE).toInstant());
                });
    }

    private long count(Subject subject, Optional<String> category, Quarter quarter) {
        return tallies.count(subject.metric(), subject.area(), category, quarter.from(), quarter.to());
    }
}
