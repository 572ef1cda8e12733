package org.maplebridge.scenes.lawchanges;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far each revision has come, the latest first, in one statement however many there are.
@Component
class LawChangesListing {

    private static final String LIST = """
        select r.matter, r.law_name, r.from_day, m.stage, count(l.no) as lines,
               count(*) filter (where k.result is null) as unmarked,
               count(*) filter (where k.result = 'TO_CHANGE') as to_change,
               min(k.by_day) as nearest
          from lawchanges.revision r
          join matters.standing m on m.id = r.matter
          join lawchanges.line l on l.matter = r.matter
          left join lateral (select k.result, k.by_day
                               from lawchanges.mark k
                              where k.matter = l.matter and k.line = l.no
                              order by k.no desc
                              limit 1) k on true
         where r.matter < :after
         group by r.matter, r.law_name, r.from_day, m.stage
         order by r.matter desc
         limit :limit\
        """;

    private static final UUID START = new UUID(-1, -1);

    private final JdbcClient db;
    private final LawChangesWords words;

    LawChangesListing(JdbcClient db, LawChangesWords words) {
        this.db = db;
        this.words = words;
    }

    /// @param open how many places nothing was said of yet
    /// @param nearest the next day by which something is to be changed
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LawChangeRow(
            UUID id,
            String law,
            LocalDate from,
            String stage,
            String stageTitle,
            int lines,
            int open,
            int toChange,
            Optional<LocalDate> nearest) {}

    /// @throws org.maplebridge.kernel.ground.Refused if it is no key of this list
    static UUID from(String after) {
        try {
            return UUID.fromString(Page.decode(after, 1).path(0).asString(""));
        } catch (IllegalArgumentException malformed) {
            throw Page.foreign();
        }
    }

    /// As far as the scope reaches.
    Page<LawChangeRow> page(Optional<UUID> after, int most) {
        var rows = db.sql(LIST)
                .param("after", after.orElse(START))
                .param("limit", most + 1)
                .query((row, at) -> new LawChangeRow(
                        row.getObject("matter", UUID.class),
                        row.getString("law_name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getString("stage"),
                        words.of("stages", row.getString("stage")),
                        row.getInt("lines"),
                        row.getInt("unmarked"),
                        row.getInt("to_change"),
                        Optional.ofNullable(row.getObject("nearest", LocalDate.class))))
                .list();
        return Page.cut(rows, most, row -> List.of(row.id().toString()));
    }
}
