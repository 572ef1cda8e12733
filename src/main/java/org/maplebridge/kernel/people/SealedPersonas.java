package org.maplebridge.kernel.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.MasterKey;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.ground.Sm3;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SealedPersonas implements Personas {

    private static final String BY_SIGN = "select * from people.persona_by_sign(:domain, :sign)";

    private static final String BY_ID = """
            select id, domain, shown, phone_shown
              from people.persona
             where id = any(:ids)""";

    private static final String SEALED = "select domain, name, phone from people.persona where id = :id";

    private static final String ADD = """
            insert into people.persona (id, domain, shown, phone_shown, name, phone, sign, key_version)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient db;
    private final MasterKey master;

    SealedPersonas(JdbcClient db, MasterKey master) {
        this.db = db;
        this.master = master;
    }

    @Override
    public Persona register(Work work, Batch batch, String domain, Persona.Draft draft) {
        var sign = sign(domain, draft);
        return sign.flatMap(known -> bySign(domain, known)).orElseGet(() -> add(work, batch, domain, draft, sign));
    }

    private Optional<Persona> bySign(String domain, byte[] sign) {
        return db.sql(BY_SIGN)
                .param("domain", domain)
                .param("sign", sign)
                .query((row, at) -> persona(row))
                .optional();
    }

    private Persona add(Work work, Batch batch, String domain, Persona.Draft draft, Optional<byte[]> sign) {
        var persona = new Persona(
                Ids.at(work.now()), domain, draft.shown(), draft.phone().map(Masks::phone));
        batch.add(
                ADD,
                persona.id(),
                domain,
                persona.shown(),
                persona.phoneShown().orElse(null),
                sealed(persona, draft.name()),
                sealed(persona, draft.phone()),
                sign.orElse(null),
                master.version(purpose(domain)));
        return persona;
    }

    /// A key for each domain: rows of two domains can't be matched by their blind indexes.
    private static String purpose(String domain) {
        return "people " + domain;
    }

    private Optional<byte[]> sign(String domain, Persona.Draft draft) {
        var key = Sm3.derive(master.derive(purpose(domain)), "sign");
        return draft.pseudonym()
                .map(pseudonym -> "pseudonym\n" + pseudonym)
                .or(() -> draft.name().flatMap(name -> draft.phone().map(phone -> "phone\n" + phone + "\n" + name)))
                .map(text -> Sm3.keyed(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte @Nullable [] sealed(Persona persona, Optional<String> text) {
        return text.map(clear -> Sealing.seal(
                        key(persona.domain()), clear.getBytes(StandardCharsets.UTF_8), place(persona.id())))
                .orElse(null);
    }

    private byte[] key(String domain) {
        return Sm3.derive(master.derive(purpose(domain)), "seal");
    }

    private static byte[] place(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public Map<UUID, Persona> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return db.sql(BY_ID).param("ids", ids.toArray(UUID[]::new)).query((row, at) -> persona(row)).list().stream()
                .collect(Collectors.toMap(Persona::id, Function.identity()));
    }

    @Override
    public Optional<Revealed> reveal(UUID persona) {
        return db.sql(SEALED)
                .param("id", persona)
                .query((row, at) -> new Revealed(
                        opened(row.getString("domain"), persona, row.getBytes("name")),
                        opened(row.getString("domain"), persona, row.getBytes("phone"))))
                .optional();
    }

    private Optional<String> opened(String domain, UUID id, byte @Nullable [] sealed) {
        return sealed == null
                ? Optional.empty()
                : Optional.of(new String(Sealing.open(key(domain), sealed, place(id)), StandardCharsets.UTF_8));
    }

    private static Persona persona(ResultSet row) throws SQLException {
        return new Persona(
                row.getObject("id", UUID.class),
                row.getString("domain"),
                row.getString("shown"),
                Optional.ofNullable(row.getString("phone_shown")));
    }
}
