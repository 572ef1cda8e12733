package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the rows that a scene and the modules with verbs of every scene keep of a matter, after the store, as the fact
/// digest covers them.
///
/// The text of a row is final: the table's name and the columns that hold something, in the order of `jsonb`. A column
/// that holds nothing is left out, so that a column added later changes no row written before. Rows stand in the order
/// of their bytes, so that neither a key nor the database's collation matters.
@Component
class Facts {

    /// Every table of the scene's schema that has a column `matter`.
    private static final String TABLES = """
            select c.relname as name
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
              join pg_attribute m on m.attrelid = c.oid and m.attname = 'matter'
             where n.nspname = :schema
               and c.relkind in ('r', 'p')
               and not c.relispartition
             order by c.relname""";

    private final JdbcClient db;
    private final ObjectProvider<SharedVerb<?>> verbs;
    private final Map<String, Optional<String>> statements = new ConcurrentHashMap<>();

    /// @param verbs of modules whose schemas are the matters' of every scene
    Facts(JdbcClient db, ObjectProvider<SharedVerb<?>> verbs) {
        this.db = db;
        this.verbs = verbs;
    }

    /// The schemas with rows of a scene's matters: its own, and those of the modules that bring verbs.
    private List<String> schemas(String scene) {
        return Stream.concat(
                        Stream.of(schema(scene)),
                        verbs.stream()
                                .map(verb -> SceneBook.nameOf(AopUtils.getTargetClass(verb)))
                                .distinct()
                                .sorted())
                .toList();
    }

    /// The schema of a scene: its name, with `_` for what separates a folder of scenes.
    static String schema(String scene) {
        return scene.replace('.', '_');
    }

    /// The rows of one matter.
    List<String> of(String scene, UUID matter) {
        return of(scene, List.of(matter)).getOrDefault(matter, List.of());
    }

    /// The rows of several matters of one scene.
    Map<UUID, List<String>> of(String scene, List<UUID> matters) {
        return statements
                .computeIfAbsent(scene, this::statement)
                .map(sql -> db
                        .sql(sql)
                        .param("matters", matters.toArray(UUID[]::new))
                        .query((row, at) -> Map.entry(row.getObject("matter", UUID.class), row.getString("row")))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))))
                .orElse(Map.of());
    }

    /// The statements that delete the rows of one matter.
    List<String> deletions(String scene) {
        return schemas(scene).stream()
                .flatMap(schema -> tables(schema).stream()
                        .map(table -> "delete from " + schema + "." + table + " where matter = ?"))
                .toList();
    }

    private List<String> tables(String schema) {
        return db.sql(TABLES)
                .param("schema", schema)
                .query((row, at) -> row.getString("name"))
                .list();
    }

    /// Empty where no schema has tables. Asked once: tables come with a release.
    private Optional<String> statement(String scene) {
        var parts = new ArrayList<String>();
        for (var schema : schemas(scene)) {
            // a module's tables by their full name, so that they are not taken for the scene's
            var prefix = schema.equals(schema(scene)) ? "" : schema + ".";
            tables(schema).forEach(table -> parts.add(rows(schema, table, prefix + table)));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("select matter, row from (" + String.join("\nunion all\n", parts)
                        + ") facts order by matter, row collate \"C\"");
    }

    /// Not `jsonb_strip_nulls`: what stands within a column keeps its nulls.
    private static String rows(String schema, String table, String name) {
        return """
                    select t.matter, '%3$s ' || (select jsonb_object_agg(c.key, c.value)
                                                   from jsonb_each(to_jsonb(t)) c
                                                  where jsonb_typeof(c.value) <> 'null')::text as row
                      from %1$s.%2$s t
                     where t.matter = any(:matters)""".formatted(schema, table, name);
    }
}
