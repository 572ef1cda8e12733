package org.maplebridge.launch.demo.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.maplebridge.launch.demo.life.LifePerson.Seat;
import org.maplebridge.launch.demo.life.LifeWire.Answer;
import org.maplebridge.launch.demo.life.LifeWire.Call;
import tools.jackson.databind.JsonNode;

/// Who works in the demo county, and how each of them asks: with a token of their own, made after signing in once.
/// Nobody's session would last: after two idle hours it ends, and in the past hours are short.
final class LifePeople {

    static final String COUNTY = "33.07.02";
    static final String MEDIATOR = "disputes.mediator";
    static final String DISPATCHER = "disputes.dispatcher";
    static final String RESPONDER = "urgings.responder";
    static final String REGISTRAR = "kernel.registrar";

    private static final int LONGEST_TOKEN = 365;
    private static final int NOT_KNOWN = 401;
    private static final int DOORS = 3;

    private final LifeWire wire;
    private final List<LifePerson> all;

    /// @param accounts whoever stands first is asked first
    LifePeople(LifeWire wire, List<LifeAccount> accounts) {
        this.wire = wire;
        this.all = accounts.stream().map(LifePerson::new).toList();
    }

    /// Somebody at a post.
    record Sitting(LifePerson person, Seat seat) {}

    /// Everybody signs in, several at a time: a password takes a good part of a second to check.
    ///
    /// @param days how long their tokens are good
    /// @throws IllegalStateException naming the account that could not
    void arrive(int days) {
        int good = Math.clamp(days, 1, LONGEST_TOKEN);
        try (var doors = Executors.newFixedThreadPool(DOORS)) {
            doors.invokeAll(all.stream()
                            .map(person -> Executors.callable(() -> signIn(person, good)))
                            .toList())
                    .forEach(LifePeople::join);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the past was broken off", stop);
        }
    }

    private static void join(Future<?> signedIn) {
        try {
            signedIn.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the past was broken off", stop);
        }
    }

    private void signIn(LifePerson person, int days) {
        var account = person.account();
        var session = wire.send(
                Call.of("POST", "/api/session", Map.of("user", account.login(), "password", account.password())));
        var cookie = session.cookies().stream()
                .map(each -> each.substring(0, each.indexOf(';')))
                .filter(each -> each.startsWith("maple_session="))
                .findFirst()
                .orElse("");
        var token = wire.send(Call.of("POST", "/api/tokens", Map.of("name", "演示县的往日", "days", days))
                .with("Cookie", cookie));
        if (!session.done() || !token.done()) {
            throw new IllegalStateException(account.login() + " could not sign in: " + session.why() + token.why());
        }
        person.told(session.body());
        person.given(token.body().path("token").asString());
        wire.send(Call.of("DELETE", "/api/session", Map.of()).with("Cookie", cookie));
    }

    /// Sends it as somebody at a post.
    Answer send(Sitting who, Call call) {
        var answer = wire.send(signed(who, call));
        if (answer.status() != NOT_KNOWN) {
            return answer;
        }
        signIn(who.person(), LONGEST_TOKEN);
        return wire.send(signed(who, call));
    }

    private static Call signed(Sitting who, Call call) {
        return call.with("Authorization", "Bearer " + who.person().token())
                .with("X-Maple-Post", who.seat().post().toString());
    }

    /// A whole list, page by page.
    List<JsonNode> all(Sitting who, String path) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = send(who, Call.get(path + (next.isEmpty() ? "" : "&after=" + next)))
                    .body();
            page.path("items").forEach(all::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return all;
    }

    /// They ask who they are now.
    void askWho(Sitting who) {
        var me = send(who, Call.get("/api/me"));
        if (me.done()) {
            who.person().told(me.body());
        }
    }

    /// Somebody of the office who is there that day, in the first of these roles that anybody has.
    Optional<Sitting> of(UUID agency, List<String> roles, LocalDate day) {
        return roles.stream()
                .flatMap(role -> sitting(
                                day,
                                seat -> seat.agency().equals(agency)
                                        && seat.roles().contains(role))
                        .filter(who -> who.person().present(day)))
                .findFirst();
    }

    /// Whoever sits there that day, whether present or away.
    Stream<Sitting> sitting(LocalDate day, Predicate<Seat> where) {
        return all.stream().flatMap(person -> person.seats(day).filter(where).map(seat -> new Sitting(person, seat)));
    }

    /// The one who signs in so, at their first post.
    Optional<Sitting> named(String login, LocalDate day) {
        return all.stream()
                .filter(person -> person.account().login().equals(login))
                .flatMap(person -> person.seats(day).map(seat -> new Sitting(person, seat)))
                .findFirst();
    }

    UUID office(Story.To to, String town) {
        return switch (to) {
            case VILLAGE -> with(MEDIATOR, seat -> seat.area().equals(Stories.VILLAGE));
            case TOWN -> with(DISPATCHER, seat -> seat.area().equals(town));
            case DEPARTMENT -> with("disputes.department", seat -> seat.area().equals(COUNTY));
            case POLICE -> with("disputes.police", seat -> seat.area().equals(Stories.HOME));
        };
    }

    /// The office that has a grid.
    UUID grid() {
        return with("disputes.grid-worker", seat -> seat.area().equals(Stories.GRID));
    }

    UUID county() {
        return with(DISPATCHER, seat -> seat.area().equals(COUNTY));
    }

    private UUID with(String role, Predicate<Seat> where) {
        return sitting(
                        LocalDate.MIN,
                        where.and(seat -> !seat.standsIn() && seat.roles().contains(role)))
                .map(who -> who.seat().agency())
                .findFirst()
                .orElseThrow();
    }
}
