package org.maplebridge.kernel.laws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.engines.search.Provision;
import org.maplebridge.engines.search.StatuteSearch;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps this process's index in step with the tables. A lost or damaged index, or one that holds another number of
/// provisions than the tables, is filled again from them.
@Component
class LawIndex implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(LawIndex.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int EDITIONS = 40;

    private static final String NEWS = "select no, edition from laws.change where no > :after order by no limit :limit";
    private static final String PROVISIONS = """
        select p.id, p.number, p.suffix, p.label, p.headings, p.text, e.from_day, e.until, l.name, l.called, l.level,
               l.area
          from laws.provision p
          join laws.edition e on e.id = p.edition
          join laws.law l on l.id = e.law
         where p.edition = any(:editions)\
        """;
    private static final String IDS = "select id::text from laws.provision";
    private static final String EDITION = "select edition::text from laws.change where no = :no";
    /// Of what was followed so far: an import that goes on meanwhile doesn't make the numbers disagree.
    private static final String COUNT = """
        select coalesce(sum(provisions), 0) from laws.edition
         where id in (select edition from laws.change where no <= :cursor)\
        """;

    private final Transactions transactions;
    private final JdbcClient db;
    private final LawSearches searches;
    private final LawRuns runs;
    private final LawCounts counts;
    private final Path cursorFile;
    private final boolean automatic;
    private final Loop loop = new Loop("laws-index", PAUSE, this::round);
    private volatile @Nullable StatuteSearch open;
    private long cursor = -1;
    private String edition = "";

    LawIndex(
            Transactions transactions,
            JdbcClient db,
            LawSearches searches,
            LawRuns runs,
            LawCounts counts,
            Environment settings) {
        this.transactions = transactions;
        this.db = db;
        this.searches = searches;
        this.runs = runs;
        this.counts = counts;
        this.cursorFile = Path.of(settings.getRequiredProperty("maple.data")).resolve("index/laws.cursor");
        this.automatic = Looping.serving(settings);
    }

    private record News(long no, UUID edition) {}

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }

    @Override
    public void stop() {
        loop.stop();
        loop.awaitRound();
        var search = open;
        open = null;
        if (search != null) {
            search.close();
        }
    }

    /// The index; none if it can't be opened.
    Optional<StatuteSearch> search() {
        return Optional.ofNullable(open);
    }

    private void round() {
        counts.write();
        var search = opened();
        if (search.isPresent()) {
            follow(search.get());
        }
    }

    private Optional<StatuteSearch> opened() {
        if (open == null) {
            var search = searches.open(cursorFile.resolveSibling("laws"));
            search.ifPresent(found -> {
                if (found.state().rebuilt()) {
                    cursor = 0;
                } else {
                    read();
                }
                open = found;
            });
        }
        return search();
    }

    /// All that is new; where the numbers then don't agree, everything once more, and what isn't in the tables goes.
    private void follow(StatuteSearch search) {
        if (!isOfTheseTables()) {
            again(search);
        }
        catchUp(search);
        long there = transactions.run(
                LawImporting.SCOPE,
                work -> db.sql(COUNT).param("cursor", cursor).query(Long.class).single());
        if (there != search.state().provisions()) {
            again(search);
            catchUp(search);
        }
        transactions.run(LawImporting.SCOPE, work -> {
            runs.ready(work);
            return 0;
        });
    }

    /// A folder may come from another database, with as many provisions by chance.
    private boolean isOfTheseTables() {
        return cursor == 0
                || transactions.run(
                        LawImporting.SCOPE,
                        work -> db.sql(EDITION)
                                .param("no", cursor)
                                .query(String.class)
                                .optional()
                                .equals(Optional.of(edition)));
    }

    private void again(StatuteSearch search) {
        LOG.warn("the index of laws isn't that of the tables: it is filled again");
        search.retain(transactions.run(
                LawImporting.SCOPE,
                work -> Set.copyOf(db.sql(IDS).query(String.class).list())));
        cursor = 0;
    }

    private void catchUp(StatuteSearch search) {
        while (true) {
            var news = transactions.run(LawImporting.SCOPE, work -> news());
            if (news.isEmpty()) {
                return;
            }
            var editions = new LinkedHashSet<UUID>();
            news.forEach(one -> editions.add(one.edition()));
            search.put(transactions.run(LawImporting.SCOPE, work -> provisions(editions)));
            cursor = news.getLast().no();
            edition = news.getLast().edition().toString();
            write();
        }
    }

    private List<News> news() {
        return db.sql(NEWS)
                .param("after", cursor)
                .param("limit", EDITIONS)
                .query((row, at) -> new News(row.getLong("no"), row.getObject("edition", UUID.class)))
                .list();
    }

    private List<Provision> provisions(Set<UUID> editions) {
        return db.sql(PROVISIONS)
                .param("editions", editions.toArray(UUID[]::new))
                .query((row, at) -> new Provision(
                        row.getObject("id", UUID.class).toString(),
                        row.getString("name"),
                        LawReads.list(row, "called"),
                        row.getInt("number"),
                        row.getInt("suffix"),
                        row.getString("label"),
                        row.getString("headings").lines().toList(),
                        row.getString("level"),
                        row.getString("area"),
                        row.getObject("from_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("until", LocalDate.class)),
                        row.getString("text")))
                .list();
    }

    /// How far it was, and with which edition.
    private void read() {
        try {
            var kept = Files.readString(cursorFile).strip().split(" ");
            cursor = Long.parseLong(kept[0]);
            edition = kept.length > 1 ? kept[1] : "";
        } catch (IOException | NumberFormatException lost) {
            cursor = 0;
        }
    }

    private void write() {
        try {
            Files.createDirectories(Optional.ofNullable(cursorFile.getParent()).orElse(cursorFile));
            Files.writeString(cursorFile, cursor + " " + edition);
        } catch (IOException unwritable) {
            LOG.warn("how far the index of laws is can't be kept: {}", unwritable.getMessage());
        }
    }
}
