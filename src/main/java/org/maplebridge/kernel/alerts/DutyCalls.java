package org.maplebridge.kernel.alerts;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.appointments.OnDuty;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Conflicts;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.Happened;
import org.maplebridge.kernel.trail.Happening;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Outside working hours, what can't wait reaches whoever is on duty: in the office that has it, or else in the nearest
/// above it that has put somebody down. Once for each office and duty day, beside all that is told anyway. Where nobody
/// keeps a roster the office itself is told so.
@Component
class DutyCalls implements Happened {

    /// What is heard so late is heard by daylight as well.
    private static final Duration STALE = Duration.ofDays(1);

    private static final int LOOKED_BACK = 50;

    private static final String GENERAL = "general";

    private static final String RAISE = """
        insert into alerts.alert (id, matter, deadline_no, kind, level, unit, desk, domain, limit_title, due_at,
                                  settled, raised_at, about)
        values (:id, :matter, 0, 'ON_DUTY', :level, :unit, :desk, :domain, :words, :begun, true, :now, :about)
        on conflict do nothing\
        """;

    private static final String CALLED = """
        select about from alerts.alert
         where matter = :matter and kind = 'ON_DUTY' and due_at = :begun\
        """;

    private static final String KEEPS_OUT = """
        select exists (select from ground.recused r
                        where r.matter = :matter and r.person = :person and r.lifted_at is null)\
        """;

    private final DutyBook book;
    private final OnDuty duty;
    private final Matters matters;
    private final Trail trail;
    private final Offices offices;
    private final Access access;
    private final Conflicts conflicts;
    private final JdbcClient db;

    DutyCalls(
            DutyBook book,
            OnDuty duty,
            Matters matters,
            Trail trail,
            Offices offices,
            Access access,
            Conflicts conflicts,
            JdbcClient db) {
        this.book = book;
        this.duty = duty;
        this.matters = matters;
        this.trail = trail;
        this.offices = offices;
        this.access = access;
        this.conflicts = conflicts;
        this.db = db;
    }

    @Override
    public String name() {
        return "duty";
    }

    @Override
    public boolean fromTheBeginning() {
        return false;
    }

    @Override
    public void heard(Work work, Happening entry) {
        var page = book.of(entry.scene());
        if (!page.concerns(entry.verb())
                || entry.recordedAt().isBefore(work.now().minus(STALE))) {
            return;
        }
        matters.find(entry.matter())
                .filter(matter -> matter.stage().open())
                .ifPresent(matter ->
                        duty.off(work, matter.office().area()).ifPresent(off -> heard(work, entry, page, matter, off)));
    }

    private void heard(Work work, Happening entry, DutyBook.Page page, Matter matter, OnDuty.Off off) {
        var directory = offices.at(work);
        var office = matter.office().agency().flatMap(directory::agency);
        var called = called(matter.id(), off);
        if (office.isEmpty() || called.contains(about(matter, office.get()))) {
            return;
        }
        boolean red = matter.label().colour().filter(page.colour()::equals).isPresent();
        boolean urgent = red
                || (page.asks(entry.verb()) && dangerous(entry, page))
                || (page.arrives().contains(entry.verb()) && (!called.isEmpty() || lately(work, entry, page)));
        if (urgent) {
            call(new Call(work, directory, matter, office.get(), off, red ? "红色" : "有危险"));
        }
    }

    private boolean dangerous(Happening entry, DutyBook.Page page) {
        return trail.entry(entry.matter(), entry.seq())
                .flatMap(Entry::body)
                .map(Canonical.MAPPER::readTree)
                .filter(said -> page.dangerous(entry.verb(), said))
                .isPresent();
    }

    /// Whether a danger was told by daylight to an office that has handed it on since.
    private boolean lately(Work work, Happening entry, DutyBook.Page page) {
        return trail.newest(entry.matter(), entry.seq(), LOOKED_BACK).stream()
                .takeWhile(before -> !page.calms().contains(before.envelope().verb()))
                .takeWhile(before -> before.recordedAt().isAfter(work.now().minus(STALE)))
                .anyMatch(before -> before.body()
                        .map(Canonical.MAPPER::readTree)
                        .filter(said -> page.dangerous(before.envelope().verb(), said))
                        .isPresent());
    }

    /// @param why what can't wait about it
    private record Call(Work work, Directory directory, Matter matter, Agency office, OnDuty.Off off, String why) {}

    private void call(Call call) {
        var without = new ArrayList<String>();
        for (var office : upwards(call)) {
            var there = there(call, office);
            var words = call.off().words() + "："
                    + (without.isEmpty() ? "" : String.join("、", without) + "没有能接的值班人员，由您接。")
                    + "有一件" + call.why() + "的，请马上处置";
            there.forEach(person -> raise(call, without.size(), AlertStore.person(person), Optional.empty(), words));
            if (!there.isEmpty()) {
                return;
            }
            without.add(office.name());
        }
        raise(
                call,
                0,
                "g:" + call.office().id(),
                call.matter().office().post().map(post -> "t:" + post),
                "下班时间来了一件" + call.why() + "的，本单位和上级都没有排值班，或者排的人不在岗、要回避，请看到的人马上处置，并把值班表排好");
    }

    /// The office and those above it; ends even if parents were entered in a circle.
    private static List<Agency> upwards(Call call) {
        return Stream.iterate(
                        Optional.of(call.office()), Optional::isPresent, at -> at.flatMap(call.directory()::above))
                .limit(8)
                .map(Optional::orElseThrow)
                .distinct()
                .toList();
    }

    /// Who is on duty there and can be told: not away, without an interest in it, and able to see it.
    private List<UUID> there(Call call, Agency office) {
        return duty.of(office.id(), call.off()).stream()
                .filter(person ->
                        call.directory().away(person, call.off().day()).isEmpty())
                .filter(person -> !keepsOut(call.matter().id(), person))
                .filter(person -> !conflicts.certain(call.matter().id(), person))
                .filter(person -> sees(call, person))
                .toList();
    }

    private boolean keepsOut(UUID matter, UUID person) {
        return db.sql(KEEPS_OUT)
                .param("matter", matter)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /// Whoever would not see it by their post sees it until the duty ends; what is secret stays so.
    private boolean sees(Call call, UUID person) {
        return actor(call.work(), person)
                .filter(actor -> reaches(call, actor) || shown(call, actor))
                .isPresent();
    }

    private Optional<Actor> actor(Work work, UUID person) {
        try {
            return Optional.of(access.officer(work, person, Optional.empty()));
        } catch (Refused noPost) {
            return Optional.empty();
        }
    }

    private static boolean reaches(Call call, Actor actor) {
        var domain = "|" + call.matter().domain();
        var units = actor.scope().units();
        var area = call.matter().office().area();
        var root = call.directory().rootArea().map(Area::path).orElse(area);
        return units.contains("g:" + call.office().id() + domain)
                || call.directory().ancestors(area, root).stream()
                        .anyMatch(path -> units.contains("a:" + path + domain));
    }

    private boolean shown(Call call, Actor actor) {
        var post = actor.post()
                .filter(at -> call.matter().domain().equals(GENERAL)
                        && actor.scope().units().contains("t:" + at + "|" + GENERAL));
        post.ifPresent(at -> matters.showTo(call.matter().id(), at, call.off().until()));
        return post.isPresent();
    }

    private List<String> called(UUID matter, OnDuty.Off off) {
        return db.sql(CALLED)
                .param("matter", matter)
                .param("begun", off.begun().atOffset(ZoneOffset.UTC))
                .query((row, at) -> Objects.requireNonNull(row.getString("about")))
                .list();
    }

    private static String about(Matter matter, Agency office) {
        return "duty:" + matter.id() + "|" + office.id();
    }

    private void raise(Call call, int level, String unit, Optional<String> desk, String words) {
        db.sql(RAISE)
                .param("id", Ids.at(call.work().now()))
                .param("matter", call.matter().id())
                .param("level", level)
                .param("unit", unit)
                .param("desk", desk.orElse(null))
                .param("domain", call.matter().domain())
                .param("words", words)
                .param("begun", call.off().begun().atOffset(ZoneOffset.UTC))
                .param("now", call.work().now().atOffset(ZoneOffset.UTC))
                .param("about", about(call.matter(), call.office()))
                .update();
    }
}
