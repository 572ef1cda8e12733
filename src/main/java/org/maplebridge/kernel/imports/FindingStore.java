package org.maplebridge.kernel.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what was found in registers, line by line. Needs transactions of a job.
@Component
class FindingStore {

    private static final String CLEAR = "delete from imports.finding where register = :id";

    private static final String FINDING = """
        insert into imports.finding (register, no, kind, other, reasons) values (?, ?, ?, ?, ?::jsonb)
        on conflict (register, no, kind) do update
           set other = excluded.other, reasons = excluded.reasons\
        """;

    private static final String FINDINGS = """
        select no, kind, other, reasons::text as reasons
          from imports.finding
         where register = :id and (no, kind) > (:no, :kind) and kind = any(:kinds)
         order by no, kind
         limit :most\
        """;

    private final JdbcClient db;
    private final DataSource source;

    FindingStore(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    private record Reasons(List<Problem.Field> all) {}

    void clear(UUID id) {
        db.sql(CLEAR).param("id", id).update();
    }

    void note(UUID id, List<Finding> findings) {
        var batch = new Batch();
        findings.forEach(each -> batch.add(
                FINDING, id, each.no(), each.kind().name(), each.other().orElse(null), Canonical.text(each.reasons())));
        batch.sendByKind(source);
    }

    /// What was found, after a line and kind, in order.
    List<Finding> findings(UUID id, int afterNo, String afterKind, List<String> kinds, int most) {
        return db.sql(FINDINGS)
                .param("id", id)
                .param("no", afterNo)
                .param("kind", afterKind)
                .param("kinds", kinds.toArray(String[]::new))
                .param("most", most)
                .query((row, at) -> new Finding(
                        row.getInt("no"),
                        Finding.Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("other")),
                        Canonical.MAPPER
                                .readValue("{\"all\":" + row.getString("reasons") + "}", Reasons.class)
                                .all()))
                .list();
    }
}
