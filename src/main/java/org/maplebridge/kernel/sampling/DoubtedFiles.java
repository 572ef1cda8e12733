package org.maplebridge.kernel.sampling;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Hands files whose end looks doubtful to reviewers by itself: whoever closed them doesn't choose who looks. A scene
/// says in its data file, in a section `doubted`, which of its files are doubtful: `matter`, `doubts` (how many) and
/// `words`. An office gets no more than so many a week, those with most doubts first, then the oldest: people can only
/// read so much, and what nobody has looked at isn't counted as a success meanwhile. A file that was opened again and
/// closed once more is handed over once more: what was looked at then says nothing of this end. One that nobody could
/// take is tried again after a week. Broken off, it comes again.
@Component
public class DoubtedFiles implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(DoubtedFiles.class);
    private static final Actor SYSTEM = Actor.system("sampling");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_WORDS = 1000;

    private static final String NONE =
            "select null::uuid as matter, null::int as doubts, null::text as words where false";

    private static final String WAITING = """
        with recent as (
            select x.agency, count(*) as many
              from sampling.doubted x
             where x.handed_at > :since and x.dropped is null
             group by x.agency),
        waiting as (
            select m.id, m.agency, m.closed_at, d.doubts, d.words,
                   row_number() over (partition by m.agency order by d.doubts desc, m.closed_at, m.id)
                       + coalesce((select r.many from recent r where r.agency is not distinct from m.agency), 0) as no
              from (ROWS) d
              join matters.matter m on m.id = d.matter and m.closed_at is not null
             where not exists (select from sampling.doubted x
                                where x.about = m.id and x.doubts >= d.doubts and x.handed_at >= m.closed_at
                                  and (x.dropped is null or x.handed_at > :since))
               and not exists (select from sampling.member s
                                 join sampling.plan p on p.id = s.plan and p.kind = 'REVIEW'
                                where s.about = m.id and s.drawn_at >= m.closed_at and s.dropped is null))
        select id, agency, closed_at, doubts, words from waiting where no <= :most order by no, id limit 50
        """;

    private static final String HANDED = """
        insert into sampling.doubted (about, agency, doubts, handed_at, dropped)
        values (:about, :agency, :doubts, :at, :dropped)
        on conflict (about) do update
           set agency = excluded.agency, doubts = excluded.doubts, handed_at = excluded.handed_at,
               dropped = excluded.dropped
        """;

    private final Transactions transactions;
    private final JdbcClient db;
    private final Matters matters;
    private final Offices offices;
    private final Parameters parameters;
    private final String rows;
    private final boolean automatic;
    private final Loop loop = new Loop("doubted", Duration.ofMinutes(10), this::round);

    DoubtedFiles(
            Transactions transactions,
            JdbcClient db,
            Matters matters,
            Offices offices,
            Parameters parameters,
            DataFiles files,
            Environment settings) {
        this.transactions = transactions;
        this.db = db;
        this.matters = matters;
        this.offices = offices;
        this.parameters = parameters;
        var all = files.all().stream()
                .map(file -> file.section("doubted").asString("").strip())
                .filter(sql -> !sql.isEmpty())
                .collect(Collectors.joining("\nunion all\n"));
        this.rows = all.isEmpty() ? NONE : all;
        this.automatic = Looping.serving(settings);
    }

    private record Waiting(UUID matter, Optional<UUID> agency, Instant closed, int doubts, String words) {}

    /// Hands over whatever is due.
    public void round() {
        for (var each : transactions.run(SYSTEM.scope(), this::waiting)) {
            try {
                hand(each);
            } catch (RuntimeException failure) {
                LOG.error("matter {} could not be handed to reviewers: {}", each.matter(), failure.toString());
            }
        }
    }

    private List<Waiting> waiting(Work work) {
        var root = offices.at(work).rootArea().map(Area::path);
        if (root.isEmpty()) {
            return List.of();
        }
        int most = parameters
                .at(work, "sampling.doubted-most", root.get(), work.today())
                .whole();
        return db.sql(WAITING.replace("ROWS", rows))
                .param("since", work.now().minus(WEEK).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, at) -> new Waiting(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("agency", UUID.class)),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                        row.getInt("doubts"),
                        row.getString("words")))
                .list();
    }

    private void hand(Waiting each) {
        var words = each.words().length() > MOST_WORDS ? each.words().substring(0, MOST_WORDS) : each.words();
        var key = new Work.Key(
                "doubted/" + each.doubts() + "/" + each.closed(), each.matter().toString());
        var outcome = matters.move(
                each.matter(),
                DoubtHanding.NAME,
                new Request(
                        SYSTEM,
                        Canonical.MAPPER.valueToTree(Map.of("words", words)),
                        key,
                        OptionalInt.empty(),
                        Optional.empty()));
        Optional<String> dropped =
                outcome instanceof Outcome.Refusal ? Optional.of("这次没有单位能接，或者已经依令销毁") : Optional.empty();
        transactions.run(
                SYSTEM.scope(),
                work -> db.sql(HANDED)
                        .param("about", each.matter())
                        .param("agency", each.agency().orElse(null))
                        .param("doubts", each.doubts())
                        .param("at", work.now().atOffset(ZoneOffset.UTC))
                        .param("dropped", dropped.orElse(null))
                        .update());
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
