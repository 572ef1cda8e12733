package org.maplebridge.kernel.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What anybody may know before signing in: whose server this is, what one can file here, and where.
@RestController
class PublicDesk {

    private static final int MOST_FOUND = 50;
    private static final int LONGEST_SEARCH = 60;

    private final Transactions transactions;
    private final Offices offices;
    private final ObjectProvider<FrontDoor> doors;
    private final Oidc oidc;
    private final Certificates certificates;
    private final boolean demo;

    PublicDesk(
            Transactions transactions,
            Offices offices,
            ObjectProvider<FrontDoor> doors,
            Oidc oidc,
            Certificates certificates,
            @Value("${maple.demo:false}") boolean demo) {
        this.transactions = transactions;
        this.offices = offices;
        this.doors = doors;
        this.oidc = oidc;
        this.certificates = certificates;
        this.demo = demo;
    }

    /// @param provider     what the button of the identity provider says, where one is configured
    /// @param certificates whether one signs in with a certificate here
    /// @param underway     what has to be over before anybody can come in
    record About(
            String name,
            Optional<Me.Place> county,
            boolean demo,
            Optional<String> provider,
            boolean certificates,
            OffsetDateTime now,
            List<FrontDoor.DemoUser> demoUsers,
            List<FrontDoor.Filing> scenes,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<FrontDoor.Underway> underway) {}

    record AreaFound(String path, String name, String full, boolean hasChildren) {}

    record Areas(List<AreaFound> items) {}

    @GetMapping("/api/public/about")
    @Allowed(Allowed.Door.PUBLIC)
    About about(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        markDevice(request, response);
        return transactions.run(
                actor.scope(),
                work -> new About(
                        "枫桥",
                        offices.at(work).rootArea().map(area -> new Me.Place(area.path(), area.name())),
                        demo,
                        oidc.provider().map(Oidc.Provider::title),
                        certificates.on(),
                        work.now().atZone(Work.ZONE).toOffsetDateTime(),
                        demo
                                ? doors.orderedStream()
                                        .flatMap(door -> door.demoUsers().stream())
                                        .toList()
                                : List.of(),
                        doors.orderedStream()
                                .flatMap(door -> door.filings().stream())
                                .toList(),
                        doors.orderedStream()
                                .flatMap(door -> door.underway().stream())
                                .findFirst()));
    }

    /// A visitor's repeated requests belong together even if an answer was lost; the mark says nothing else.
    private static void markDevice(HttpServletRequest request, HttpServletResponse response) {
        if (Doorkeeper.cookie(request, Doorkeeper.DEVICE).isEmpty()) {
            var cookie = ResponseCookie.from(Doorkeeper.DEVICE, Secret.fresh().text())
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Strict")
                    .path("/api/public")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    @GetMapping("/api/public/areas")
    @Allowed(Allowed.Door.PUBLIC)
    Areas areas(@RequestParam Optional<String> parent, @RequestParam Optional<String> q, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            return new Areas(matching(directory, parent, q)
                    .map(area -> found(directory, area))
                    .toList());
        });
    }

    private static Stream<Area> matching(Directory directory, Optional<String> parent, Optional<String> words) {
        if (words.isPresent()) {
            Words.fault(words.get(), LONGEST_SEARCH, false).ifPresent(fault -> {
                throw new Refused(Problem.fields(List.of(new Problem.Field("q", fault))));
            });
            return directory.search(words.get(), MOST_FOUND).stream();
        }
        if (parent.isPresent()) {
            var above = directory.area(parent.get()).orElseThrow(() -> Refused.notFound("区划"));
            return directory.children(above.path()).stream();
        }
        return directory.rootArea().stream().flatMap(root -> directory.children(root.path()).stream());
    }

    private static AreaFound found(Directory directory, Area area) {
        return new AreaFound(
                area.path(),
                area.name(),
                directory.fullName(area.path()),
                !directory.children(area.path()).isEmpty());
    }
}
