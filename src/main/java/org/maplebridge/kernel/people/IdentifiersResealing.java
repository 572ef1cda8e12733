package org.maplebridge.kernel.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Resealing;
import org.springframework.stereotype.Component;

/// Seals numbers and contact points again after the master key was changed, and computes their blind indexes anew.
@Component
class IdentifiersResealing implements Resealing {

    private static final String NEXT = """
            select id, domain, kind, sealed, sign, key_version
              from people.identifier
             where id > :after
             order by id
             limit :most
               for update""";

    /// As with personas: of two written at once under two generations the later keeps no sign. The kinds are named so
    /// that the index of unique numbers serves; without it each row would look at all others.
    private static final String SEAL = """
            update people.identifier i
               set sealed = ?, key_version = ?,
                   sign = (select n.sign
                             from (select ?::bytea as sign) n
                            where i.kind = 'PHONE' or not exists (
                                  select
                                    from people.identifier o
                                   where o.domain = i.domain and o.kind = i.kind and o.sign = n.sign
                                     and o.ended_at is null and o.id <> i.id
                                     and o.kind in ('ID_NUMBER', 'CREDIT_CODE')))
             where i.id = ?""";

    private final DomainKeys keys;

    IdentifiersResealing(DomainKeys keys) {
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
        var value = keys.open(domain, row.getString("key_version"), id, row.getBytes("sealed"));
        var identifier = new Identifier(Identifier.Kind.valueOf(row.getString("kind")), value);
        batch.add(
                SEAL,
                keys.seal(domain, id, value),
                keys.version(domain),
                row.getBytes("sign") == null ? null : keys.sign(domain, DomainKeys.told(identifier)),
                id);
    }
}
