package org.maplebridge.scenes.allowances;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.AskedDay;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.matters.Matters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The list of sheets within reach and what each comes to: two statements, however many there are.
@Component
class AllowancesListing {

    private static final String SHEETS = """
        select s.matter, s.code, s.month, s.office_name, m.stage
          from allowances.sheet s
          join matters.standing m on m.id = s.matter
         where s.month <= :last and (s.month < :last or (s.office_name, s.matter) > (:name, :after))\
        """;

    private static final String NEWEST_FIRST = " order by s.month desc, s.office_name, s.matter limit :limit";

    private static final String TOTALS = """
        select matter,
               count(*) filter (where state = 'PAYABLE' or state = 'BACK' and confirmed is not false) as lines,
               count(*) filter (where state = 'HELD') as held,
               coalesce(sum(amount) filter (where state = 'PAYABLE'), 0.00) as paid,
               coalesce(sum(amount) filter (where state = 'BACK' and confirmed is not false), 0.00) as back
          from allowances.line
         where matter = any(:ids)
         group by matter\
        """;

    private static final String OFFICES_OF = """
        select distinct on (office) office, office_name
          from allowances.sheet
         where matter = any(:near)
         order by office, month desc\
        """;

    /// From one office to the next along the index: the sheets between are not read.
    private static final String OFFICES = """
        with recursive each as (
            (select office, office_name from allowances.sheet order by office desc, month desc limit 1)
             union all
            select below.office, below.office_name
              from each
             cross join lateral (select s.office, s.office_name
                                   from allowances.sheet s
                                  where s.office < each.office
                                  order by s.office desc, s.month desc
                                  limit 1) below)
        select office, office_name from each\
        """;

    private static final Totals NONE = new Totals(0, 0, AllowancesRules.NOTHING, AllowancesRules.NOTHING);
    private static final From START = new From(LocalDate.of(9999, 1, 1), "", new UUID(0, 0));

    /// Whoever reaches no more sheets finds their offices from these: along the index they would walk past everybody
    /// else's. Whoever reaches more steps along it from one office to the next.
    private static final int NEAR = 1000;

    private final JdbcClient db;
    private final ObjectProvider<Matters> matters;

    AllowancesListing(JdbcClient db, ObjectProvider<Matters> matters) {
        this.db = db;
        this.matters = matters;
    }

    /// @param month its first day
    record Wanted(Optional<LocalDate> month, Optional<String> stage, Optional<UUID> agency) {}

    /// After which one the list goes on.
    record From(LocalDate month, String office, UUID sheet) {}

    record Totals(int lines, int held, BigDecimal paid, BigDecimal back) {

        BigDecimal all() {
            return paid.add(back);
        }
    }

    record Found(UUID id, String code, LocalDate month, String office, String stage, Totals totals) {

        private Found with(Totals other) {
            return new Found(id, code, month, office, stage, other);
        }

        private List<?> key() {
            return List.of(month.toString(), office, id.toString());
        }
    }

    /// @throws org.maplebridge.kernel.ground.Refused if it is no key of this list
    static From from(String after) {
        var key = Page.decode(after, 3);
        try {
            return new From(
                    AskedDay.within("after", LocalDate.parse(key.path(0).asString(""))),
                    key.path(1).asString(""),
                    UUID.fromString(key.path(2).asString("")));
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw Page.foreign();
        }
    }

    /// Only what is asked for stands in the statement: it is planned once, whatever the values.
    private static String sheets(Wanted wanted) {
        var asked = new StringBuilder(SHEETS);
        wanted.month().ifPresent(month -> asked.append(" and s.month = :month"));
        wanted.agency().ifPresent(agency -> asked.append(" and s.office = :agency"));
        wanted.stage().ifPresent(stage -> asked.append(" and ").append(standing(stage)));
        return asked.append(NEWEST_FIRST).toString();
    }

    /// Those that are over are many, those in hand few: each kind has an index of its own, and nobody walks past the
    /// one to find the other.
    private static String standing(String stage) {
        return switch (AllowancesLifecycle.Stage.valueOf(stage)) {
            case PAID -> "s.paid_on is not null";
            case DROPPED -> "s.dropped is not null";
            case OPENED, DRAFTED, SHOWN, DRAWN, CHECKED, APPROVED ->
                "s.dropped is null and s.paid_on is null and m.stage = :stage";
        };
    }

    Page<Found> page(Wanted wanted, Optional<From> after, int most) {
        var from = after.orElse(START);
        var rows = db.sql(sheets(wanted))
                .param("month", wanted.month().orElse(null))
                .param("agency", wanted.agency().orElse(null))
                .param("stage", wanted.stage().orElse(null))
                .param("last", from.month())
                .param("name", from.office())
                .param("after", from.sheet())
                .param("limit", most + 1)
                .query((row, at) -> new Found(
                        row.getObject("matter", UUID.class),
                        row.getString("code"),
                        row.getObject("month", LocalDate.class),
                        row.getString("office_name"),
                        row.getString("stage"),
                        NONE))
                .list();
        var page = Page.cut(rows, most, Found::key);
        var totals = totals(page.items().stream().map(Found::id).toList());
        return page.map(each -> each.with(totals.getOrDefault(each.id(), NONE)));
    }

    /// The offices that have sheets within reach, as the newest sheet calls them, by name.
    List<AllowancesDesk.OfficeRow> offices(Scope scope) {
        var near = matters.getObject().within(scope, "allowances", NEAR + 1);
        var asked = near.size() > NEAR ? db.sql(OFFICES) : db.sql(OFFICES_OF).param("near", near.toArray(UUID[]::new));
        return asked
                .query((row, at) ->
                        new AllowancesDesk.OfficeRow(row.getObject("office", UUID.class), row.getString("office_name")))
                .list()
                .stream()
                .sorted(Comparator.comparing(AllowancesDesk.OfficeRow::name))
                .toList();
    }

    private Map<UUID, Totals> totals(List<UUID> sheets) {
        var all = new HashMap<UUID, Totals>();
        db.sql(TOTALS)
                .param("ids", sheets.toArray(UUID[]::new))
                .query((row, at) -> Map.entry(
                        row.getObject("matter", UUID.class),
                        new Totals(
                                row.getInt("lines"),
                                row.getInt("held"),
                                row.getBigDecimal("paid"),
                                row.getBigDecimal("back"))))
                .list()
                .forEach(each -> all.put(each.getKey(), each.getValue()));
        return all;
    }
}
