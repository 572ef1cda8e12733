package org.maplebridge.kernel.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Resealing;
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
               set name = ?, phone = ?, name_sign = ?, phone_sign = ?, key_version = ?,
                   sign = (select n.sign
                             from (select ?::bytea as sign) n
                            where not exists (select
                                                from people.persona o
                                               where o.domain = p.domain and o.sign = n.sign and o.id <> p.id))
             where p.id = ?""";

    private final DomainKeys keys;

    PersonasResealing(DomainKeys keys) {
        this.keys = keys;
    }

    @Override
    public String next() {
        return NEXT;
    }

    @Override
    public void again(ResultSet row, Batch batch) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var domain = row.getString("domain");
        if (row.getString("key_version").equals(keys.version(domain))) {
            return;
        }
        var name = opened(row, id, "name");
        var phone = opened(row, id, "phone");
        boolean signed = row.getBytes("sign") != null;
        var pseudonym = signed && name.isEmpty() ? Optional.of(row.getString("shown")) : Optional.<String>empty();
        var told = DomainKeys.told(name, phone, pseudonym).filter(text -> signed);
        batch.add(
                SEAL,
                name.map(text -> keys.seal(domain, id, text)).orElse(null),
                phone.map(text -> keys.seal(domain, id, text)).orElse(null),
                keys.nameSign(domain, name),
                keys.phoneSign(domain, phone),
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
