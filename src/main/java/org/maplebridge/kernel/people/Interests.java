package org.maplebridge.kernel.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Leaver;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Resealing;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What officers say of themselves, so that nobody mediates for their own people: read by themselves alone, compared
/// blind by everybody else. In the general domain: in a sealed one nothing is compared.
@Component
public class Interests implements Resealing, Leaver {

    private static final String DOMAIN = "general";

    private static final String DECLARE = """
        insert into people.interest (id, person, kind, sealed, key_version, name_sign, phone_sign, phone_number_sign,
                                     number_sign, entered_at)
        values (:id, :person, :kind, :sealed, :version, :name, :phone, :phoneNumber, :number, :now)\
        """;

    private static final String OWN = """
        select id, kind, sealed, key_version, entered_at from people.interest
         where person = :person and ended_at is null
         order by id\
        """;

    private static final String END =
            "update people.interest set ended_at = :now where id = :id and person = :person and ended_at is null";

    private static final String DECLARERS = "select distinct person from people.interest where ended_at is null";

    private static final String LEFT =
            "update people.interest set ended_at = :now where person = :person and ended_at is null";

    private static final String ERASE = """
        update people.interest
           set kind = null, sealed = null, name_sign = null, phone_sign = null, phone_number_sign = null,
               number_sign = null, erased_at = :now
         where ended_at < :before and erased_at is null\
        """;

    private static final String SEAL = """
        update people.interest
           set sealed = ?, key_version = ?, name_sign = ?, phone_sign = ?, phone_number_sign = ?, number_sign = ?
         where id = ?\
        """;

    private final JdbcClient db;
    private final DomainKeys keys;

    Interests(JdbcClient db, DomainKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /// Whom it is about.
    public enum Kind {
        SELF("我本人"),
        KIN("近亲属"),
        COMPANY("单位、公司"),
        OTHER("其他");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /// As people call it.
        public String title() {
            return title;
        }
    }

    /// What is said.
    ///
    /// @param number of an identity card, or the credit code of a company
    public record Said(Kind kind, Optional<String> name, Optional<String> phone, Optional<Identifier> number) {

        @Override
        public String toString() {
            return kind + " …";
        }
    }

    /// What was said, for whoever said it.
    record Own(UUID id, Said said, Instant at) {}

    void declare(Work work, UUID person, Said said) {
        var id = Ids.at(work.now());
        db.sql(DECLARE)
                .param("id", id)
                .param("person", person)
                .param("kind", said.kind().name())
                .param("sealed", keys.seal(DOMAIN, id, text(said)))
                .param("version", keys.version(DOMAIN))
                .param("name", keys.nameSign(DOMAIN, said.name()), java.sql.Types.BINARY)
                .param("phone", keys.phoneSign(DOMAIN, said.phone()), java.sql.Types.BINARY)
                .param("phoneNumber", phoneNumber(said), java.sql.Types.BINARY)
                .param("number", number(said), java.sql.Types.BINARY)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Own> own(UUID person) {
        return db.sql(OWN)
                .param("person", person)
                .query((row, at) -> new Own(
                        row.getObject("id", UUID.class),
                        said(row),
                        row.getObject("entered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean end(Work work, UUID person, UUID id) {
        return db.sql(END)
                        .param("now", work.now().atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("person", person)
                        .update()
                > 0;
    }

    /// Who has declared something that holds. In the work of a job.
    List<UUID> declarers() {
        return db.sql(DECLARERS)
                .query((row, at) -> row.getObject("person", UUID.class))
                .list();
    }

    /// Whoever has left handles nothing that it could be compared with.
    @Override
    public void left(Work work, UUID person) {
        db.sql(LEFT)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
    }

    /// Erases what ended before a day began; the fact and its days stay. In the work of a job. Returns how many.
    int erase(Work work, LocalDate day) {
        return db.sql(ERASE)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .param("before", day.atStartOfDay(Work.ZONE).toOffsetDateTime())
                .update();
    }

    /// What a name looks like to whoever compares, under every generation of the key.
    public byte[][] nameSigns(String domain, String name) {
        return keys.signs(domain, "name\n" + name);
    }

    private byte @org.jspecify.annotations.Nullable [] phoneNumber(Said said) {
        return said.phone()
                .map(phone -> keys.sign(DOMAIN, DomainKeys.told(Identifiers.of(Identifier.Kind.PHONE, phone))))
                .orElse(null);
    }

    private byte @org.jspecify.annotations.Nullable [] number(Said said) {
        return said.number()
                .map(number -> keys.sign(DOMAIN, DomainKeys.told(number)))
                .orElse(null);
    }

    private static String text(Said said) {
        return Canonical.text(Map.of(
                "kind", said.kind().name(),
                "name", said.name().orElse(""),
                "phone", said.phone().orElse(""),
                "numberKind", said.number().map(each -> each.kind().name()).orElse(""),
                "number", said.number().map(Identifier::value).orElse("")));
    }

    private Said said(ResultSet row) throws SQLException {
        var text = keys.open(
                DOMAIN, row.getString("key_version"), row.getObject("id", UUID.class), row.getBytes("sealed"));
        var tree = Canonical.MAPPER.readTree(text);
        var number = tree.path("number").asString("");
        return new Said(
                Kind.valueOf(row.getString("kind")),
                Optional.of(tree.path("name").asString("")).filter(name -> !name.isEmpty()),
                Optional.of(tree.path("phone").asString("")).filter(phone -> !phone.isEmpty()),
                number.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Identifier(
                                Identifier.Kind.valueOf(tree.path("numberKind").asString("")), number)));
    }

    @Override
    public String next() {
        return """
            select id, kind, sealed, key_version
              from people.interest
             where id > :after and erased_at is null
             order by id
             limit :most
               for update\
            """;
    }

    @Override
    public void again(ResultSet row, Batch batch) throws SQLException {
        if (row.getString("key_version").equals(keys.version(DOMAIN))) {
            return;
        }
        var id = row.getObject("id", UUID.class);
        var said = said(row);
        batch.add(
                SEAL,
                keys.seal(DOMAIN, id, text(said)),
                keys.version(DOMAIN),
                keys.nameSign(DOMAIN, said.name()),
                keys.phoneSign(DOMAIN, said.phone()),
                phoneNumber(said),
                number(said),
                id);
    }
}
