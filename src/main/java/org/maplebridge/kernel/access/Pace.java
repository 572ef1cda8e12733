package org.maplebridge.kernel.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// How many requests an address and a person may make: by address before the doorkeeper looks anything up, by person
/// after.
@Component
final class Pace {

    private static final long BELIEVED_NANOS = 60_000_000_000L;

    private final Throttle throttle;
    private final Transactions transactions;
    private final Offices offices;
    private final Parameters parameters;
    private volatile @Nullable Numbers read;

    private record Numbers(int byAddress, int byPerson, long at) {}

    Pace(Throttle throttle, Transactions transactions, Offices offices, Parameters parameters) {
        this.throttle = throttle;
        this.transactions = transactions;
        this.offices = offices;
        this.parameters = parameters;
    }

    HandlerInterceptor byAddress() {
        return new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (counts(request, handler)) {
                    throttle.spend(
                            "requests-of-address",
                            Addresses.key(request),
                            numbers().byAddress());
                }
                return true;
            }
        };
    }

    HandlerInterceptor byPerson() {
        return new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (counts(request, handler)
                        && request.getAttribute(Doorkeeper.ACTOR) instanceof Actor actor
                        && !actor.person().equals(Actor.NOBODY)) {
                    throttle.spend(
                            "requests-of-person",
                            actor.person().toString(),
                            numbers().byPerson());
                }
                return true;
            }
        };
    }

    private static boolean counts(HttpServletRequest request, Object handler) {
        return handler instanceof HandlerMethod && request.getDispatcherType() == DispatcherType.REQUEST;
    }

    private Numbers numbers() {
        var known = read;
        if (known != null && System.nanoTime() - known.at() < BELIEVED_NANOS) {
            return known;
        }
        return transactions.run(Identities.NOBODY, work -> {
            var root = offices.at(work).rootArea().map(Area::path).orElse("");
            var fresh = new Numbers(
                    parameters
                            .at(work, "access.requests-per-minute-of-address", root, work.today())
                            .whole(),
                    parameters
                            .at(work, "access.requests-per-minute-of-person", root, work.today())
                            .whole(),
                    System.nanoTime());
            read = fresh;
            return fresh;
        });
    }

    /// For tests that change the numbers.
    void forget() {
        read = null;
    }
}
