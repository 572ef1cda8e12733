package org.maplebridge.kernel.matters;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.ground.AskedDay;
import org.maplebridge.kernel.ground.ColourName;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// Reads what a list is asked for: refuses what can't be meant, and says the rest in Chinese.
@Component
class MatterAsking {

    private static final int LONGEST_SEARCH = 100;

    private final Transactions transactions;
    private final SceneBook scenes;
    private final Offices offices;
    private final Parameters parameters;
    private final Calendars calendars;

    MatterAsking(
            Transactions transactions, SceneBook scenes, Offices offices, Parameters parameters, Calendars calendars) {
        this.transactions = transactions;
        this.scenes = scenes;
        this.offices = offices;
        this.parameters = parameters;
        this.calendars = calendars;
    }

    /// The filter of the first page.
    ///
    /// @throws Refused naming the field that can't be meant
    ListQuery.Filter filter(Actor actor, MatterAsked asked) {
        asked.colour().ifPresent(MatterAsking::colour);
        boolean late = asked.overdue().orElse(false);
        boolean soon = asked.dueSoon().orElse(false);
        boolean returned = asked.returned().orElse(false);
        if (late && soon) {
            throw fault("dueSoon", "逾期的和快到期的，请只选一种。");
        }
        var span = late || soon ? Optional.of(transactions.run(actor.scope(), this::soon)) : Optional.<Window>empty();
        var dueAfter = span.filter(each -> soon).map(Window::now);
        var before = Stream.concat(
                        span.map(each -> late ? each.now() : each.soon()).stream(),
                        asked.dueBefore().map(MatterAsking::moment).stream())
                .min(Comparator.naturalOrder());
        return new ListQuery.Filter(
                asked.scene(),
                stages(asked.scene(), asked.stage()),
                asked.area(),
                asked.colour(),
                dueAfter,
                before,
                asked.q().map(MatterAsking::words).filter(words -> !words.isEmpty()),
                returned,
                onlyOpen(asked) ? Optional.of(true) : asked.open(),
                Optional.empty(),
                Optional.empty(),
                Page.MOST);
    }

    /// What is late, soon due or was returned is so as long as it is open.
    private static boolean onlyOpen(MatterAsked asked) {
        return Stream.of(asked.overdue(), asked.dueSoon(), asked.returned()).anyMatch(Optional.of(true)::equals);
    }

    /// From now until what still counts as soon.
    private record Window(Instant now, Instant soon) {}

    private Window soon(Work work) {
        var span = parameters
                .at(work, "matters.due-soon", root(work), work.today())
                .span();
        return new Window(work.now(), span.later(work.now(), calendars.at(work)));
    }

    /// The area whose numbers hold for all.
    String root(Work work) {
        return offices.at(work).rootArea().map(Area::path).orElse("");
    }

    private static Refused fault(String field, String words) {
        return new Refused(Problem.fields(List.of(new Problem.Field(field, words))));
    }

    private static ColourName colour(String asked) {
        var known = Arrays.stream(ColourName.values())
                .map(colour -> colour.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(asked)) {
            throw fault("colour", "没有这个颜色，可选：" + String.join("、", known) + "。");
        }
        return ColourName.valueOf(asked.toUpperCase(Locale.ROOT));
    }

    private static String words(String said) {
        var words = said.strip();
        Words.fault(words, LONGEST_SEARCH, false).ifPresent(fault -> {
            throw fault("q", fault);
        });
        return words;
    }

    /// Asked for a scene without a stage, each of its stages is a branch of its own.
    private List<ListQuery.StageAsked> stages(Optional<String> scene, Optional<String> stage) {
        if (scene.isEmpty()) {
            if (stage.isPresent()) {
                throw fault("scene", "按环节筛选时，请同时给出业务（scene）。");
            }
            return List.of();
        }
        var life = scenes.scene(scene.get()).life();
        var ends = life.ends().stream().map(Enum::name).toList();
        var all = life.stages().stream().map(Enum::name).toList();
        if (stage.isPresent() && !all.contains(stage.get())) {
            throw fault("stage", "没有这个环节，可选：" + String.join("、", all) + "。");
        }
        return all.stream()
                .filter(name -> stage.isEmpty() || stage.get().equals(name))
                .map(name -> new ListQuery.StageAsked(name, ends.contains(name)))
                .toList();
    }

    /// A moment, or a day for its beginning.
    private static Instant moment(String text) {
        try {
            var moment = text.length() == "2026-09-05".length()
                    ? LocalDate.parse(text).atStartOfDay(Work.ZONE).toOffsetDateTime()
                    : OffsetDateTime.parse(text);
            AskedDay.within("dueBefore", moment.toLocalDate());
            return moment.toInstant();
        } catch (DateTimeException malformed) {
            throw fault("dueBefore", "时间不对，请按 2026-09-05 或 2026-09-05T00:00:00+08:00 的样子填写。");
        }
    }

    /// What is asked for, in Chinese; for whoever holds the list in their hands later.
    String said(Work work, MatterAsked asked) {
        return said(
                work,
                asked,
                asked.q().map(String::strip).filter(words -> !words.isEmpty()).map(words -> "含“" + words + "”"));
    }

    /// As it is put on record: that a word was searched for, not which; it may be a name.
    String noted(Work work, MatterAsked asked) {
        return said(work, asked, asked.q().filter(words -> !words.isBlank()).map(words -> "含某个词"));
    }

    private String said(Work work, MatterAsked asked, Optional<String> searched) {
        var said = new ArrayList<>(searched.stream().toList());
        asked.scene().map(scenes::scene).ifPresent(scene -> {
            said.add(scene.title());
            asked.stage().map(scene::stageTitle).ifPresent(said::add);
        });
        asked.area().map(offices.at(work)::fullName).ifPresent(said::add);
        asked.colour().map(name -> "激化度" + colour(name).title()).ifPresent(said::add);
        asked.dueBefore().ifPresent(day -> said.add(day + " 前到期"));
        asked.overdue().filter(yes -> yes).ifPresent(yes -> said.add("已逾期"));
        asked.dueSoon().filter(yes -> yes).ifPresent(yes -> said.add("快到期"));
        asked.returned().filter(yes -> yes).ifPresent(yes -> said.add("退回过"));
        asked.open().filter(any -> !onlyOpen(asked)).ifPresent(open -> said.add(open ? "还没办完" : "已办完"));
        return said.isEmpty() ? "没有筛选" : String.join("，", said);
    }
}
