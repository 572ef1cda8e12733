package org.maplebridge.kernel.matters;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Scope;
import tools.jackson.databind.JsonNode;

/// Builds the statement of a list: it starts from `reach`, one unit for each branch, each limited, de-duplicated.
///
/// Filters that `reach` carries narrow the branches. The others look at no more than [#LOOKED_AT] candidates at a
/// time; the page then ends where the looking ended, and goes on from there.
final class ListQuery {

    /// How many candidates one page looks at when a filter needs the matter itself.
    static final int LOOKED_AT = 2_000;

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> branches = new ArrayList<>();
    private final String own;
    private final Filter filter;
    private final int candidates;

    /// A stage to list. In one that ends the matter nothing is open; in the others a merged matter may be closed.
    record StageAsked(String name, boolean ends) {}

    /// What is asked for; see API.md.
    record Filter(
            Optional<String> scene,
            List<StageAsked> stages,
            Optional<String> area,
            Optional<String> colour,
            Optional<java.time.Instant> dueAfter,
            Optional<java.time.Instant> dueBefore,
            Optional<String> words,
            boolean returned,
            Optional<Boolean> open,
            Optional<UUID> only,
            Optional<String> after,
            int limit) {

        /// The same, from another key on.
        Filter page(Optional<String> from, int most) {
            return new Filter(
                    scene, stages, area, colour, dueAfter, dueBefore, words, returned, open, only, from, most);
        }

        /// The same, for the one matter that the words are the code of.
        Filter coded(UUID matter) {
            var one = Optional.of(matter);
            return new Filter(
                    scene,
                    stages,
                    area,
                    colour,
                    dueAfter,
                    dueBefore,
                    Optional.empty(),
                    returned,
                    open,
                    one,
                    after,
                    limit);
        }

        /// Whether it needs columns of the matter.
        boolean needsMatter() {
            return colour.isPresent() || words.isPresent();
        }
    }

    ListQuery(Scope scope, Filter filter) {
        this.filter = filter;
        this.candidates = filter.needsMatter() ? LOOKED_AT : filter.limit() + 1;
        this.own = conditions();
        values.put("candidates", candidates);
        values.put("limit", filter.limit() + 1);
        int no = 0;
        for (String held : units(scope)) {
            no = branch(held, no);
        }
    }

    /// With an area asked for, only that area's unit, in each domain held.
    private List<String> units(Scope scope) {
        return filter.area()
                .map(area -> scope.units().stream()
                        .filter(held -> held.startsWith("a:"))
                        .filter(held -> covers(held.substring(2, held.indexOf('|')), area))
                        .map(held -> "a:" + area + held.substring(held.indexOf('|')))
                        .distinct()
                        .toList())
                .orElse(scope.units().stream()
                        // what only supervisors are told of is no matter's unit
                        .filter(held -> !held.startsWith("s:"))
                        .toList());
    }

    static boolean covers(String wider, String area) {
        return area.equals(wider) || area.startsWith(wider + ".");
    }

    private int branch(String held, int first) {
        int no = first;
        int bar = held.indexOf('|');
        for (boolean open : filter.open().map(List::of).orElse(List.of(true, false))) {
            for (String stage : stages(open)) {
                values.put("unit" + no, held.substring(0, bar));
                values.put("domain" + no, held.substring(bar + 1));
                var sql = "select not open as closed, due, matter from ground.reach where unit = :unit" + no
                        + " and domain = :domain" + no + " and open = " + open;
                if (!stage.isEmpty()) {
                    values.put("stage" + no, stage);
                    sql += " and scene = :scene and stage = :stage" + no;
                }
                branches.add("(" + sql + own + after(open) + " order by due, matter limit :candidates)");
                no++;
            }
        }
        return no;
    }

    /// No branch for what can't be there: PostgreSQL would look for it all the same.
    private List<String> stages(boolean open) {
        return filter.stages().isEmpty()
                ? List.of("")
                : filter.stages().stream()
                        .filter(stage -> !open || !stage.ends())
                        .map(StageAsked::name)
                        .toList();
    }

    private String conditions() {
        var sql = new StringBuilder();
        filter.scene().ifPresent(scene -> values.put("scene", scene));
        filter.dueAfter().ifPresent(after -> {
            values.put("later", after.atOffset(java.time.ZoneOffset.UTC));
            sql.append(" and due > :later");
        });
        filter.dueBefore().ifPresent(before -> {
            values.put("before", before.atOffset(java.time.ZoneOffset.UTC));
            sql.append(" and due < :before");
        });
        filter.only().ifPresent(matter -> {
            values.put("only", matter);
            sql.append(" and matter = :only");
        });
        if (filter.returned()) {
            sql.append(" and returned");
        }
        return sql.toString();
    }

    /// A branch of the other sort than the key's is either done with or yet to begin.
    private String after(boolean open) {
        if (filter.after().isEmpty()) {
            return "";
        }
        var key = checked(Page.decode(filter.after().get(), 3));
        boolean closed = key.get(0).booleanValue();
        values.put("keyDue", key.get(1).stringValue());
        values.put("keyMatter", key.get(2).stringValue());
        if (closed == open) {
            return closed ? " and false" : "";
        }
        return " and (due, matter) > (cast(:keyDue as timestamptz), cast(:keyMatter as uuid))";
    }

    /// What PostgreSQL would stumble over is no key of ours.
    private static JsonNode checked(JsonNode key) {
        try {
            var due = key.get(1).asString("");
            if (!due.equals("infinity")) {
                LocalDateTime.parse(due.replaceFirst("\\+00$", "").replace(' ', 'T'));
            }
            UUID.fromString(key.get(2).asString(""));
            if (key.get(0).isBoolean()) {
                return key;
            }
        } catch (DateTimeException | IllegalArgumentException foreign) {
            // answered below, together with a key of another list
        }
        throw Page.foreign();
    }

    /// The statement; empty if the scope holds no unit to start from.
    Optional<String> sql() {
        if (branches.isEmpty()) {
            return Optional.empty();
        }
        var candidatesSql = "select distinct closed, due, matter from (" + String.join(" union all ", branches)
                + ") b order by closed, due, matter limit :candidates";
        var filters = new StringBuilder();
        filter.colour().ifPresent(colour -> {
            values.put("colour", colour);
            filters.append(" and m.colour = :colour");
        });
        filter.words().ifPresent(words -> {
            values.put(
                    "words",
                    "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            values.put("code", Codes.typed(words));
            filters.append(" and (m.title ilike :words or m.code = :code)");
        });
        var shown = filters.isEmpty()
                ? "true"
                : "exists (select from matters.matter m where m.id = c.matter" + filters + ")";
        return Optional.of("select closed, due::text as due, matter, " + shown + " as shown from (" + candidatesSql
                + ") c order by closed, c.due, matter");
    }

    Map<String, Object> values() {
        return values;
    }

    int candidates() {
        return candidates;
    }
}
