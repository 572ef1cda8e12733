package org.maplebridge.kernel.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SealedPersonas implements Personas {

    private static final String BY_SIGN =
            "select f.* from people.persona_by_signs(:domain, :signs) f where people.stays(f.id)";

    private static final String BY_NUMBER =
            "select f.* from people.persona_by_number(:domain, :kind, :signs) f where people.stays(f.id)";

    /// Straight through the row policies, for whoever has not been merged: nearly everybody.
    private static final String FIND = """
            select p.id, p.domain, p.shown, p.phone_shown
              from people.identifier i
              join people.persona p on p.id = i.persona
             where i.domain = :domain and i.kind = :kind and i.sign = any(:signs) and i.ended_at is null
               and i.kind in ('ID_NUMBER', 'CREDIT_CODE')
               and p.merged_into is null
             order by i.id
             limit 1""";

    /// Where another persona stands for the holder, perhaps the only one within reach: the function looks past the row
    /// policies, the join does not.
    private static final String FIND_MERGED = """
            select p.id, p.domain, p.shown, p.phone_shown
              from people.persona_by_number(:domain, :kind, :signs) found
              join people.persona p on p.id = found.id""";

    private static final String BY_ID = """
            select p.id, p.domain, p.shown, p.adult_on,
                   case when p.phone_shown is not null then p.phone_shown
                        else (select i.shown
                                from people.identifier i
                               where i.persona = p.id and i.ended_at is null and i.kind = 'PHONE'
                               order by i.id desc
                               limit 1) end as phone_shown,
                   (select i.shown
                      from people.identifier i
                     where i.persona = p.id and i.ended_at is null and i.kind in ('ID_NUMBER', 'CREDIT_CODE')
                     order by i.id desc
                     limit 1) as number_shown
              from people.persona p
             where p.id = any(:ids)""";

    private static final String SEALED = "select domain, key_version, name, phone from people.persona where id = :id";

    private static final String NUMBERS = """
            select id, persona, domain, kind, shown, sealed, key_version, since, verified_at, verified_by
              from people.identifier
             where persona = :persona and ended_at is null
             order by id""";

    private static final String ADD = """
            insert into people.persona (id, domain, kind, shown, phone_shown, name, phone, sign, name_sign, phone_sign,
                                        key_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ADD_NUMBER = """
            insert into people.identifier (id, persona, domain, kind, shown, sealed, sign, key_version, since,
                                           verified_at, verified_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String CORRECT = """
            update people.persona
               set shown = ?, phone_shown = ?, name = ?, phone = ?, sign = ?, name_sign = ?, phone_sign = ?,
                   key_version = ?
             where id = ?""";

    private static final String END_NUMBER =
            "update people.identifier set ended_at = ? where persona = ? and kind = ? and ended_at is null";

    private static final String MINOR = "update people.persona set shown = ?, adult_on = ? where id = ?";

    private final JdbcClient db;
    private final DomainKeys keys;

    SealedPersonas(JdbcClient db, DomainKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    @Override
    public Persona register(Work work, Batch batch, String domain, Persona.Draft draft) {
        var told = DomainKeys.told(draft.name(), draft.phone(), draft.pseudonym());
        var known = draft.number()
                .flatMap(number -> byNumber(domain, number))
                .or(() -> told.flatMap(text -> bySign(domain, text))
                        .filter(found -> draft.number()
                                .map(number -> ofKind(found.id(), number.kind()).isEmpty())
                                .orElse(true)));
        if (known.isPresent()) {
            return known.get();
        }
        // somebody of the same name and phone but another number is somebody else, and only one can hold the sign
        boolean taken = draft.number().isPresent()
                && told.flatMap(text -> bySign(domain, text)).isPresent();
        return add(work, batch, domain, draft, taken ? Optional.empty() : told);
    }

    private List<Held> ofKind(UUID persona, Identifier.Kind kind) {
        return held(persona).stream()
                .filter(each -> each.identifier().kind() == kind)
                .toList();
    }

    private Optional<Persona> bySign(String domain, String told) {
        return db.sql(BY_SIGN)
                .param("domain", domain)
                .param("signs", keys.signs(domain, told))
                .query((row, at) -> PersonaRows.shown(row))
                .optional();
    }

    private Optional<Persona> byNumber(String domain, Identifier number) {
        return number(BY_NUMBER, domain, number);
    }

    private Optional<Persona> number(String sql, String domain, Identifier number) {
        return db.sql(sql)
                .param("domain", domain)
                .param("kind", number.kind().name())
                .param("signs", keys.signs(domain, DomainKeys.told(number)))
                .query((row, at) -> PersonaRows.shown(row))
                .optional();
    }

    private Persona add(Work work, Batch batch, String domain, Persona.Draft draft, Optional<String> told) {
        var phone = draft.phone().map(Masks::phone);
        var persona = new Persona(Ids.at(work.now()), domain, draft.shown(), phone);
        batch.add(
                ADD,
                persona.id(),
                domain,
                draft.organisation() ? "ORGANISATION" : "PERSON",
                persona.shown(),
                persona.phoneShown().orElse(null),
                sealed(persona, draft.name()),
                sealed(persona, draft.phone()),
                told.map(text -> keys.sign(domain, text)).orElse(null),
                keys.nameSign(domain, draft.name()),
                keys.phoneSign(domain, draft.phone()),
                keys.version(domain));
        draft.number().ifPresent(number -> identify(work, batch, persona, number, Optional.empty()));
        return persona;
    }

    @Override
    public void identify(Work work, Batch batch, Persona persona, Identifier identifier, Optional<String> checked) {
        var id = Ids.at(work.now());
        var domain = persona.domain();
        if (identifier.kind().unique()) {
            batch.add(END_NUMBER, work.now(), persona.id(), identifier.kind().name());
        }
        batch.add(
                ADD_NUMBER,
                id,
                persona.id(),
                domain,
                identifier.kind().name(),
                identifier.shown(),
                keys.seal(domain, id, identifier.value()),
                identifier.kind() == Identifier.Kind.ADDRESS ? null : keys.sign(domain, DomainKeys.told(identifier)),
                keys.version(domain),
                work.now(),
                checked.map(how -> work.now()).orElse(null),
                checked.orElse(null));
    }

    @Override
    public Optional<Persona> find(String domain, Identifier number) {
        return number(FIND, domain, number).or(() -> number(FIND_MERGED, domain, number));
    }

    @Override
    public Optional<UUID> holder(String domain, Identifier number) {
        return byNumber(domain, number).map(Persona::id);
    }

    @Override
    public Persona correct(Batch batch, Persona persona, Optional<String> name, Optional<String> phone) {
        var before = reveal(persona.id()).orElseThrow();
        var nameNow = name.or(before::name);
        var phoneNow = phone.or(before::phone);
        var told = DomainKeys.told(nameNow, phoneNow, Optional.empty())
                .filter(text -> bySign(persona.domain(), text)
                        .filter(other -> !other.id().equals(persona.id()))
                        .isEmpty());
        boolean minor = persona.adultOn().isPresent();
        var after = new Persona(
                persona.id(),
                persona.domain(),
                nameNow.map(known -> minor ? Masks.minor(known) : Masks.name(known))
                        .orElse(persona.shown()),
                phoneNow.map(Masks::phone));
        batch.add(
                CORRECT,
                after.shown(),
                after.phoneShown().orElse(null),
                sealed(after, nameNow),
                sealed(after, phoneNow),
                told.map(text -> keys.sign(after.domain(), text)).orElse(null),
                keys.nameSign(after.domain(), nameNow),
                keys.phoneSign(after.domain(), phoneNow),
                keys.version(after.domain()),
                after.id());
        return after;
    }

    @Override
    public String minor(Batch batch, Persona persona, LocalDate adultOn) {
        var shown =
                reveal(persona.id()).flatMap(Revealed::name).map(Masks::minor).orElse(persona.shown());
        batch.add(MINOR, shown, adultOn, persona.id());
        return shown;
    }

    @Override
    public void forget(Batch batch, List<UUID> personas) {
        var asked = personas.toArray(UUID[]::new);
        batch.add("select people.forget(?)", (Object) asked);
    }

    private byte @Nullable [] sealed(Persona persona, Optional<String> text) {
        return text.map(clear -> keys.seal(persona.domain(), persona.id(), clear))
                .orElse(null);
    }

    @Override
    public Map<UUID, Persona> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return db
                .sql(BY_ID)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, at) -> PersonaRows.known(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Persona::id, Function.identity()));
    }

    @Override
    public List<Held> held(UUID persona) {
        return db.sql(NUMBERS)
                .param("persona", persona)
                .query((row, at) -> held(row))
                .list();
    }

    private Held held(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var value = keys.open(row.getString("domain"), row.getString("key_version"), id, row.getBytes("sealed"));
        return new Held(
                id,
                new Identifier(Identifier.Kind.valueOf(row.getString("kind")), value),
                row.getObject("since", java.time.OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("verified_by")));
    }

    @Override
    public Optional<Revealed> reveal(UUID persona) {
        var numbers = new EnumMap<Identifier.Kind, String>(Identifier.Kind.class);
        held(persona)
                .forEach(each ->
                        numbers.put(each.identifier().kind(), each.identifier().value()));
        return db.sql(SEALED)
                .param("id", persona)
                .query((row, at) ->
                        new Revealed(opened(row, persona, "name"), opened(row, persona, "phone"), Map.copyOf(numbers)))
                .optional();
    }

    private Optional<String> opened(ResultSet row, UUID id, String column) throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null
                ? Optional.empty()
                : Optional.of(keys.open(row.getString("domain"), row.getString("key_version"), id, sealed));
    }
}
