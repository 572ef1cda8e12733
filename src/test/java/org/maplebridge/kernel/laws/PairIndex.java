package org.maplebridge.kernel.laws;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.engines.search.Provision;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/// All provisions of the tables in a [PairSearch], in the place of the index until closed.
final class PairIndex implements AutoCloseable {

    private final LawIndex index;
    private final @Nullable Object before;

    private PairIndex(LawIndex index, PairSearch search) {
        this.index = index;
        before = ReflectionTestUtils.getField(index, "open");
        ReflectionTestUtils.setField(index, "open", search);
    }

    static PairIndex shelved(Transactions transactions, JdbcClient db, LawReads reads, LawIndex index) {
        var search = new PairSearch();
        transactions.run(LawImporting.SCOPE, work -> {
            db.sql("select id from laws.provision")
                    .query((row, at) -> row.getObject("id", UUID.class))
                    .list()
                    .forEach(id -> search.put(
                            List.of(provision(id, reads.placed(List.of(id)).getFirst()))));
            return 0;
        });
        return new PairIndex(index, search);
    }

    private static Provision provision(UUID id, LawRow.Placed row) {
        return new Provision(
                id.toString(),
                row.lawName(),
                List.of(),
                row.text().number(),
                row.text().suffix(),
                row.text().label(),
                row.text().headings(),
                row.level(),
                row.area(),
                row.from(),
                row.until(),
                row.text().text());
    }

    @Override
    public void close() {
        ReflectionTestUtils.setField(index, "open", before);
    }
}
