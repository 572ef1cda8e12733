package org.maplebridge.kernel.staff.scim;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the identity platform calls members of staff, and whom it has taken from its lists. In the work of a job.
@Component
class ProvisionedStore {

    private static final String OF = """
            select person, external_id, removed_at is not null as removed
              from staff.provisioned
             where agency = :agency""";

    private static final String NAME = """
            insert into staff.provisioned as known (person, agency, external_id)
            values (:person, :agency, :external)
                on conflict (person) do update set external_id = excluded.external_id""";

    private static final String REMOVE = """
            insert into staff.provisioned as known (person, agency, removed_at)
            values (:person, :agency, :now)
                on conflict (person) do update set removed_at = excluded.removed_at""";

    private static final String CHANGED = """
            select person, min(at) as first, max(at) as last
              from staff.change
             where person = any(:people)
             group by person""";

    private final JdbcClient db;

    ProvisionedStore(JdbcClient db) {
        this.db = db;
    }

    /// @param removed whether the platform has taken them from its lists
    record Known(UUID person, Optional<String> externalId, boolean removed) {}

    record Changed(UUID person, OffsetDateTime first, OffsetDateTime last) {}

    Map<UUID, Known> of(UUID agency) {
        return db
                .sql(OF)
                .param("agency", agency)
                .query((row, at) -> new Known(
                        row.getObject("person", UUID.class),
                        Optional.ofNullable(row.getString("external_id")),
                        row.getBoolean("removed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::person, known -> known));
    }

    void name(UUID person, UUID agency, Optional<String> externalId) {
        db.sql(NAME)
                .param("person", person)
                .param("agency", agency)
                .param("external", externalId.orElse(null))
                .update();
    }

    void remove(Work work, UUID person, UUID agency) {
        db.sql(REMOVE)
                .param("person", person)
                .param("agency", agency)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<UUID, Changed> changed(List<UUID> people) {
        return db
                .sql(CHANGED)
                .param("people", people.toArray(UUID[]::new))
                .query((row, at) -> new Changed(
                        row.getObject("person", UUID.class),
                        row.getObject("first", OffsetDateTime.class),
                        row.getObject("last", OffsetDateTime.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Changed::person, changed -> changed));
    }
}
