package org.maplebridge.kernel.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// Who is on duty outside working hours, by the rosters of the offices. A roster's day lasts until the office opens the
/// next morning, so that a night belongs to the day it begins on.
@Component
public class OnDuty {

    private static final int NOON = 12;

    private final DutyStore duty;
    private final Calendars calendars;
    private final Parameters parameters;

    OnDuty(DutyStore duty, Calendars calendars, Parameters parameters) {
        this.duty = duty;
        this.calendars = calendars;
        this.parameters = parameters;
    }

    /// A time outside working hours.
    ///
    /// @param day the day of the roster it belongs to
    /// @param running the shifts that run
    /// @param begun when that day of the roster began
    /// @param until when it ends
    public record Off(LocalDate day, Set<DutyShift> running, Instant begun, Instant until) {

        public Off {
            running = Set.copyOf(running);
        }

        /// How people call it.
        public String words() {
            return running.contains(DutyShift.NIGHT) ? "今晚值班" : "今天值班";
        }
    }

    /// The time off that it is now at a place; empty in working hours. In a year without its notice Saturdays and
    /// Sundays are off: rather somebody is called who is at work than nobody.
    public Optional<Off> off(Work work, String area) {
        var now = work.now().atZone(Work.ZONE);
        int opens = hour(work, area, "appointments.office-opens");
        int closes = hour(work, area, "appointments.office-closes");
        int hour = now.getHour();
        boolean night = hour < opens || hour >= closes;
        var today = now.toLocalDate();
        if (!night && !calendars.at(work).off(today)) {
            return Optional.empty();
        }
        var day = hour < opens ? today.minusDays(1) : today;
        var running = EnumSet.of(
                DutyShift.DAY, night ? DutyShift.NIGHT : hour < NOON ? DutyShift.MORNING : DutyShift.AFTERNOON);
        return Optional.of(new Off(day, running, moment(day, opens), moment(day.plusDays(1), opens)));
    }

    private static Instant moment(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Work.ZONE).toInstant();
    }

    private int hour(Work work, String area, String name) {
        return parameters.at(work, name, area, work.today()).whole();
    }

    /// Who is put down for it in an office; whoever has meanwhile gone away is for the reader to leave out.
    public List<UUID> of(UUID agency, Off off) {
        return duty.of(agency, new DateRange(off.day(), off.day())).stream()
                .filter(turn -> off.running().contains(turn.shift()))
                .map(DutyStore.Turn::staff)
                .distinct()
                .toList();
    }
}
