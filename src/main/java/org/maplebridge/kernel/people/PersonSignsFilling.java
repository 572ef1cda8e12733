package org.maplebridge.kernel.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Works out what people are found by, shortly after a name or a number was written down, put right or sealed anew.
@Component
class PersonSignsFilling implements Looping {

    private static final Scope SCOPE = Scope.job("people-signs");
    private static final int AT_ONCE = 500;

    private static final String PERSONAS = """
        select id, domain, key_version, name, phone
          from people.persona
         where finds is null
         order by id
         limit :most
           for update skip locked\
        """;

    private static final String IDENTIFIERS = """
        select id, domain, key_version, kind, sealed
          from people.identifier
         where finds is null
         order by id
         limit :most
           for update skip locked\
        """;

    private static final String FOUND = "update people.persona set finds = ? where id = ?";
    private static final String NUMBER_FOUND = "update people.identifier set finds = ? where id = ?";

    private final Transactions transactions;
    private final JdbcClient db;
    private final DataSource source;
    private final DomainKeys keys;
    private final PersonSigns signs;
    private final boolean automatic;
    private final Loop loop = new Loop("people-signs", Duration.ofSeconds(5), this::fill);

    PersonSignsFilling(
            Transactions transactions,
            JdbcClient db,
            DataSource source,
            DomainKeys keys,
            PersonSigns signs,
            Environment settings) {
        this.transactions = transactions;
        this.db = db;
        this.source = source;
        this.keys = keys;
        this.signs = signs;
        this.automatic = Looping.serving(settings);
    }

    /// All that is missing; returns how many rows that were.
    int fill() {
        int filled = 0;
        int now = AT_ONCE;
        while (now >= AT_ONCE) {
            now = transactions.run(SCOPE, work -> some(PERSONAS, FOUND, this::ofPersona));
            filled += now;
        }
        now = AT_ONCE;
        while (now >= AT_ONCE) {
            now = transactions.run(SCOPE, work -> some(IDENTIFIERS, NUMBER_FOUND, this::ofNumber));
            filled += now;
        }
        return filled;
    }

    private interface Reads {
        byte[][] signs(ResultSet row, UUID id) throws SQLException;
    }

    private int some(String missing, String found, Reads reads) {
        var batch = new Batch();
        var filled = db.sql(missing)
                .param("most", AT_ONCE)
                .query((row, at) -> {
                    var id = row.getObject("id", UUID.class);
                    batch.add(found, reads.signs(row, id), id);
                    return id;
                })
                .list()
                .size();
        batch.send(source);
        return filled;
    }

    private byte[][] ofPersona(ResultSet row, UUID id) throws SQLException {
        return signs.of(row.getString("domain"), opened(row, id, "name"), opened(row, id, "phone"));
    }

    private byte[][] ofNumber(ResultSet row, UUID id) throws SQLException {
        var kind = Identifier.Kind.valueOf(row.getString("kind"));
        var domain = row.getString("domain");
        return opened(row, id, "sealed")
                .map(value -> signs.of(domain, new Identifier(kind, value)))
                .orElseGet(() -> new byte[0][]);
    }

    private Optional<String> opened(ResultSet row, UUID id, String column) throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null
                ? Optional.empty()
                : Optional.of(keys.open(row.getString("domain"), row.getString("key_version"), id, sealed));
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
