package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.ColourName;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reads matters: the list, the page and its parts.
@RestController
class MatterDesk {

    private static final int LONGEST_SEARCH = 100;

    private final Transactions transactions;
    private final MatterReading reading;
    private final MoveReading moves;
    private final LimitPages limits;
    private final MatterList list;
    private final SceneBook scenes;
    private final Offices offices;
    private final Parameters parameters;
    private final Calendars calendars;

    MatterDesk(
            Transactions transactions,
            MatterReading reading,
            MoveReading moves,
            LimitPages limits,
            MatterList list,
            SceneBook scenes,
            Offices offices,
            Parameters parameters,
            Calendars calendars) {
        this.transactions = transactions;
        this.reading = reading;
        this.moves = moves;
        this.limits = limits;
        this.list = list;
        this.scenes = scenes;
        this.offices = offices;
        this.parameters = parameters;
        this.calendars = calendars;
    }

    @GetMapping("/api/matters")
    @Allowed(Allowed.Door.OFFICERS)
    Page<MatterRow> list(
            Actor actor,
            @RequestParam Optional<String> scene,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> colour,
            @RequestParam Optional<String> dueBefore,
            @RequestParam Optional<String> q,
            @RequestParam Optional<Boolean> overdue,
            @RequestParam Optional<Boolean> dueSoon,
            @RequestParam Optional<Boolean> returned,
            @RequestParam Optional<Boolean> open,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        colour.ifPresent(MatterDesk::refuseUnknownColour);
        boolean late = overdue.orElse(false);
        boolean soon = dueSoon.orElse(false);
        if (late && soon) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("dueSoon", "逾期的和快到期的，请只选一种。"))));
        }
        var span = late || soon ? Optional.of(transactions.run(actor.scope(), this::soon)) : Optional.<Window>empty();
        var dueAfter = span.filter(each -> soon).map(Window::now);
        var before = late ? span.map(Window::now) : soon ? span.map(Window::soon) : dueBefore.map(MatterDesk::moment);
        return list.find(
                actor,
                new ListQuery.Filter(
                        scene,
                        stages(scene, stage),
                        area,
                        colour,
                        dueAfter,
                        before,
                        q.map(MatterDesk::words).filter(words -> !words.isEmpty()),
                        returned.orElse(false),
                        late || soon || returned.orElse(false) ? Optional.of(true) : open,
                        after,
                        Page.limit(limit)));
    }

    /// From now until what still counts as soon.
    private record Window(Instant now, Instant soon) {}

    private Window soon(Work work) {
        var root = offices.at(work).rootArea().map(Area::path).orElse("");
        var soon = parameters.at(work, "matters.due-soon", root, work.today()).span();
        return new Window(work.now(), soon.later(work.now(), calendars.at(work)));
    }

    private static void refuseUnknownColour(String asked) {
        var known = Arrays.stream(ColourName.values())
                .map(colour -> colour.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.contains(asked)) {
            throw new Refused(
                    Problem.fields(List.of(new Problem.Field("colour", "没有这个颜色，可选：" + String.join("、", known) + "。"))));
        }
    }

    private static String words(String said) {
        var words = said.strip();
        Words.fault(words, LONGEST_SEARCH, false).ifPresent(fault -> {
            throw new Refused(Problem.fields(List.of(new Problem.Field("q", fault))));
        });
        return words;
    }

    /// Asked for a scene without a stage, each of its stages is a branch of its own.
    private List<ListQuery.StageAsked> stages(Optional<String> scene, Optional<String> stage) {
        if (scene.isEmpty()) {
            if (stage.isPresent()) {
                throw new Refused(Problem.fields(List.of(new Problem.Field("scene", "按环节筛选时，请同时给出业务（scene）。"))));
            }
            return List.of();
        }
        var life = scenes.scene(scene.get()).life();
        var ends = life.ends().stream().map(Enum::name).toList();
        var all = life.stages().stream().map(Enum::name).toList();
        if (stage.isPresent() && !all.contains(stage.get())) {
            throw new Refused(
                    Problem.fields(List.of(new Problem.Field("stage", "没有这个环节，可选：" + String.join("、", all) + "。"))));
        }
        return all.stream()
                .filter(name -> stage.isEmpty() || stage.get().equals(name))
                .map(name -> new ListQuery.StageAsked(name, ends.contains(name)))
                .toList();
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (java.time.DateTimeException malformed) {
            throw new Refused(Problem.fields(
                    List.of(new Problem.Field("dueBefore", "时间不对，请按 2026-09-05T00:00:00+08:00 的样子填写。"))));
        }
    }

    @GetMapping("/api/matters/{id}")
    @Allowed(Allowed.Door.OFFICERS)
    ResponseEntity<MatterPage.Whole> one(Actor actor, @PathVariable UUID id) {
        var whole = transactions.run(actor.scope(), work -> reading.whole(work, id));
        return ResponseEntity.ok().eTag("\"" + whole.row().version() + "\"").body(whole);
    }

    @GetMapping("/api/matters/{id}/moves")
    @Allowed(Allowed.Door.OFFICERS)
    MatterPage.Moves moves(Actor actor, @PathVariable UUID id) {
        return transactions.run(actor.scope(), work -> moves.of(work, actor, reading.state(id)));
    }

    /// A piece of the trail, newest first.
    ///
    /// @param intact whether the entries shown hold together; `verify` proves the whole
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record TrailPage(List<MatterPage.EntryLine> items, Optional<String> next, boolean intact) {}

    @GetMapping("/api/matters/{id}/trail")
    @Allowed(Allowed.Door.OFFICERS)
    TrailPage trail(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int below = after.map(MatterDesk::number).orElse(Integer.MAX_VALUE);
        int most = Page.limit(limit);
        var lines = transactions.run(actor.scope(), work -> reading.trail(work, id, below, most + 1));
        var page = Page.cut(lines, most, line -> List.of(line.seq()));
        boolean intact = true;
        for (int i = 0; i + 1 < lines.size(); i++) {
            intact &= lines.get(i).prev().equals(Optional.of(lines.get(i + 1).hash()));
        }
        return new TrailPage(page.items(), page.next(), intact);
    }

    private static int number(String after) {
        var key = Page.decode(after, 1).get(0);
        if (!key.canConvertToInt()) {
            throw Page.foreign();
        }
        return key.intValue();
    }

    @GetMapping("/api/matters/{id}/deadlines")
    @Allowed(Allowed.Door.OFFICERS)
    Items<MatterPage.Limit> deadlines(Actor actor, @PathVariable UUID id) {
        return new Items<>(transactions.run(actor.scope(), work -> limits.of(work, reading.state(id))));
    }

    @GetMapping("/api/matters/{id}/links")
    @Allowed(Allowed.Door.OFFICERS)
    Items<MatterPage.Linked> links(Actor actor, @PathVariable UUID id) {
        return new Items<>(transactions.run(actor.scope(), work -> {
            var links = reading.state(id).links();
            var seen = reading.others(links.stream().map(Link::other).toList());
            return links.stream()
                    .map(link -> new MatterPage.Linked(
                            link.kind(),
                            link.kind().title(),
                            link.blocking(),
                            Optional.ofNullable(seen.get(link.other())).map(this::brief),
                            !seen.containsKey(link.other())))
                    .toList();
        }));
    }

    private MatterPage.Brief brief(MatterState state) {
        var matter = state.matter();
        return new MatterPage.Brief(
                matter.id(),
                matter.label().code(),
                matter.label().title(),
                reading.scene(state).stageTitle(matter.stage().name()));
    }
}
