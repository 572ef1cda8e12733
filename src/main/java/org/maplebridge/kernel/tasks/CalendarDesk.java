package org.maplebridge.kernel.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.Day;
import org.maplebridge.kernel.calendar.DayKind;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.AskedDay;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The coming days and what they are, beside the inbox. It stands here because the calendar knows nobody who asks.
@RestController
class CalendarDesk {

    private static final int MOST_DAYS = 400;

    private final Transactions transactions;
    private final Calendars calendars;

    CalendarDesk(Transactions transactions, Calendars calendars) {
        this.transactions = transactions;
        this.calendars = calendars;
    }

    /// @param version names the calendar these days are taken from
    record Days(List<DayShown> items, String version) {}

    /// @param weekday from 1, Monday
    /// @param name the holiday it belongs to
    /// @param reason why it is what it is, in Chinese
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DayShown(LocalDate date, int weekday, DayKind kind, Optional<String> name, String reason) {}

    @GetMapping("/api/calendar")
    @Allowed(Allowed.Door.SIGNED_IN)
    Days days(@RequestParam Optional<LocalDate> from, @RequestParam(defaultValue = "14") int days, Actor actor) {
        if (days < 1 || days > MOST_DAYS) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("days", "天数应在 1 到 " + MOST_DAYS + " 之间。"))));
        }
        var asked = from.map(day -> AskedDay.within("from", day));
        return transactions.run(actor.scope(), work -> {
            var first = asked.orElseGet(work::today);
            LegalCalendar calendar = calendars.at(work);
            return new Days(
                    IntStream.range(0, days)
                            .mapToObj(each -> shown(calendar.day(first.plusDays(each))))
                            .toList(),
                    calendar.version());
        });
    }

    private static DayShown shown(Day day) {
        return new DayShown(
                day.date(),
                day.date().getDayOfWeek().getValue(),
                day.kind(),
                Optional.of(day.name()).filter(name -> !name.isEmpty()),
                day.reason());
    }
}
