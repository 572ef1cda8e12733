package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How often the law was asked, by day: all that is kept of a question.
@Component
class LawCounts {

    private static final String ADD = """
        insert into laws.asked as a (day, kind, times) values (:day, :kind, :times)
            on conflict (day, kind) do update set times = a.times + excluded.times\
        """;

    private final Map<Of, Integer> fresh = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final JdbcClient db;

    private record Of(LocalDate day, String kind) {}

    LawCounts(Transactions transactions, JdbcClient db) {
        this.transactions = transactions;
        this.db = db;
    }

    /// One more; written down with the next round.
    void more(LocalDate day, String kind) {
        fresh.merge(new Of(day, kind), 1, Integer::sum);
    }

    /// Writes down what has come together.
    void write() {
        for (var of : List.copyOf(fresh.keySet())) {
            var times = fresh.remove(of);
            if (times != null) {
                transactions.run(
                        LawImporting.SCOPE,
                        work -> db.sql(ADD)
                                .param("day", of.day())
                                .param("kind", of.kind())
                                .param("times", times)
                                .update());
            }
        }
    }
}
