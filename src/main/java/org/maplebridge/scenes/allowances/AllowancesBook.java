package org.maplebridge.scenes.allowances;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What stands on other sheets: what is paid already, what was held back, whose lines are whose. For the work of a job,
/// which sees them all.
@Component
class AllowancesBook {

    /// A sum makes room for the file to be paid again once the sheet that takes it back is paid itself.
    private static final String STANDING = """
        select l.about, s.code
          from allowances.line l
          join allowances.sheet s on s.matter = l.matter
         where l.about = any(:ids) and l.state = 'PAYABLE' and l.matter <> :sheet
           and not exists (select from allowances.line b
                             join allowances.sheet t on t.matter = b.matter
                            where b.about = l.about and b.round = l.round and b.state = 'BACK' and b.confirmed
                              and t.paid_on is not null)\
        """;

    private static final String ROUNDS = """
        select b.about, count(*)::int as rounds
          from allowances.line b
          join allowances.sheet t on t.matter = b.matter
         where b.about = any(:ids) and b.state = 'BACK' and b.confirmed and t.paid_on is not null
         group by b.about\
        """;

    /// What was held back, and what was taken back: for a doubt that is cleared by now, perhaps.
    private static final String HELD = """
        select distinct l.about
          from allowances.line l
          join allowances.sheet s on s.matter = l.matter
         where s.office = :office and s.month >= :since and s.month < :month
           and (l.state = 'HELD' or l.state = 'BACK' and l.confirmed and s.paid_on is not null)
           and not exists (select from allowances.line o
                            where o.about = l.about and o.state = 'OUT' and o.matter > l.matter)\
        """;

    private static final String PAID = """
        select l.*, s.code as sheet_code
          from allowances.line l
          join allowances.sheet s on s.matter = l.matter
         where s.office = :office and s.paid_on >= :since and l.state = 'PAYABLE'
           and not exists (select from allowances.line b
                            where b.about = l.about and b.round = l.round and b.state = 'BACK')
         order by s.month, l.no\
        """;

    private static final String RUNNING =
            "select matter from allowances.sheet where dropped is null and paid_on is null";

    private static final String OWN = """
        select distinct s.matter, s.month
          from allowances.line l
          join allowances.sheet s on s.matter = l.matter
         where (l.staff = :staff or l.mediator is null and l.doer = :staff and l.state = 'HELD')
           and s.shown_at is not null and s.month >= :since
         order by s.month desc, s.matter
         limit :most\
        """;

    private final JdbcClient db;

    AllowancesBook(JdbcClient db) {
        this.db = db;
    }

    /// The number of the other sheet that pays each of these; those that none pays are left out.
    Map<UUID, String> standing(UUID sheet, List<UUID> files) {
        var all = new HashMap<UUID, String>();
        db.sql(STANDING)
                .param("ids", files.toArray(UUID[]::new))
                .param("sheet", sheet)
                .query((row, at) -> Map.entry(row.getObject("about", UUID.class), row.getString("code")))
                .list()
                .forEach(each -> all.put(each.getKey(), each.getValue()));
        return all;
    }

    /// How often each was paid and taken back; never: left out.
    Map<UUID, Integer> rounds(List<UUID> files) {
        var all = new HashMap<UUID, Integer>();
        db.sql(ROUNDS)
                .param("ids", files.toArray(UUID[]::new))
                .query((row, at) -> Map.entry(row.getObject("about", UUID.class), row.getInt("rounds")))
                .list()
                .forEach(each -> all.put(each.getKey(), each.getValue()));
        return all;
    }

    /// Files held back or taken back on an office's earlier sheets since then.
    Set<UUID> heldBefore(UUID office, LocalDate since, LocalDate month) {
        return new HashSet<>(db.sql(HELD)
                .param("office", office)
                .param("since", since)
                .param("month", month)
                .query((row, at) -> row.getObject("about", UUID.class))
                .list());
    }

    /// A line that an office's sheet has paid.
    record Paid(Line line, String sheet) {}

    /// What an office has paid since then and nobody has looked at again.
    List<Paid> paid(UUID office, LocalDate since) {
        return db.sql(PAID)
                .param("office", office)
                .param("since", since)
                .query((row, at) -> new Paid(AllowanceRows.line(row, at), row.getString("sheet_code")))
                .list();
    }

    /// Sheets that are neither paid nor dropped.
    List<UUID> running() {
        return db.sql(RUNNING)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }

    /// The sheets that were shown and have a line of this member of staff, the newest first.
    List<UUID> own(UUID staff, LocalDate since, int most) {
        return db.sql(OWN)
                .param("staff", staff)
                .param("since", since)
                .param("most", most)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
    }
}
