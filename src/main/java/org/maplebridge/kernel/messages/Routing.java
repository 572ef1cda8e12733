package org.maplebridge.kernel.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.messages.Carrier.Channel;
import org.maplebridge.kernel.messages.MessageStore.Route;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// Which way a message goes, and when: not at night, not one right after the other, and again after a while.
@Component
class Routing {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 8;
    private static final String MOBILE = "1\\d{10}";

    private final Carriers carriers;
    private final Parameters parameters;
    private final MessageStore store;

    Routing(Carriers carriers, Parameters parameters, MessageStore store) {
        this.carriers = carriers;
        this.parameters = parameters;
        this.store = store;
    }

    /// A way that somebody calls.
    static Route call(Work work, Why why) {
        return new Route(Channel.NONE, "CALL", why.name(), work.now());
    }

    Route first(Work work, MessageStore.Kept message, String to, String area) {
        var way = carriers.best(to);
        if (way.isEmpty()) {
            return call(work, Why.NO_WAY);
        }
        if (!Carrier.isMail(to) && !to.matches(MOBILE)) {
            return call(work, Why.LANDLINE);
        }
        var gap = Duration.ofMinutes(number(work, "messages.gap-minutes", area));
        var earliest = store.lastSent(message.about(), message.party())
                .map(at -> at.plus(gap))
                .filter(at -> at.isAfter(work.now()) && !message.urgent())
                .orElse(work.now());
        return new Route(way.get().channel(), "QUEUED", "", awake(work, earliest, message.urgent(), area));
    }

    /// That moment, or the next morning; what is urgent goes at once.
    Instant awake(Work work, Instant moment, boolean urgent, String area) {
        if (urgent) {
            return moment;
        }
        int from = number(work, "messages.quiet-from", area);
        int until = number(work, "messages.quiet-until", area);
        ZonedDateTime local = moment.atZone(Work.ZONE);
        if (local.getHour() < until) {
            return local.with(LocalTime.of(until, 0)).toInstant();
        }
        return local.getHour() >= from
                ? local.plusDays(1).with(LocalTime.of(until, 0)).toInstant()
                : moment;
    }

    /// When to try again; empty after so many tries.
    java.util.Optional<Instant> again(Work work, MessageStore.Kept message, String area) {
        return message.tries() >= number(work, "messages.tries", area)
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                        work.now().plus(SHORTEST.multipliedBy(1L << Math.min(message.tries(), DOUBLINGS))));
    }

    /// Until when an arrival is to be told.
    Instant arrival(Work work, String area) {
        return work.now().plus(Duration.ofHours(number(work, "messages.receipt-hours", area)));
    }

    private int number(Work work, String name, String area) {
        return parameters.at(work, name, area, work.today()).whole();
    }
}
