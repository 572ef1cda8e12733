package org.maplebridge.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The notices people have entered. Transactions and scope are the caller's.
@Component
class CalendarStore {

    private static final String NOTICES = """
            select year, edition, number, coalesce(issued::text, '') as issued, title, url
              from calendar.notice
             order by year, edition
            """;

    private static final String DAYS = """
            select year, edition, date, kind, name
              from calendar.day
             order by date
            """;

    private static final String NEXT_EDITION = """
            select coalesce(max(edition), 0) + 1
              from calendar.notice
             where year = :year
            """;

    private static final String ADD_NOTICE = """
            insert into calendar.notice (year, edition, number, issued, title, url, entered_by, entered_at, reason)
            values (:year, :edition, :number, nullif(:issued, '')::date, :title, :url, :by, :at, :reason)
            """;

    private static final String ADD_DAY = """
            insert into calendar.day (year, edition, date, kind, name)
            values (:year, :edition, :date, :kind, :name)
            """;

    private record Edition(int year, int edition) {}

    private record EditionOf<T>(Edition edition, T what) {}

    private final JdbcClient db;

    CalendarStore(JdbcClient db) {
        this.db = db;
    }

    /// All editions, the latest of a year last.
    List<Arrangement> entered() {
        Map<Edition, List<Day>> days = db
                .sql(DAYS)
                .query((row, number) -> new EditionOf<>(
                        new Edition(row.getInt("year"), row.getInt("edition")),
                        day(row.getObject("date", LocalDate.class), row.getString("kind"), row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        EditionOf::edition, Collectors.mapping(EditionOf::what, Collectors.toList())));
        return db
                .sql(NOTICES)
                .query((row, number) -> new EditionOf<>(
                        new Edition(row.getInt("year"), row.getInt("edition")),
                        new Notice(
                                row.getInt("year"),
                                row.getString("number"),
                                row.getString("issued"),
                                row.getString("title"),
                                row.getString("url"))))
                .list()
                .stream()
                .map(entry -> new Arrangement(
                        entry.what().year(), List.of(entry.what()), days.getOrDefault(entry.edition(), List.of())))
                .toList();
    }

    /// Adds an edition. Two people adding to one year at once meet at the primary key: the second fails, nothing is
    /// lost.
    void add(Notice notice, List<Day> days, String by, String reason, Instant at) {
        int edition = db.sql(NEXT_EDITION)
                .param("year", notice.year())
                .query(Integer.class)
                .single();
        db.sql(ADD_NOTICE)
                .param("year", notice.year())
                .param("edition", edition)
                .param("number", notice.number())
                .param("issued", notice.issued())
                .param("title", notice.title())
                .param("url", notice.url())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
        for (Day day : days) {
            db.sql(ADD_DAY)
                    .param("year", notice.year())
                    .param("edition", edition)
                    .param("date", day.date())
                    .param("kind", day.kind().rest() ? "off" : "work")
                    .param("name", day.name())
                    .update();
        }
    }

    private static Day day(LocalDate date, String kind, String name) {
        return kind.equals("off") ? Day.off(date, name) : Day.work(date, name);
    }
}
