package org.maplebridge.kernel.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Suggests which personas of one domain may be the same person, each with its reasons. People decide. Only personas
/// within reach are compared, so that a suggestion tells nobody of a matter they may not see.
@Component
public class Likeness {

    private static final int MOST = 20;

    private static final String ALIKE = """
            select o.id, o.name_sign = p.name_sign as name, o.phone_sign = p.phone_sign as phone
              from people.persona p
              join people.persona o
                on o.domain = p.domain and o.id <> p.id and o.merged_into is null
               and (o.phone_sign = p.phone_sign or o.name_sign = p.name_sign)
             where p.id = :id and p.kind = 'PERSON' and p.merged_into is null
             order by o.id
             limit :most""";

    private final JdbcClient db;
    private final Personas personas;

    Likeness(JdbcClient db, Personas personas) {
        this.db = db;
        this.personas = personas;
    }

    /// Somebody who may be the same.
    ///
    /// @param reasons each in one sentence
    /// @param against what speaks against it
    public record Alike(UUID persona, List<String> reasons, List<String> against) {}

    private record Row(UUID id, boolean name, boolean phone) {}

    /// Those who may be the same as this persona, the likeliest first.
    public List<Alike> of(UUID persona) {
        var mine = personas.reveal(persona);
        if (mine.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Alike>();
        var rows = db.sql(ALIKE)
                .param("id", persona)
                .param("most", MOST)
                .query((row, at) ->
                        new Row(row.getObject("id", UUID.class), row.getBoolean("name"), row.getBoolean("phone")))
                .list();
        for (var row : rows) {
            personas.reveal(row.id())
                    .map(other -> compared(row, mine.get(), other))
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparingInt(
                alike -> alike.against().size() - alike.reasons().size()));
        return List.copyOf(found);
    }

    private static Alike compared(Row row, Personas.Revealed mine, Personas.Revealed other) {
        var reasons = new ArrayList<String>();
        var against = new ArrayList<String>();
        if (row.phone()) {
            reasons.add("电话相同");
        }
        if (row.name()) {
            reasons.add("姓名相同");
        } else {
            var names = new String[] {mine.name().orElse(""), other.name().orElse("")};
            if (oneLetterApart(names[0], names[1])) {
                reasons.add("姓名只差一个字");
            } else {
                against.add("姓名不同");
            }
        }
        if (!row.phone() && mine.phone().isPresent() && other.phone().isPresent()) {
            against.add("电话不同");
        }
        for (var kind : mine.numbers().keySet()) {
            if (kind.unique() && other.numbers().containsKey(kind)) {
                against.add(kind.title() + "不同");
            }
        }
        return new Alike(row.id(), List.copyOf(reasons), List.copyOf(against));
    }

    private static boolean oneLetterApart(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        if (a.length != b.length || a.length < 2) {
            return false;
        }
        int apart = 0;
        for (int i = 0; i < a.length; i++) {
            apart += a[i] == b[i] ? 0 : 1;
        }
        return apart == 1;
    }
}
