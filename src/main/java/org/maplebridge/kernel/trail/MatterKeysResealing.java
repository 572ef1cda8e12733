package org.maplebridge.kernel.trail;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Resealing;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Seals the keys of matters again after the master key was changed. Bodies stay as they are: their keys are sealed
/// under the matter's, which does not change.
@Component
class MatterKeysResealing implements Resealing {

    private static final String NEXT = """
            select matter, wrapped, master
              from trail.matter_key
             where matter > :after
             order by matter
             limit :most
               for update""";

    private static final String SEAL = "update trail.matter_key set wrapped = ?, master = ? where matter = ?";

    private final JdbcClient db;
    private final DataSource source;
    private final Keyring keyring;

    MatterKeysResealing(JdbcClient db, DataSource source, Keyring keyring) {
        this.db = db;
        this.source = source;
        this.keyring = keyring;
    }

    @Override
    public String what() {
        return "事项的密钥";
    }

    @Override
    public Step next(Work work, UUID after, int most) {
        var batch = new Batch();
        int[] sealed = {0};
        var seen = db.sql(NEXT)
                .param("after", after)
                .param("most", most)
                .query((row, at) -> {
                    var matter = row.getObject("matter", UUID.class);
                    byte[] wrapped = row.getBytes("wrapped");
                    if (wrapped != null && !keyring.present(row.getString("master"))) {
                        var again = keyring.again(matter, wrapped, row.getString("master"));
                        batch.add(SEAL, again.wrapped(), again.master(), matter);
                        sealed[0]++;
                    }
                    return matter;
                })
                .list();
        if (seen.isEmpty()) {
            return Step.end();
        }
        batch.send(source);
        return new Step(Optional.of(seen.getLast()), sealed[0]);
    }
}
