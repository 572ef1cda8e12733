package org.maplebridge.kernel.parameters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import tools.jackson.databind.JsonNode;

/// The numbers a release brings: the `parameters` of the data files. A file that says something impossible keeps the
/// program from starting.
final class BaseLayer {

    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z][a-z0-9]*(-[a-z0-9]+)*)+";
    private static final Set<String> FIELDS = Set.of(
            "name",
            "title",
            "value",
            "kind",
            "unit",
            "least",
            "most",
            "from",
            "until",
            "area",
            "article",
            "verification");

    private final Map<String, Definition> definitions = new TreeMap<>();
    private final List<Parameter> versions = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    BaseLayer(List<DataFile> files) {
        for (var file : files) {
            for (var entry : file.section("parameters")) {
                add(file.name(), entry);
            }
        }
    }

    Map<String, Definition> definitions() {
        return Map.copyOf(definitions);
    }

    List<Parameter> versions() {
        return List.copyOf(versions);
    }

    private void add(String file, JsonNode entry) {
        var name = text(entry, "name").orElse("?");
        entry.propertyNames().forEach(field -> require(FIELDS.contains(field), file, name, "unknown field " + field));
        require(name.matches(NAME), file, name, "no name like scene.number");
        var definition = definition(file, name, entry);
        var value = text(entry, "value").orElse("");
        definition.fault(value).ifPresent(fault -> require(false, file, name, fault));
        var area = text(entry, "area");
        var from = day(entry, "from");
        require(from.isPresent(), file, name, "from is missing");
        var until = day(entry, "until");
        require(until.map(last -> !last.isBefore(from.orElseThrow())).orElse(true), file, name, "until before from");
        var article = text(entry, "article");
        var verification = Verification.valueOf(text(entry, "verification").orElse("LOCAL_DEFAULT"));
        require(
                article.isPresent() || verification == Verification.LOCAL_DEFAULT,
                file,
                name,
                "without an article it is a LOCAL_DEFAULT");
        var version = "base:" + name + area.map(path -> "@" + path).orElse("") + "@" + from.orElseThrow();
        require(seen.add(version), file, name, "stands there twice");
        versions.add(new Parameter(
                version,
                name,
                definition.title(),
                value,
                definition.kind(),
                definition.unit(),
                area,
                from.orElseThrow(),
                until,
                article,
                verification,
                "随版本发布",
                Optional.empty(),
                file + ".yml"));
    }

    private Definition definition(String file, String name, JsonNode entry) {
        var read = new Definition(
                name,
                text(entry, "title").orElse(""),
                Kind.valueOf(text(entry, "kind").orElse("TEXT")),
                text(entry, "unit"),
                text(entry, "least").map(BigDecimal::new),
                text(entry, "most").map(BigDecimal::new));
        require(!read.title().isBlank(), file, name, "title is missing");
        var known = definitions.putIfAbsent(name, read);
        require(known == null || known.equals(read), file, name, "its versions differ in title, kind, unit or bounds");
        return read;
    }

    private static Optional<String> text(JsonNode entry, String field) {
        var node = entry.path(field);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asString());
    }

    /// YAML reads an unquoted day as a moment: the day is its first ten characters.
    private static Optional<LocalDate> day(JsonNode entry, String field) {
        return text(entry, field).map(said -> LocalDate.parse(said.substring(0, Math.min(10, said.length()))));
    }

    private static void require(boolean met, String file, String name, String message) {
        if (!met) {
            throw new IllegalStateException("parameter " + name + " in " + file + ".yml: " + message);
        }
    }
}
