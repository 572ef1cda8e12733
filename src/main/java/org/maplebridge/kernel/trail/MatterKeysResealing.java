package org.maplebridge.kernel.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Resealing;
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

    private final Keyring keyring;

    MatterKeysResealing(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public String next() {
        return NEXT;
    }

    @Override
    public void again(ResultSet row, Batch batch) throws SQLException {
        var matter = row.getObject("matter", UUID.class);
        byte[] wrapped = row.getBytes("wrapped");
        if (wrapped != null && !keyring.present(row.getString("master"))) {
            var again = keyring.again(matter, wrapped, row.getString("master"));
            batch.add(SEAL, again.wrapped(), again.master(), matter);
        }
    }
}
