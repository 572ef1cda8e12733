package org.maplebridge.launch.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Matters.Alarm;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Lets a visitor of the start page see a limit pass: moves the clock of a demo folder, from the machine it runs on.
@RestController
final class DemoClockDesk {

    private static final Scope SCOPE = Scope.job("demo");
    private static final int MOST_LIMITS = 1_000;
    private static final int PER_MINUTE = 10;
    private static final Duration JUST_AFTER = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final Matters matters;
    private final Alarms alarms;
    private final DemoClock clock;
    private final Throttle throttle;
    private final boolean demo;

    DemoClockDesk(
            Transactions transactions,
            Matters matters,
            Alarms alarms,
            DemoClock clock,
            Throttle throttle,
            @Value("${maple.demo:false}") boolean demo) {
        this.transactions = transactions;
        this.matters = matters;
        this.alarms = alarms;
        this.clock = clock;
        this.throttle = throttle;
        this.demo = demo;
    }

    /// Which matter's next limit is to pass.
    record DemoPass(Optional<UUID> matter) {}

    /// @param now    what the clock shows now
    /// @param title  what the limit is called
    /// @param due    when it ended
    /// @param alarms how many limits rang, in all matters of the folder
    record DemoMoved(OffsetDateTime now, String title, OffsetDateTime due, int alarms) {}

    private record Passing(String title, Instant due) {}

    /// Moves the clock past the next limit that runs for a matter, and rings what is due then.
    ///
    /// @throws Refused 404 in real folders, 403 from another machine, 409 if no limit runs
    @PostMapping("/api/demo/clock")
    @Allowed(Allowed.Door.PUBLIC)
    DemoMoved pass(@RequestBody DemoPass asked, HttpServletRequest request) {
        if (!demo) {
            throw Refused.notFound("页面");
        }
        OwnMachine.refuseOthers(request);
        throttle.spend("demo-clock", request.getRemoteAddr(), PER_MINUTE);
        var matter = asked.matter().orElseThrow(() -> Refused.notFound("事项"));
        var passing = transactions.run(SCOPE, work -> next(work, matter));
        var now = clock.moveTo(passing.due().plus(JUST_AFTER));
        return new DemoMoved(zoned(now), passing.title(), zoned(passing.due()), alarms.sweep());
    }

    private Passing next(Work work, UUID id) {
        var matter = matters.find(id).orElseThrow(() -> Refused.notFound("事项"));
        return matter.office().agency().stream()
                .flatMap(agency -> matters.running(agency, "", MOST_LIMITS).stream())
                .filter(alarm -> alarm.matter().id().equals(id))
                .map(Alarm::deadline)
                .filter(limit -> limit.due().isAfter(work.now()))
                .map(limit ->
                        new Passing(matters.limitTitle(work, matter, limit.parameter(), limit.level()), limit.due()))
                .findFirst()
                .orElseThrow(DemoClockDesk::none);
    }

    private static Refused none() {
        return new Refused(
                Problem.of(409, "no-limit", "没有要到的期限", "这一件现在没有还没到的期限。").withNext("先办下一步，或者再说一件事。"));
    }

    private static OffsetDateTime zoned(Instant at) {
        return at.atZone(Work.ZONE).toOffsetDateTime();
    }
}
