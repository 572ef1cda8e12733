package org.maplebridge.kernel.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Resealing;
import org.maplebridge.kernel.people.Personas;
import org.springframework.stereotype.Component;

/// Digests the digits of progress codes again after the master key was changed.
@Component
class CodesResealing implements Resealing {

    private static final String NEXT = """
        select c.matter, c.code, k.persona, k.digits, k.key_version, k.own
          from (select matter, code from matters.code where matter > :after order by matter limit :most) c
          cross join lateral (
                select (select p.persona from matters.party p where p.matter = c.matter and p.no = 1) as persona,
                       o.digits, o.key_version, true as own
                  from matters.code o
                 where o.matter = c.matter
                union all
                select h.persona, h.digits, h.key_version, false
                  from matters.code_holder h
                 where h.matter = c.matter) k
         order by c.matter\
        """;

    /// Where the digits have become others meanwhile, such as those of a new phone, they stay.
    private static final String OWN =
            "update matters.code set digits = ?, key_version = ? where matter = ? and digits = ?";

    private static final String SHARED = """
        update matters.code_holder
           set digits = ?, key_version = ?
         where matter = ? and persona = ? and digits = ?\
        """;

    private final Codes codes;
    private final Personas personas;

    CodesResealing(Codes codes, Personas personas) {
        this.codes = codes;
        this.personas = personas;
    }

    @Override
    public String next() {
        return NEXT;
    }

    @Override
    public void again(ResultSet row, Batch batch) throws SQLException {
        if (codes.version().equals(row.getString("key_version"))) {
            return;
        }
        var matter = row.getObject("matter", UUID.class);
        var persona = Optional.ofNullable(row.getObject("persona", UUID.class));
        var phone = persona.stream()
                .flatMap(id -> personas.reveal(id).stream())
                .flatMap(found -> found.phone().stream())
                .flatMap(number -> Codes.lastOf(number).stream());
        byte[] before = row.getBytes("digits");
        byte[] digest = codes.again(row.getString("code"), before, phone);
        if (row.getBoolean("own")) {
            batch.add(OWN, digest, codes.version(), matter, before);
        } else {
            batch.add(SHARED, digest, codes.version(), matter, persona.orElseThrow(), before);
        }
    }
}
