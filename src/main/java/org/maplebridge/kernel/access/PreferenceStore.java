package org.maplebridge.kernel.access;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps preferences; the row policy shows each person their own.
@Component
final class PreferenceStore {

    private static final String OWN = """
        select name, value::text as value, changed from access.preference where person = :person order by name\
        """;
    private static final String SAVE = """
        insert into access.preference as p (person, name, value, changed)
        select :person, :name, cast(:value as jsonb), :changed
         where (select count(*) from access.preference o where o.person = :person and o.name <> :name) < :most
            on conflict (person, name) do update set value = excluded.value, changed = excluded.changed\
        """;
    private static final String DELETE = "delete from access.preference where person = :person and name = :name";

    private final JdbcClient db;

    PreferenceStore(JdbcClient db) {
        this.db = db;
    }

    List<Preference> of(UUID person) {
        return db.sql(OWN)
                .param("person", person)
                .query((row, number) -> new Preference(
                        row.getString("name"), words(row.getString("value")), TicketStore.here(row, "changed")))
                .list();
    }

    private static Map<String, String> words(String json) {
        var words = new TreeMap<String, String>();
        Canonical.MAPPER
                .readTree(json)
                .properties()
                .forEach(each -> words.put(each.getKey(), each.getValue().asString("")));
        return words;
    }

    /// Whether it is kept; not if there are that many others.
    boolean save(Work work, UUID person, String name, Map<String, String> value, int most) {
        return db.sql(SAVE)
                        .param("person", person)
                        .param("name", name)
                        .param("value", Canonical.text(value))
                        .param("changed", work.now().atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .update()
                == 1;
    }

    void delete(UUID person, String name) {
        db.sql(DELETE).param("person", person).param("name", name).update();
    }
}
