package org.maplebridge.kernel.people;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who speaks for whom, and who agreed to what, in the course of a matter.
@Component
public class Ties {

    /// Years of age at which somebody is grown up. Civil Code, art. 17.
    public static final int ADULT = 18;

    /// Years of age from which somebody agrees for themselves. Personal Information Protection Law, art. 31.
    public static final int CONSENTS = 14;

    private static final String RELATE = """
        insert into people.relation (id, matter, subject, other, kind, power, first_day, last_day, basis,
                                     entered_by, entered_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String CONSENT = """
        insert into people.consent (id, matter, persona, given_by, what, how, given_at)
        values (?, ?, ?, ?, ?, ?, ?)\
        """;

    private static final String WITHDRAW = """
        update people.consent
           set withdrawn_at = :at
         where matter = :matter and persona = :persona and what = :what and withdrawn_at is null\
        """;

    private static final String WARDS = """
        select r.subject
          from people.relation r
          join people.persona s on s.id = r.subject
         where r.matter = :matter and r.other = :other and r.kind = 'GUARDIAN' and r.ended_at is null
           and r.first_day <= :today and (r.last_day is null or r.last_day >= :today)
           and not exists (select from people.relation n
                            where n.matter = r.matter and n.subject = r.subject and n.other = r.other
                              and n.kind = r.kind and n.ended_at is null and n.id > r.id)
           and (s.adult_on is null or s.adult_on > :today
                or s.adult_on <= (r.entered_at at time zone 'Asia/Shanghai')::date)\
        """;

    /// By what was said last of them, and as far as it reaches today.
    private static final String ACTS_FOR = """
        select r.subject
          from people.relation r
         where r.matter = :matter and r.other = :other and r.ended_at is null
           and (r.kind = 'GUARDIAN' or r.kind = 'AGENT' and r.power = 'SPECIAL')
           and r.first_day <= (current_setting('maple.now')::timestamptz at time zone 'Asia/Shanghai')::date
           and coalesce(r.last_day >= (current_setting('maple.now')::timestamptz at time zone 'Asia/Shanghai')::date,
                        true)
           and not exists (select from people.relation n
                            where n.matter = r.matter and n.subject = r.subject and n.other = r.other
                              and n.kind = r.kind and n.id > r.id)\
        """;

    private static final String END = """
        update people.relation
           set ended_at = ?
         where matter = ? and subject = ? and other = ? and kind = ? and ended_at is null\
        """;

    /// What was said last of each whom somebody is tied to in this way; in the order in which they were first named.
    private static final String LAST = """
        select n.*, n.ended_at is not null as ended
          from (select subject, min(entered_at) as first
                  from people.relation
                 where matter = :matter and other = :other and kind = :kind
                 group by subject) s
         cross join lateral (
               select r.*
                 from people.relation r
                where r.matter = :matter and r.other = :other and r.kind = :kind and r.subject = s.subject
                order by r.id desc
                limit 1) n
         order by s.first, n.subject\
        """;

    private static final String SPEAKS_FOR = """
        select subject
          from people.relation
         where matter = :matter and other = :other and ended_at is null and kind in ('GUARDIAN', 'AGENT')\
        """;

    private static final String CONSENTS_OF = """
        select matter, persona, given_by, what, how
          from people.consent
         where matter = :matter and persona = :persona and withdrawn_at is null
         order by id\
        """;

    private final JdbcClient db;

    Ties(JdbcClient db) {
        this.db = db;
    }

    /// That somebody speaks for a party or belongs to them.
    ///
    /// @param kind GUARDIAN, AGENT, SPOUSE or EMPLOYER
    /// @param power GENERAL or SPECIAL, for agents
    /// @param last both days count; none if it has no end
    /// @param basis the paper it rests on
    public record Relation(
            UUID matter,
            UUID subject,
            UUID other,
            String kind,
            Optional<String> power,
            LocalDate first,
            Optional<LocalDate> last,
            String basis) {}

    /// That somebody agreed to one thing.
    ///
    /// @param givenBy themselves, or their guardian
    public record Consent(UUID matter, UUID persona, UUID givenBy, String what, String how) {}

    /// Keeps a relation.
    public void relate(Work work, Batch batch, Relation relation, String enteredBy) {
        batch.add(
                RELATE,
                Ids.at(work.now()),
                relation.matter(),
                relation.subject(),
                relation.other(),
                relation.kind(),
                relation.power().orElse(null),
                relation.first(),
                relation.last().orElse(null),
                relation.basis(),
                enteredBy,
                work.now());
    }

    /// A relation as it was said last.
    ///
    /// @param ended whether it was ended before its last day
    public record Last(Relation relation, boolean ended) {

        /// Whether it holds on a day.
        public boolean holds(LocalDate day) {
            return !ended
                    && !relation.first().isAfter(day)
                    && relation.last().filter(last -> last.isBefore(day)).isEmpty();
        }
    }

    /// What was said last of everybody whom somebody is tied to in this way, within a matter.
    public List<Last> last(UUID matter, UUID other, String kind) {
        return db.sql(LAST)
                .param("matter", matter)
                .param("other", other)
                .param("kind", kind)
                .query((row, at) -> new Last(
                        new Relation(
                                matter,
                                row.getObject("subject", UUID.class),
                                other,
                                kind,
                                Optional.ofNullable(row.getString("power")),
                                row.getObject("first_day", LocalDate.class),
                                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                                row.getString("basis")),
                        row.getBoolean("ended")))
                .list();
    }

    /// Ends a relation at this moment; what was done under it stays.
    public void end(Work work, Batch batch, Relation relation) {
        batch.add(END, work.now(), relation.matter(), relation.subject(), relation.other(), relation.kind());
    }

    /// Keeps a consent.
    public void consent(Work work, Batch batch, Consent consent) {
        batch.add(
                CONSENT,
                Ids.at(work.now()),
                consent.matter(),
                consent.persona(),
                consent.givenBy(),
                consent.what(),
                consent.how(),
                work.now());
    }

    /// Ends a consent; false if there was none.
    public boolean withdraw(Work work, UUID matter, UUID persona, String what) {
        return db.sql(WITHDRAW)
                        .param("at", work.now().atOffset(ZoneOffset.UTC))
                        .param("matter", matter)
                        .param("persona", persona)
                        .param("what", what)
                        .update()
                > 0;
    }

    /// Those whom somebody is the guardian of today, in a matter.
    public List<UUID> wards(Work work, UUID matter, UUID guardian) {
        return db.sql(WARDS)
                .param("matter", matter)
                .param("other", guardian)
                .param("today", work.today())
                .query((row, at) -> row.getObject("subject", UUID.class))
                .list();
    }

    /// Those for whom somebody may act in a matter, as their guardian or with a special power.
    public List<UUID> actsFor(UUID matter, UUID other) {
        return subjects(ACTS_FOR, matter, other);
    }

    /// Those for whom somebody speaks in a matter, with whatever power.
    public List<UUID> speaksFor(UUID matter, UUID other) {
        return subjects(SPEAKS_FOR, matter, other);
    }

    private List<UUID> subjects(String sql, UUID matter, UUID other) {
        return db.sql(sql)
                .param("matter", matter)
                .param("other", other)
                .query((row, at) -> row.getObject("subject", UUID.class))
                .list();
    }

    /// What somebody agreed to and has not taken back, in a matter.
    public List<Consent> consents(UUID matter, UUID persona) {
        return db.sql(CONSENTS_OF)
                .param("matter", matter)
                .param("persona", persona)
                .query((row, at) -> new Consent(
                        row.getObject("matter", UUID.class),
                        row.getObject("persona", UUID.class),
                        row.getObject("given_by", UUID.class),
                        row.getString("what"),
                        row.getString("how")))
                .list();
    }
}
