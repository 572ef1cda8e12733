package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Canonical;

/// Adds to the batch what has changed between two states of a matter.
final class MatterWriter {

    private static final String INSERT = """
        insert into matters.matter (
               id, scene, life, domain, stage, stage_since, open, closed_at, area, level, agency, post, code,
               title, category, colour, parties, occurred_at, opened_at, source, batch, parent, returns,
               suspended_at, merged_into, due, version, head, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String UPDATE = """
        update matters.matter
           set stage = ?, stage_since = ?, open = ?, closed_at = ?, area = ?, level = ?, agency = ?, post = ?,
               title = ?, category = ?, colour = ?, parties = ?, occurred_at = ?, source = ?, returns = ?,
               suspended_at = ?, merged_into = ?, reopened = ?, due = ?, version = ?, head = ?, recorded_at = ?
         where id = ? and version = ?\
        """;

    private static final String DEADLINE = """
        insert into matters.deadline (matter, no, parameter, edition, level, term, from_at, due, last_day, settled,
                                      calendar, state, ended_at, pauses, extension, holder, alarm_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
        on conflict (matter, no) do update
           set edition = excluded.edition, term = excluded.term, due = excluded.due,
               last_day = excluded.last_day, settled = excluded.settled,
               calendar = excluded.calendar, state = excluded.state, ended_at = excluded.ended_at,
               pauses = excluded.pauses, extension = excluded.extension, alarm_at = excluded.alarm_at,
               alarm_step = case when excluded.due > matters.deadline.due then 0
                                 else matters.deadline.alarm_step end\
        """;

    private static final String PARTY =
            "insert into matters.party (matter, no, role, persona, shown) values (?, ?, ?, ?, ?)";

    private static final String PARTY_NOW = "update matters.party set role = ?, shown = ? where matter = ? and no = ?";

    private static final String LINK =
            "insert into matters.link (matter, no, kind, other, blocking) values (?, ?, ?, ?, ?)";

    private static final String RECUSAL = """
        insert into ground.recused (matter, no, person, ground, since, lifted_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (matter, no) do update
           set lifted_at = excluded.lifted_at\
        """;

    private MatterWriter() {}

    static void insert(Batch batch, MatterState state, Lead lead) {
        var m = state.matter();
        batch.add(
                INSERT,
                m.id(),
                m.scene(),
                m.life(),
                m.domain(),
                m.stage().name(),
                m.stage().since(),
                m.stage().open(),
                or(m.stage().closedAt()),
                m.office().area(),
                m.office().level(),
                or(m.office().agency()),
                or(m.office().post()),
                m.label().code(),
                m.label().title(),
                or(m.label().category()),
                or(m.label().colour()),
                or(m.label().parties()),
                m.origin().occurredAt(),
                m.origin().openedAt(),
                or(m.origin().source()),
                or(m.origin().batch()),
                or(m.origin().parent()),
                m.standing().returns(),
                or(m.standing().suspendedAt()),
                or(m.standing().mergedInto()),
                or(m.due()),
                m.chain().version(),
                m.chain().head().bytes(),
                m.chain().recordedAt());
        rest(batch, state, lead, List.of(), 0, 0);
        recusals(batch, m.id(), state.recusals(), List.of());
    }

    /// An office that gets a matter hears of every running limit anew: their alarms begin from the first.
    static void update(Batch batch, MatterState before, MatterState after, Lead lead) {
        var m = after.matter();
        batch.expecting(
                1,
                UPDATE,
                m.stage().name(),
                m.stage().since(),
                m.stage().open(),
                or(m.stage().closedAt()),
                m.office().area(),
                m.office().level(),
                or(m.office().agency()),
                or(m.office().post()),
                m.label().title(),
                or(m.label().category()),
                or(m.label().colour()),
                or(m.label().parties()),
                m.origin().occurredAt(),
                or(m.origin().source()),
                m.standing().returns(),
                or(m.standing().suspendedAt()),
                or(m.standing().mergedInto()),
                or(m.standing().reopened()),
                or(m.due()),
                m.chain().version(),
                m.chain().head().bytes(),
                m.chain().recordedAt(),
                m.id(),
                before.matter().chain().version());
        renamed(batch, before, after);
        boolean handedOn = !before.matter().office().agency().equals(m.office().agency());
        rest(
                batch,
                after,
                lead,
                before.deadlines().stream()
                        .filter(each -> !handedOn || each.state() != Deadline.State.RUNNING)
                        .toList(),
                before.parties().size(),
                before.links().size());
        recusals(batch, m.id(), after.recusals(), before.recusals());
    }

    private static void recusals(Batch batch, UUID matter, List<Recusal> now, List<Recusal> before) {
        now.stream()
                .filter(each -> !before.contains(each))
                .forEach(each -> batch.add(
                        RECUSAL,
                        matter,
                        each.no(),
                        each.person(),
                        each.ground().name(),
                        each.since(),
                        or(each.liftedAt())));
    }

    private static void renamed(Batch batch, MatterState before, MatterState after) {
        for (int i = 0; i < Math.min(before.parties().size(), after.parties().size()); i++) {
            var party = after.parties().get(i);
            if (!party.equals(before.parties().get(i))) {
                batch.add(PARTY_NOW, party.role(), party.shown(), after.matter().id(), party.no());
            }
        }
    }

    private static void rest(Batch batch, MatterState state, Lead lead, List<Deadline> before, int parties, int links) {
        UUID id = state.matter().id();
        state.deadlines().stream()
                .filter(deadline -> !before.contains(deadline))
                .forEach(deadline -> deadline(batch, id, deadline, lead));
        state.parties().stream()
                .skip(parties)
                .forEach(party -> batch.add(PARTY, id, party.no(), party.role(), party.persona(), party.shown()));
        state.links().stream()
                .skip(links)
                .forEach(link -> batch.add(LINK, id, link.no(), link.kind().name(), link.other(), link.blocking()));
    }

    /// How long before a limit ends the first alarm is due.
    interface Lead {
        Instant alarmAt(Deadline deadline);
    }

    static void deadline(Batch batch, UUID matter, Deadline d, Lead lead) {
        batch.add(
                DEADLINE,
                matter,
                d.no(),
                d.parameter(),
                d.edition(),
                or(d.level()),
                d.term(),
                d.from(),
                d.due(),
                d.lastDay(),
                d.settled(),
                d.calendar(),
                d.state().name(),
                or(d.endedAt()),
                Canonical.text(d.pauses()),
                or(d.extension()),
                or(d.holder()),
                d.state() == Deadline.State.RUNNING ? lead.alarmAt(d) : null);
    }

    private static <T> @org.jspecify.annotations.Nullable T or(Optional<T> value) {
        return value.orElse(null);
    }

    /// Numbers after those taken.
    static <T> List<T> appended(List<T> before, List<T> added) {
        var all = new ArrayList<>(before);
        all.addAll(added);
        return all;
    }
}
