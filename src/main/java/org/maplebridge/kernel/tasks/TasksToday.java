package org.maplebridge.kernel.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.DigestPart;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.DayKind;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is overdue, what ends today, and what has come since the last working day began.
@Component
class TasksToday implements DigestPart {

    /// Where listing stops.
    private static final int MOST = 200;

    private static final int LONGEST_PAUSE = 20;

    private static final String SINCE = "select id, since from tasks.task where id = any(:ids)";

    private final TaskStore store;
    private final JdbcClient db;
    private final Calendars calendars;

    TasksToday(TaskStore store, JdbcClient db, Calendars calendars) {
        this.store = store;
        this.db = db;
        this.calendars = calendars;
    }

    @Override
    public List<Section> today(Work work, Actor actor) {
        var tasks = store.page(actor, Filter.ALL, TaskStore.Key.START, MOST);
        var since = since(tasks);
        var tomorrow = work.today().plusDays(1).atStartOfDay(Work.ZONE).toInstant();
        var before = workdayBefore(work).atStartOfDay(Work.ZONE).toInstant();
        var overdue = new ArrayList<Line>();
        var due = new ArrayList<Line>();
        var fresh = new ArrayList<Line>();
        for (var task : tasks) {
            task.due().filter(at -> !at.isAfter(work.now())).ifPresent(at -> overdue.add(line(task, "已经逾期", at)));
            task.due()
                    .filter(at -> at.isAfter(work.now()) && !at.isAfter(tomorrow))
                    .ifPresent(at -> due.add(line(task, "今天到期", at)));
            var came = since.getOrDefault(task.id(), Instant.EPOCH);
            if (!came.isBefore(before)) {
                fresh.add(line(task, "新到", came));
            }
        }
        return List.of(
                section("overdue", "已经逾期", 10, overdue),
                section("due", "今天到期", 20, due),
                section("new", "新到的", 40, fresh));
    }

    private static Section section(String name, String title, int order, List<Line> lines) {
        return new Section(name, title, order, lines.size(), List.copyOf(lines));
    }

    private static Line line(Task task, String words, Instant at) {
        return new Line(task.matter(), words, at);
    }

    private Map<UUID, Instant> since(List<Task> tasks) {
        var found = new HashMap<UUID, Instant>();
        db.sql(SINCE)
                .param("ids", tasks.stream().map(Task::id).toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("id", UUID.class),
                            row.getObject("since", OffsetDateTime.class).toInstant());
                });
        return found;
    }

    /// The working day before today; the day before where no year's notice tells.
    private LocalDate workdayBefore(Work work) {
        var calendar = calendars.at(work);
        for (int back = 1; back <= LONGEST_PAUSE; back++) {
            var day = work.today().minusDays(back);
            var kind = calendar.kindOf(day);
            if (kind == DayKind.WORKING || kind == DayKind.MAKE_UP_WORKDAY) {
                return day;
            }
        }
        return work.today().minusDays(1);
    }
}
