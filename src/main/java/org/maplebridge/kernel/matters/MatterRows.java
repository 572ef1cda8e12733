package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.maplebridge.kernel.ground.Canonical;
import tools.jackson.databind.JsonNode;

/// Turns rows that PostgreSQL has gathered into JSON back into values.
final class MatterRows {

    private MatterRows() {}

    static List<Deadline> deadlines(String json) {
        return each(
                json,
                row -> new Deadline(
                        row.path("no").intValue(),
                        text(row, "parameter"),
                        text(row, "edition"),
                        maybe(row, "level"),
                        maybe(row, "holder").map(UUID::fromString),
                        text(row, "term"),
                        moment(row, "from_at"),
                        moment(row, "due"),
                        LocalDate.parse(text(row, "last_day")),
                        row.path("settled").booleanValue(),
                        text(row, "calendar"),
                        Deadline.State.valueOf(text(row, "state")),
                        maybe(row, "ended_at").map(MatterRows::moment),
                        pauses(row.path("pauses")),
                        maybe(row, "extension")));
    }

    private static List<Deadline.Pause> pauses(JsonNode rows) {
        var pauses = new ArrayList<Deadline.Pause>();
        rows.forEach(row -> pauses.add(
                new Deadline.Pause(moment(row, "from"), maybe(row, "until").map(MatterRows::moment))));
        return pauses;
    }

    static List<Party> parties(String json) {
        return each(
                json,
                row -> new Party(
                        row.path("no").intValue(),
                        text(row, "role"),
                        UUID.fromString(text(row, "persona")),
                        text(row, "shown")));
    }

    static List<Link> links(String json) {
        return each(
                json,
                row -> new Link(
                        row.path("no").intValue(),
                        Link.Kind.valueOf(text(row, "kind")),
                        UUID.fromString(text(row, "other")),
                        row.path("blocking").booleanValue()));
    }

    static List<Recusal> recusals(String json) {
        return each(
                json,
                row -> new Recusal(
                        row.path("no").intValue(),
                        UUID.fromString(text(row, "person")),
                        Recusal.Ground.valueOf(text(row, "ground")),
                        moment(row, "since"),
                        maybe(row, "lifted_at").map(MatterRows::moment)));
    }

    private static <T> List<T> each(String json, Function<JsonNode, T> read) {
        var found = new ArrayList<T>();
        Canonical.MAPPER.readTree(json).forEach(row -> found.add(read.apply(row)));
        return found;
    }

    private static String text(JsonNode row, String name) {
        return row.path(name).stringValue();
    }

    private static Optional<String> maybe(JsonNode row, String name) {
        var value = row.path(name);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    private static Instant moment(JsonNode row, String name) {
        return moment(text(row, name));
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
