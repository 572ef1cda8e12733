package org.maplebridge.kernel.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Resealing;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Seals names and phones again after the master key was changed, and computes their blind indexes anew.
@Component
class PersonasResealing implements Resealing {

    private static final String NEXT = """
            select id, domain, shown, name, phone, sign, key_version
              from people.persona
             where id > :after
             order by id
             limit :most
               for update""";

    /// Two rows about one person may have been written under two generations at once: then the later keeps no sign.
    private static final String SEAL = """
            update people.persona p
               set name = ?, phone = ?, key_version = ?,
                   sign = (select n.sign
                             from (select ?::bytea as sign) n
                            where not exists (select
                                                from people.persona o
                                               where o.domain = p.domain and o.sign = n.sign and o.id <> p.id))
             where p.id = ?""";

    private final JdbcClient db;
    private final DataSource source;
    private final DomainKeys keys;

    PersonasResealing(JdbcClient db, DataSource source, DomainKeys keys) {
        this.db = db;
        this.source = source;
        this.keys = keys;
    }

    @Override
    public String what() {
        return "人员的姓名和电话";
    }

    @Override
    public Step next(Work work, UUID after, int most) {
        var batch = new Batch();
        int[] sealed = {0};
        var seen = db.sql(NEXT)
                .param("after", after)
                .param("most", most)
                .query((row, at) -> {
                    if (!row.getString("key_version").equals(keys.version(row.getString("domain")))) {
                        seal(row, batch);
                        sealed[0]++;
                    }
                    return row.getObject("id", UUID.class);
                })
                .list();
        if (seen.isEmpty()) {
            return Step.end();
        }
        batch.send(source);
        return new Step(Optional.of(seen.getLast()), sealed[0]);
    }

    private void seal(ResultSet row, Batch batch) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var domain = row.getString("domain");
        var name = opened(row, id, "name");
        var phone = opened(row, id, "phone");
        boolean signed = row.getBytes("sign") != null;
        var pseudonym = signed && name.isEmpty() ? Optional.of(row.getString("shown")) : Optional.<String>empty();
        var told = DomainKeys.told(name, phone, pseudonym).filter(text -> signed);
        batch.add(
                SEAL,
                name.map(text -> keys.seal(domain, id, text)).orElse(null),
                phone.map(text -> keys.seal(domain, id, text)).orElse(null),
                keys.version(domain),
                told.map(text -> keys.sign(domain, text)).orElse(null),
                id);
    }

    private Optional<String> opened(ResultSet row, UUID id, String column) throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null
                ? Optional.empty()
                : Optional.of(keys.open(row.getString("domain"), row.getString("key_version"), id, sealed));
    }
}
