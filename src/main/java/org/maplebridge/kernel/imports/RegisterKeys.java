package org.maplebridge.kernel.imports;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.MasterKey;
import org.maplebridge.kernel.ground.Resealing;
import org.maplebridge.kernel.ground.Sealing;
import org.springframework.stereotype.Component;

/// Seals registers while they wait, each under a key of its own; deleting the row deletes both.
@Component
class RegisterKeys implements Resealing {

    private static final String PURPOSE = "registers";
    private static final int BYTES = 32;

    private static final String NEXT = """
            select id, wrapped, master
              from imports.register
             where id > :after
             order by id
             limit :most
               for update""";

    private static final String SEAL = "update imports.register set wrapped = ?, master = ? where id = ?";

    private final MasterKey master;

    RegisterKeys(MasterKey master) {
        this.master = master;
    }

    SealedFile seal(UUID id, byte[] plain) {
        byte[] key = Sealing.random(BYTES);
        var current = master.current(PURPOSE);
        return new SealedFile(
                Sealing.seal(key, plain, place(id)),
                Sealing.seal(current.key().value(), key, place(id)),
                current.version());
    }

    byte[] open(UUID id, SealedFile content) {
        return Sealing.open(key(id, content.wrapped(), content.master()), content.sealed(), place(id));
    }

    private byte[] key(UUID id, byte[] wrapped, String version) {
        return Sealing.open(master.sealedUnder(PURPOSE, version).key().value(), wrapped, place(id));
    }

    private static byte[] place(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public String next() {
        return NEXT;
    }

    @Override
    public void again(ResultSet row, Batch batch) throws SQLException {
        byte[] wrapped = row.getBytes("wrapped");
        if (wrapped != null && !master.version(PURPOSE).equals(row.getString("master"))) {
            var id = row.getObject("id", UUID.class);
            var current = master.current(PURPOSE);
            batch.add(
                    SEAL,
                    Sealing.seal(current.key().value(), key(id, wrapped, row.getString("master")), place(id)),
                    current.version(),
                    id);
        }
    }
}
