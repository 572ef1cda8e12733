package org.maplebridge.kernel.messages;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.messages.Carrier.Arrival;
import org.maplebridge.kernel.messages.MessageStore.Kept;
import org.maplebridge.kernel.messages.MessageStore.Route;
import org.maplebridge.kernel.trail.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Hands over what is due. Taken in one transaction, handed over outside of any, kept in another: whoever dies between
/// leaves a lease that runs out, and the same id is handed over again.
@Component
class Dispatch implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Scope SCOPE = Scope.job("messages");
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 20;
    private static final List<String> IN_HAND = List.of("SENDING");
    private static final List<String> ON_ITS_WAY = List.of("SENDING", "SENT");

    private final Transactions transactions;
    private final MessageStore store;
    private final Carriers carriers;
    private final Routing routing;
    private final Matters matters;
    private final Trail trail;
    private final boolean automatic;
    private final Loop loop = new Loop("messages", PAUSE, this::round);

    Dispatch(
            Transactions transactions,
            MessageStore store,
            Carriers carriers,
            Routing routing,
            Matters matters,
            Trail trail,
            Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.carriers = carriers;
        this.routing = routing;
        this.matters = matters;
        this.trail = trail;
        this.automatic = Looping.serving(settings);
    }

    /// One round: what is due goes out, what has arrived is kept, what is overdue becomes a call. Returns how many were
    /// handed over.
    int round() {
        int sent = 0;
        List<Ready> ready;
        do {
            ready = transactions.run(SCOPE, this::taken);
            for (var each : ready) {
                sent += handed(each) ? 1 : 0;
            }
        } while (ready.size() == AT_ONCE);
        carriers.open().forEach(this::arrived);
        transactions.run(SCOPE, work -> {
            store.late(work)
                    .forEach(late ->
                            store.becomes(work, late, List.of("SENT"), ends(work, late), false, Why.LATE.title()));
            return true;
        });
        return sent;
    }

    /// Where nobody tells of arrivals, what was taken has arrived as far as anybody knows.
    private Route ends(Work work, Kept late) {
        return carriers.of(late.channel()).filter(Carrier::tellsArrival).isPresent()
                ? new Route(late.channel(), "CALL", Why.LATE.name(), work.now())
                : new Route(late.channel(), "ENDED", "", work.now());
    }

    /// @param area where its numbers hold
    private record Ready(Kept message, Sealed opened, String area) {}

    private List<Ready> taken(Work work) {
        return store.claim(work, work.now().plus(LEASE), AT_ONCE).stream()
                .flatMap(message -> ready(work, message).stream())
                .toList();
    }

    private Optional<Ready> ready(Work work, Kept message) {
        var matter = matters.find(message.about());
        var key = trail.key(message.about());
        if (matter.isEmpty() || key.isEmpty() || message.sealed().isEmpty()) {
            store.becomes(
                    work, message, IN_HAND, new Route(message.channel(), "ENDED", "", work.now()), false, "内容已销毁");
            return Optional.empty();
        }
        var area = matter.get().office().area();
        var awake = routing.awake(work, work.now(), message.urgent(), area);
        if (awake.isAfter(work.now())) {
            store.becomes(work, message, IN_HAND, new Route(message.channel(), "QUEUED", "", awake), false, "夜里不发");
            return Optional.empty();
        }
        var opened = Sealed.opened(key.get(), message.id(), message.sealed().get());
        boolean overtaken = store.isCareful(message.about()) && !message.careful();
        if (overtaken) {
            // danger became known while it waited: nothing goes out that was written before
            store.becomes(work, message, IN_HAND, Routing.call(work, Why.SHARED), false, "有危险，不再发短信");
            return Optional.empty();
        }
        return Optional.of(new Ready(message, opened, area));
    }

    private boolean handed(Ready ready) {
        var message = ready.message();
        try {
            var carrier = carriers.of(message.channel()).orElseThrow(() -> new IOException("这条路现在没有配置"));
            carrier.send(
                    new Parcel(message.id(), ready.opened().to(), ready.opened().text()));
            transactions.run(
                    SCOPE,
                    work -> store.becomes(
                            work,
                            message,
                            IN_HAND,
                            new Route(message.channel(), "SENT", "", routing.arrival(work, ready.area())),
                            true,
                            ""));
            return true;
        } catch (Carrier.Unwanted never) {
            transactions.run(
                    SCOPE,
                    work -> store.becomes(
                            work,
                            message,
                            IN_HAND,
                            new Route(message.channel(), "CALL", Why.UNWANTED.name(), work.now()),
                            false,
                            Why.UNWANTED.title()));
        } catch (IOException failed) {
            LOG.warn(
                    "message {} was not taken: {}",
                    message.id(),
                    failed.getClass().getSimpleName());
            transactions.run(SCOPE, work -> again(work, ready));
        }
        return false;
    }

    private boolean again(Work work, Ready ready) {
        var message = ready.message();
        var route = routing.again(work, message, ready.area())
                .map(at -> new Route(
                        message.channel(), "QUEUED", "", routing.awake(work, at, message.urgent(), ready.area())))
                .orElseGet(() -> new Route(message.channel(), "CALL", Why.FAILED.name(), work.now()));
        return store.becomes(work, message, IN_HAND, route, false, "没有交出去");
    }

    private void arrived(Carrier carrier) {
        try {
            for (var arrival : carrier.arrivals()) {
                keep(arrival);
                carrier.taken(arrival);
            }
        } catch (IOException unread) {
            LOG.warn("what {} tells of arrivals can't be read: {}", carrier.channel(), unread.toString());
        }
    }

    /// Keeps what has become of a message; telling it twice is telling it once.
    boolean keep(Arrival arrival) {
        return transactions.run(
                SCOPE,
                work -> store.find(arrival.message())
                        .map(message -> store.becomes(
                                work,
                                message,
                                ON_ITS_WAY,
                                arrival.delivered()
                                        ? new Route(message.channel(), "DELIVERED", "", work.now())
                                        : new Route(message.channel(), "CALL", Why.FAILED.name(), work.now()),
                                false,
                                arrival.detail()))
                        .orElse(false));
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
