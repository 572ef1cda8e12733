package org.maplebridge.kernel.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds people by their full name, the initials of it, the last four digits of phone or ID number, or a whole number:
/// by blind indexes, within the secrecy domains somebody works in, and only those a matter within reach concerns. The
/// caller logs the look.
@Component
public final class PersonFinding {

    private static final String FOUND = """
        select f.no, p.id
          from people.found(:domain, :signs) with ordinality f(id, no)
          join people.persona p on p.id = f.id
         order by f.no
         limit :most\
        """;

    private final JdbcClient db;
    private final Personas personas;
    private final PersonSigns signs;

    PersonFinding(JdbcClient db, Personas personas, PersonSigns signs) {
        this.db = db;
        this.personas = personas;
        this.signs = signs;
    }

    /// What is looked for, by what it looks like.
    ///
    /// @param field which of somebody's data it is
    /// @param title as people call it
    public record Sought(Purpose.Field field, String title) {}

    /// What a text asks for; empty if it is neither a name, initials, four digits nor a number.
    public static Optional<Sought> sought(String said) {
        return PersonSigns.by(said).map(by -> switch (by) {
            case NAME -> new Sought(Purpose.Field.NAME, "姓名");
            case INITIALS -> new Sought(Purpose.Field.NAME, "姓名拼音首字母");
            case LAST_FOUR -> new Sought(Purpose.Field.NUMBER, "电话或证件后四位");
            case NUMBER -> new Sought(Purpose.Field.NUMBER, "整个号码");
        });
    }

    /// Those it means, masked. Needs a transaction of whoever asks.
    public List<Persona> found(Scope scope, String said, int most) {
        var by = PersonSigns.by(said).orElseThrow();
        var ids = new ArrayList<UUID>();
        for (var domain : domains(scope)) {
            db.sql(FOUND)
                    .param("domain", domain)
                    .param("signs", signs.asked(domain, said, by))
                    .param("most", most)
                    .query((row, at) -> row.getObject("id", UUID.class))
                    .list()
                    .forEach(ids::add);
        }
        var known = personas.byId(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .limit(most)
                .toList();
    }

    private static List<String> domains(Scope scope) {
        return scope.units().stream()
                .map(held -> held.substring(held.indexOf('|') + 1))
                .distinct()
                .sorted()
                .toList();
    }
}
