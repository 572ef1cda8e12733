package org.maplebridge.kernel.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maplebridge.kernel.ground.Ids;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.context.ApplicationContext;

/// Makes many people quickly, each with an ID number of their own, sealed and signed as the program does it.
public final class Crowd {

    private static final String DOMAIN = "general";
    private static final int AT_ONCE = 10_000;
    private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("yyMMdd");
    private static final String PERSONAS = "copy people.persona (id, domain, shown, phone_shown, name, phone, sign,"
            + " name_sign, phone_sign, key_version) from stdin";
    private static final String NUMBERS = "copy people.identifier (id, persona, domain, kind, shown, sealed, sign,"
            + " key_version, since) from stdin";

    private final DomainKeys keys;
    private final Instant since;

    private Crowd(DomainKeys keys, Instant since) {
        this.keys = keys;
        this.since = since;
    }

    /// With the keys of a program that runs.
    public static Crowd of(ApplicationContext program, Instant since) {
        return new Crowd(program.getBean(DomainKeys.class), since);
    }

    /// The invented ID number of the one at this place.
    public static Identifier number(int place) {
        var birth = LocalDate.of(1930, 1, 1).plusDays(place / 1000 % 25_000);
        var fifteen = "330702" + BIRTH.format(birth) + "%03d".formatted(place % 1000);
        return new Identifier(Identifier.Kind.ID_NUMBER, IdNumber.kept(fifteen));
    }

    /// Writes personas of their own, each with name, phone and number. Returns their ids.
    public List<UUID> gather(Connection superuser, int people) throws SQLException, IOException {
        var ids = IntStream.range(0, people).mapToObj(i -> Ids.at(since)).toList();
        copy(superuser, PERSONAS, people, place -> persona(ids.get(place), place));
        number(superuser, ids);
        return ids;
    }

    /// Gives each of these personas the number of its place.
    public void number(Connection superuser, List<UUID> personas) throws SQLException, IOException {
        copy(superuser, NUMBERS, personas.size(), place -> identifier(personas.get(place), place));
    }

    private String persona(UUID id, int place) {
        var name = "测量" + Integer.toString(place, 36);
        var phone = "1990" + "%07d".formatted(place % 10_000_000);
        var told = DomainKeys.told(Optional.of(name), Optional.of(phone), Optional.empty())
                .orElseThrow();
        return line(
                id.toString(),
                DOMAIN,
                Masks.name(name),
                Masks.phone(phone),
                bytes(keys.seal(DOMAIN, id, name)),
                bytes(keys.seal(DOMAIN, id, phone)),
                bytes(keys.sign(DOMAIN, told)),
                bytes(java.util.Objects.requireNonNull(keys.nameSign(DOMAIN, Optional.of(name)))),
                bytes(java.util.Objects.requireNonNull(keys.phoneSign(DOMAIN, Optional.of(phone)))),
                keys.version(DOMAIN));
    }

    private String identifier(UUID persona, int place) {
        var id = Ids.at(since);
        var number = number(place);
        return line(
                id.toString(),
                persona.toString(),
                DOMAIN,
                number.kind().name(),
                number.shown(),
                bytes(keys.seal(DOMAIN, id, number.value())),
                bytes(keys.sign(DOMAIN, DomainKeys.told(number))),
                keys.version(DOMAIN),
                since.toString());
    }

    private static String bytes(byte[] value) {
        return "\\\\x" + HexFormat.of().formatHex(value);
    }

    private static String line(String... values) {
        return String.join("\t", values) + "\n";
    }

    private static void copy(Connection superuser, String into, int rows, IntFunction<String> line)
            throws SQLException, IOException {
        CopyManager copy = superuser.unwrap(PGConnection.class).getCopyAPI();
        for (int from = 0; from < rows; from += AT_ONCE) {
            var lines = IntStream.range(from, Math.min(rows, from + AT_ONCE))
                    .parallel()
                    .mapToObj(line)
                    .collect(Collectors.joining());
            copy.copyIn(into, new java.io.ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
