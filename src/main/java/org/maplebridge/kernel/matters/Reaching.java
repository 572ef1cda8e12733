package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.orgs.Directory;

/// Who may see a matter: one row for each ancestor area, its office, its post and each party, in the matter's
/// domain.
/// None above the node's own root area.
final class Reaching {

    private static final String ADD = """
        insert into ground.reach (unit, domain, matter, basis, scene, stage, open, due, returned)
        select u.unit, ?, ?, u.basis, ?, ?, ?, coalesce(?::timestamptz, 'infinity'), ?
          from unnest(?::text[], ?::text[]) as u(unit, basis)
        on conflict (matter, unit, domain) do update
           set basis = excluded.basis, until = null\
        """;

    /// Whoever speaks for a party reaches the matter, with and without a code, for as long as they may speak: a
    /// guardian until the child grows up, an agent until they are dismissed. What was said last of somebody holds.
    private static final String SPEAKING = """
        with said as (
            select distinct on (o.subject, o.other, o.kind) o.*
              from people.relation o
             where o.matter = ?
             order by o.subject, o.other, o.kind, o.id desc),
        ends as (
            select o.other,
                   max(least(coalesce(o.ended_at, 'infinity'),
                             coalesce((o.last_day + 1)::timestamp at time zone 'Asia/Shanghai', 'infinity'),
                             case when o.kind = 'GUARDIAN'
                                   and s.adult_on > (o.entered_at at time zone 'Asia/Shanghai')::date
                                  then s.adult_on::timestamp at time zone 'Asia/Shanghai'
                                  else 'infinity' end)) as at
              from said o
              join people.persona s on s.id = o.subject
             group by o.other),
        codes as (
            update matters.code_holder h
               set until = nullif(e.at, 'infinity')
              from ends e
             where h.matter = ? and h.persona = e.other)
        update ground.reach r
           set until = nullif(e.at, 'infinity')
          from ends e
         where r.matter = ? and r.unit = 'p:' || e.other and r.unit <> all (?)\
        """;

    /// Whoever handles it goes on doing so.
    private static final String JOIN = """
        insert into ground.reach (unit, domain, matter, basis, scene, stage, open, due, returned)
        values (?, ?, ?, 'joint', ?, ?, ?, coalesce(?::timestamptz, 'infinity'), ?)
        on conflict (matter, unit, domain) do update
           set basis = case when ground.reach.basis = 'former' then 'joint' else ground.reach.basis end,
               until = case when ground.reach.basis = 'former' then null else ground.reach.until end\
        """;

    private static final String STATE = """
        update ground.reach
           set stage = ?, open = ?, due = coalesce(?::timestamptz, 'infinity'), returned = ?
         where matter = ?\
        """;

    /// What has ended, by sealing for one, does not begin again.
    private static final String FORMER = """
        update ground.reach
           set basis = 'former', until = least(coalesce(until, 'infinity'), ?)
         where matter = ? and unit = any(?) and domain = ?\
        """;

    private static final String SEAL = """
        update ground.reach
           set basis = 'sealed', until = ?
         where matter = ? and unit not like 'p:%' and (until is null or until > ?)\
        """;

    private static final String KEEP = """
        insert into ground.reach (unit, domain, matter, basis, scene, stage, open, due, returned)
        values (?, ?, ?, 'keeper', ?, ?, ?, 'infinity', ?)
        on conflict (matter, unit, domain) do update
           set basis = excluded.basis, until = null\
        """;

    private static final String KEPT =
            "update ground.reach set basis = 'former', until = ? where matter = ? and basis = 'keeper'";

    /// Unless the office has another part in the same matter that is open.
    private static final String PART_OVER = """
        update ground.reach r
           set basis = 'former', until = least(coalesce(r.until, 'infinity'), ?)
         where r.matter = ? and r.unit = ? and r.basis = 'joint'
           and not exists (select
                             from matters.link l
                             join matters.matter c on c.id = l.other
                            where l.matter = r.matter and l.kind = 'CHILD'
                              and c.open and c.agency = ? and c.id <> ?)\
        """;

    /// Those who handled it may know the code and its digits.
    private static final String CODE = "update matters.code set closed = ? where matter = ?";

    /// What is sealed is kept by those who decide on orders.
    private static final String KEEPERS = "orders";

    private static final String PERSONA = "p:";

    private Reaching() {}

    /// The units that reach a matter, each with its basis.
    static Map<String, String> units(MatterState state, Directory offices) {
        var units = new LinkedHashMap<String, String>();
        var matter = state.matter();
        var root = offices.rootArea()
                .map(area -> area.path())
                .orElse(matter.office().area());
        offices.ancestors(matter.office().area(), root).forEach(path -> units.put("a:" + path, "area"));
        matter.office().agency().ifPresent(agency -> units.put("g:" + agency, "office"));
        matter.office().post().ifPresent(post -> units.put("t:" + post, "task"));
        state.parties().forEach(party -> units.put(PERSONA + party.persona(), "party"));
        return units;
    }

    static void open(Batch batch, MatterState state, Directory offices) {
        add(batch, state, units(state, offices));
    }

    /// A post that sees it for as long as it is kept.
    static void alsoPost(Batch batch, MatterState state, UUID post) {
        add(batch, state, Map.of("t:" + post, "watcher"));
    }

    /// An office that is asked for a part sees it for as long as that part is open.
    static void alsoOffice(Batch batch, MatterState state, UUID office) {
        batch.add(
                JOIN,
                "g:" + office,
                state.matter().domain(),
                state.matter().id(),
                state.matter().scene(),
                state.matter().stage().name(),
                state.matter().stage().open(),
                state.matter().due().orElse(null),
                state.matter().standing().returns() > 0);
    }

    /// A part that an office was asked for has ended: it looks back for a while.
    static void partOver(Batch batch, Matter part, Instant formerUntil) {
        if (part.origin().parent().isPresent() && part.office().agency().isPresent()) {
            var office = part.office().agency().get();
            var whole = part.origin().parent().get();
            batch.add(PART_OVER, formerUntil, whole, "g:" + office, office, part.id());
        }
    }

    /// Closes a matter to everybody but those who keep it; a party asks them.
    static void seal(Batch batch, MatterState state, UUID keeper, Instant now) {
        var matter = state.matter();
        batch.add(SEAL, now, matter.id(), now)
                .add(CODE, true, matter.id())
                .add(
                        KEEP,
                        "g:" + keeper,
                        KEEPERS,
                        matter.id(),
                        matter.scene(),
                        matter.stage().name(),
                        matter.stage().open(),
                        matter.standing().returns() > 0);
    }

    /// Opens it again to those whom it reaches by its area, office and post.
    static void unseal(Batch batch, MatterState state, Directory offices, Instant now) {
        batch.add(KEPT, now, state.matter().id())
                .add(CODE, false, state.matter().id());
        // parties were never shut out: whoever no longer speaks for one stays out
        var units = units(state, offices);
        units.keySet().removeIf(unit -> unit.startsWith(PERSONA));
        add(batch, state, units);
    }

    /// @param formerUntil how long an office that no longer handles the matter may still look at it
    static void moved(Batch batch, MatterState before, MatterState after, Directory offices, Instant formerUntil) {
        var matter = after.matter();
        batch.add(
                STATE,
                matter.stage().name(),
                matter.stage().open(),
                matter.due().orElse(null),
                matter.standing().returns() > 0,
                matter.id());
        byUnits(batch, before, after, offices, formerUntil);
        if (!after.parties().equals(before.parties())) {
            speaking(batch, after);
        }
    }

    /// How long those see it who speak for others.
    static void speaking(Batch batch, MatterState state) {
        var id = state.matter().id();
        var themselves = state.parties().stream()
                .filter(party -> !PartyRoles.speaksForOthers(party.role()))
                .map(party -> PERSONA + party.persona())
                .toArray(String[]::new);
        batch.add(SPEAKING, id, id, id, themselves);
    }

    private static void byUnits(
            Batch batch, MatterState before, MatterState after, Directory offices, Instant formerUntil) {
        var matter = after.matter();
        var now = units(after, offices);
        var earlier = units(before, offices);
        if (now.equals(earlier)) {
            return;
        }
        var added = new LinkedHashMap<>(now);
        added.keySet().removeAll(earlier.keySet());
        if (!added.isEmpty()) {
            add(batch, after, added);
        }
        List<String> gone = new ArrayList<>(earlier.keySet());
        gone.removeAll(Set.copyOf(now.keySet()));
        if (!gone.isEmpty()) {
            batch.add(FORMER, formerUntil, matter.id(), gone.toArray(String[]::new), matter.domain());
        }
    }

    private static void add(Batch batch, MatterState state, Map<String, String> units) {
        var matter = state.matter();
        batch.add(
                ADD,
                matter.domain(),
                matter.id(),
                matter.scene(),
                matter.stage().name(),
                matter.stage().open(),
                matter.due().orElse(null),
                matter.standing().returns() > 0,
                units.keySet().toArray(String[]::new),
                units.values().toArray(String[]::new));
    }
}
