package org.maplebridge.bench.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.maplebridge.bench.Caller;
import org.maplebridge.bench.Recording;
import org.maplebridge.bench.growth.Pages;
import org.maplebridge.kernel.ground.Scope;

/// The scope of somebody who is signed in, as the program tells it to PostgreSQL.
final class Eyes {

    private static final String CONCERNED = """
            select distinct substr(theirs.unit, 3)::uuid
              from ground.reach mine
              join ground.reach theirs on theirs.matter = mine.matter
             where mine.unit || '|' || mine.domain = any (?) and theirs.unit like 'p:%'
             order by 1""";

    private Eyes() {}

    static Scope of(Recording ear, Caller caller, Connection superuser) throws Exception {
        ear.clear();
        caller.get("/api/matters?limit=1").must(200);
        var enter = Pages.ours(ear).getLast().getFirst();
        superuser.setAutoCommit(false);
        try (var entered = enter.prepare(superuser)) {
            entered.execute();
            try (var asked = superuser.createStatement();
                    var row = asked.executeQuery(
                            "select current_setting('maple.principal'), current_setting('maple.scope')::text[]")) {
                row.next();
                return Scope.of(Objects.requireNonNull(row.getString(1)), List.of((String[])
                        row.getArray(2).getArray()));
            }
        } finally {
            superuser.rollback();
            superuser.setAutoCommit(true);
        }
    }

    /// The personas that a matter within the scope concerns.
    static List<UUID> concerned(Scope scope, Connection superuser) throws SQLException {
        var found = new ArrayList<UUID>();
        try (var asked = superuser.prepareStatement(CONCERNED)) {
            asked.setArray(1, superuser.createArrayOf("text", scope.units().toArray()));
            try (var rows = asked.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }
}
