package org.maplebridge.kernel.imports;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of mappings an office keeps. Needs transactions of a job.
@Component
class MappingStore {

    private static final String LATEST = """
            select distinct on (name) name, version, content::text as content, by_name, at
              from imports.mapping
             where agency = :agency
             order by name, version desc""";

    private static final String FIND = """
            select name, version, content::text as content, by_name, at
              from imports.mapping
             where agency = :agency and name = :name
             order by version desc
             limit 1""";

    private static final String ADD = """
            insert into imports.mapping (agency, name, version, scene, content, by_name, at)
            select :agency, :name, coalesce(max(version), 0) + 1, :scene, cast(:content as jsonb), :by, :at
              from imports.mapping
             where agency = :agency and name = :name""";

    private final JdbcClient db;

    MappingStore(JdbcClient db) {
        this.db = db;
    }

    /// A mapping under its name, in its newest version.
    record Kept(String name, int version, Mapping mapping, String by, Instant at) {}

    List<Kept> latest(UUID agency) {
        return db.sql(LATEST)
                .param("agency", agency)
                .query((row, at) -> kept(row))
                .list();
    }

    Optional<Kept> find(UUID agency, String name) {
        return db.sql(FIND)
                .param("agency", agency)
                .param("name", name)
                .query((row, at) -> kept(row))
                .optional();
    }

    void add(Work work, UUID agency, String name, Mapping mapping, String by) {
        db.sql(ADD)
                .param("agency", agency)
                .param("name", name)
                .param("scene", mapping.scene())
                .param("content", Canonical.MAPPER.writeValueAsString(mapping))
                .param("by", by)
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Kept(
                row.getString("name"),
                row.getInt("version"),
                Canonical.MAPPER.readValue(row.getString("content"), Mapping.class),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
