package org.maplebridge.scenes.urgings;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.alerts.AlarmHeard;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Consequence;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters.Alarm;
import org.springframework.stereotype.Component;

/// Hears what is to be urged, in the scenes whose data file says `urged: true`: what goes up to the office above, and
/// what comes back. Limits that are a party's own or another organ's are listed there as `not-urged`. Matters in a
/// secrecy domain are left to those who are in it.
@Component
class UrgingsHearing implements AlarmHeard, Consequence {

    private final Set<String> urged;
    private final Set<String> notUrged;

    UrgingsHearing(DataFiles files) {
        this.urged = files.all().stream()
                .map(file -> file.section("scene"))
                .filter(plate -> plate.path("urged").asBoolean(false))
                .map(plate -> plate.path("name").asString(""))
                .collect(Collectors.toUnmodifiableSet());
        this.notUrged = files.all().stream()
                .flatMap(file -> file.section("scene").path("not-urged").valueStream())
                .map(limit -> limit.asString(""))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void escalated(Batch batch, Work work, Alarm alarm, String limit) {
        var deadline = alarm.deadline();
        if (concerns(alarm.matter()) && !notUrged.contains(deadline.parameter())) {
            var reason = "“" + limit + "”逾期未办，已经提醒上级。";
            WantedStore.add(
                    batch, work, alarm.matter().id(), Urging.Cause.OVERDUE, deadline.no(), deadline.due(), reason);
        }
    }

    @Override
    public void of(Work work, Batch batch, Actor actor, Optional<Matter> before, Matter after) {
        int returns = after.standing().returns();
        if (concerns(after)
                && before.filter(each -> each.standing().returns() < returns).isPresent()) {
            var reason = "已经退回 " + returns + " 次，没有单位办理。";
            WantedStore.add(batch, work, after.id(), Urging.Cause.RETURNED, returns, Instant.EPOCH, reason);
        }
    }

    private boolean concerns(Matter matter) {
        return urged.contains(matter.scene()) && matter.domain().equals("general");
    }
}
