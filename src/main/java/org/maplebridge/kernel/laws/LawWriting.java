package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.people.Initials;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes an edition as a whole. Needs a transaction of a job.
@Component
class LawWriting {

    /// One edition after the other, in all processes: the numbers of changes then stand in the order of commits.
    private static final String TURN = "select pg_advisory_xact_lock(7226437)";

    private static final String LAW = "select id from laws.law where key = :key";
    private static final String NEWEST = "select max(passed) from laws.edition where law = :law";
    private static final String THERE =
            "select id, digest, source from laws.edition where law = :law and passed = :passed";
    private static final String ADD_LAW = """
        insert into laws.law (id, key, name, called, initials, level, branch, area)
        values (?, ?, ?, ?::text[], ?, ?, ?, ?)\
        """;
    private static final String RENAME =
            "update laws.law set name = ?, called = ?::text[], initials = ? where id = ? and name <> ?";
    private static final String ADD_EDITION = """
        insert into laws.edition (id, law, passed, from_day, from_stated, digest, source, notes, articles, provisions)
        values (?, ?, ?, ?, ?, ?, ?, ?::text[], ?, ?)\
        """;
    private static final String ADD_PROVISIONS = """
        insert into laws.provision (id, edition, place, number, suffix, label, headings, text)
        select id, ?, place, number, suffix, label, headings, text
          from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[])
               as p (id, place, number, suffix, label, headings, text)\
        """;
    private static final String ADD_CITATIONS = """
        insert into laws.citation (provision, place, law_key, law_name, number, suffix)
        select provision, place, law_key, law_name, number, suffix
          from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::int[], ?::int[])
               as c (provision, place, law_key, law_name, number, suffix)\
        """;
    private static final String ADD_REPEAL =
            "insert into laws.repeal (edition, law_key, day) values (?, ?, ?) on conflict do nothing";

    /// An edition holds until the next one does or another law ends it.
    private static final String SETTLE = """
        update laws.edition e
           set until = f.until, repealed_by = f.by
          from (select x.id, least(x.next, r.day) as until,
                       case when r.day is not null and (x.next is null or r.day <= x.next) then r.name end as by
                  from (select id, law, passed,
                               case when lead(from_day) over each is not null
                                    then greatest(from_day, lead(from_day) over each) end as next
                          from laws.edition
                         where law in (select id from laws.law where id = :law or key = any(:keys))
                        window each as (partition by law order by passed)) x
                  join laws.law l on l.id = x.law
                  left join lateral (select p.day, o.name
                                       from laws.repeal p
                                       join laws.edition q on q.id = p.edition
                                       join laws.law o on o.id = q.law
                                      where p.law_key = l.key and x.passed < p.day
                                      order by p.day
                                      limit 1) r on true) f
         where e.id = f.id and (e.until, e.repealed_by) is distinct from (f.until, f.by)
        returning e.id\
        """;
    private static final String CHANGED =
            "insert into laws.change (edition) select e from unnest(?::uuid[]) with ordinality as c (e, no) order by"
                    + " no";

    private final JdbcClient db;
    private final DataSource source;
    private final Initials initials;

    LawWriting(JdbcClient db, DataSource source, Initials initials) {
        this.db = db;
        this.source = source;
        this.initials = initials;
    }

    /// What became of it.
    ///
    /// @param law id of its law
    /// @param edition its id, or that of the one already there
    /// @param state whether anything was written
    /// @param other the file of the one already there
    /// @param newLaw whether nothing of the law was there
    record Put(UUID law, UUID edition, State state, String other, boolean newLaw) {}

    enum State {
        ADDED,
        /// The same is there.
        UNCHANGED,
        /// Another text of the same day is there.
        CONTRADICTS
    }

    private record There(UUID id, Hash digest, String file) {}

    Put put(Work work, Statute statute) {
        db.sql(TURN).query((row, at) -> 0).single();
        var known = db.sql(LAW)
                .param("key", statute.key())
                .query((row, at) -> row.getObject("id", UUID.class))
                .optional();
        var there = known.flatMap(law -> there(law, statute));
        if (there.isPresent()) {
            boolean same = there.get().digest().equals(statute.digest());
            return new Put(
                    known.orElseThrow(),
                    there.get().id(),
                    same ? State.UNCHANGED : State.CONTRADICTS,
                    there.get().file(),
                    false);
        }
        var law = known.orElseGet(() -> Ids.at(work.now()));
        var edition = Ids.at(work.now());
        var batch = new Batch();
        names(batch, statute, law, known.isEmpty());
        edition(batch, work, statute, law, edition);
        batch.send(source);
        settle(law, edition, statute);
        return new Put(law, edition, State.ADDED, "", known.isEmpty());
    }

    private Optional<There> there(UUID law, Statute statute) {
        return db.sql(THERE)
                .param("law", law)
                .param("passed", statute.passed())
                .query((row, at) -> new There(
                        row.getObject("id", UUID.class), Hash.of(row.getBytes("digest")), row.getString("source")))
                .optional();
    }

    private void names(Batch batch, Statute statute, UUID law, boolean fresh) {
        var called = LawNames.called(statute.name());
        var letters = new LinkedHashSet<String>();
        called.forEach(name -> letters.addAll(initials.of(name)));
        var sound = String.join(" ", letters);
        if (fresh) {
            batch.add(
                    ADD_LAW,
                    law,
                    statute.key(),
                    statute.name(),
                    called.toArray(String[]::new),
                    sound,
                    statute.level(),
                    statute.branch(),
                    statute.area());
            return;
        }
        var newest = db.sql(NEWEST)
                .param("law", law)
                .query(java.time.LocalDate.class)
                .optional();
        if (newest.filter(day -> day.isAfter(statute.passed())).isEmpty()) {
            batch.add(RENAME, statute.name(), called.toArray(String[]::new), sound, law, statute.name());
        }
    }

    private static void edition(Batch batch, Work work, Statute statute, UUID law, UUID edition) {
        var pieces = statute.pieces();
        batch.add(
                ADD_EDITION,
                edition,
                law,
                statute.passed(),
                statute.from(),
                statute.stated(),
                statute.digest().bytes(),
                statute.file(),
                statute.notes().toArray(String[]::new),
                statute.articles(),
                pieces.size());
        var ids = pieces.stream().map(piece -> Ids.at(work.now())).toArray(UUID[]::new);
        var places = new Integer[ids.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = i + 1;
        }
        batch.add(
                ADD_PROVISIONS,
                edition,
                ids,
                places,
                pieces.stream().map(Statute.Piece::number).toArray(Integer[]::new),
                pieces.stream().map(Statute.Piece::suffix).toArray(Integer[]::new),
                pieces.stream().map(Statute.Piece::label).toArray(String[]::new),
                pieces.stream()
                        .map(piece -> String.join("\n", piece.headings()))
                        .toArray(String[]::new),
                pieces.stream().map(Statute.Piece::text).toArray(String[]::new));
        citations(batch, statute, ids);
        for (var key : statute.repeals()) {
            batch.add(ADD_REPEAL, edition, key, statute.repealDay().orElse(statute.from()));
        }
    }

    private static void citations(Batch batch, Statute statute, UUID[] ids) {
        var reading = new CitationReading(statute.name(), statute.pieces());
        var citing = new ArrayList<UUID>();
        var places = new ArrayList<Integer>();
        var cited = new ArrayList<CitationReading.Cited>();
        for (int i = 0; i < ids.length; i++) {
            int place = 0;
            for (var each : reading.in(statute.pieces().get(i))) {
                citing.add(ids[i]);
                places.add(++place);
                cited.add(each);
            }
        }
        if (!cited.isEmpty()) {
            batch.add(
                    ADD_CITATIONS,
                    citing.toArray(UUID[]::new),
                    places.toArray(Integer[]::new),
                    cited.stream().map(CitationReading.Cited::key).toArray(String[]::new),
                    cited.stream().map(CitationReading.Cited::name).toArray(String[]::new),
                    cited.stream().map(CitationReading.Cited::number).toArray(Integer[]::new),
                    cited.stream().map(CitationReading.Cited::suffix).toArray(Integer[]::new));
        }
    }

    private void settle(UUID law, UUID edition, Statute statute) {
        var touched = new LinkedHashSet<UUID>();
        touched.add(edition);
        touched.addAll(db.sql(SETTLE)
                .param("law", law)
                .param("keys", statute.repeals().toArray(String[]::new))
                .query((row, at) -> row.getObject("id", UUID.class))
                .list());
        new Batch()
                .add(CHANGED, (Object) List.copyOf(touched).toArray(UUID[]::new))
                .send(source);
    }
}
