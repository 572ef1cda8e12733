package org.maplebridge.kernel.messages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Staff;
import org.maplebridge.kernel.parameters.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Sends each officer the list of the day, once, in the morning of a working day. What stands in it is counted through
/// their own eyes; what is kept is only how much.
@Component
class Mornings implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(Mornings.class);
    private static final Scope SCOPE = Scope.job("mornings");

    private final Transactions transactions;
    private final NoteStore notes;
    private final Today today;
    private final DigestMail mail;
    private final Access access;
    private final Offices offices;
    private final Calendars calendars;
    private final Parameters parameters;
    private final boolean automatic;
    private final Loop loop = new Loop("mornings", Duration.ofMinutes(1), this::round);

    Mornings(
            Transactions transactions,
            NoteStore notes,
            Today today,
            DigestMail mail,
            Access access,
            Offices offices,
            Calendars calendars,
            Parameters parameters,
            Environment settings) {
        this.transactions = transactions;
        this.notes = notes;
        this.today = today;
        this.mail = mail;
        this.access = access;
        this.offices = offices;
        this.calendars = calendars;
        this.parameters = parameters;
        this.automatic = Looping.serving(settings);
    }

    /// Sends what is to be sent by now. Returns to how many.
    int round() {
        int sent = 0;
        for (var person : transactions.run(SCOPE, this::waiting)) {
            try {
                sent += send(person) ? 1 : 0;
            } catch (RuntimeException failure) {
                // one whose day can't be counted keeps nobody else waiting; they come again in the next round
                LOG.error("the list of the day of {} could not be sent: {}", person, failure.toString());
            }
        }
        return sent;
    }

    private List<UUID> waiting(Work work) {
        var directory = offices.at(work);
        var root = directory.rootArea().map(Area::path);
        if (root.isEmpty() || !begun(work, root.get())) {
            return List.of();
        }
        var people = new ArrayList<UUID>();
        staff(directory, root.get(), people);
        var known = access.logins(work, people).keySet();
        var sent = notes.sent(people, work.today());
        return people.stream()
                .filter(known::contains)
                .filter(person -> !directory.heldBy(person, work.today()).isEmpty())
                .filter(person -> !sent.contains(person))
                .toList();
    }

    private boolean begun(Work work, String area) {
        int hour = parameters.at(work, "messages.morning", area, work.today()).whole();
        return !calendars.at(work).off(work.today())
                && work.now().atZone(Work.ZONE).getHour() >= hour;
    }

    private static void staff(Directory directory, String area, List<UUID> people) {
        directory.agencies(area).stream()
                .map(Agency::id)
                .flatMap(agency -> directory.staffOf(agency).stream())
                .map(Staff::id)
                .forEach(people::add);
        directory.children(area).forEach(child -> staff(directory, child.path(), people));
    }

    private boolean send(UUID person) {
        var actor = transactions.run(SCOPE, work -> actor(work, person));
        if (actor.isEmpty()) {
            return false;
        }
        var counts = transactions.run(
                actor.get().scope(),
                work -> today.sections(work, actor.get()).stream()
                        .filter(section -> section.count() > 0)
                        .map(section -> Map.<String, Object>of(
                                "name", section.name(), "title", section.title(), "count", section.count()))
                        .toList());
        // first the mail, which knows by itself that it was tried: once the list is kept nobody comes back for it
        mail.send(person, counts);
        transactions.run(SCOPE, work -> {
            notes.send(work, person, counts);
            return true;
        });
        return true;
    }

    private Optional<Actor> actor(Work work, UUID person) {
        try {
            return Optional.of(access.officer(work, person, Optional.empty()));
        } catch (Refused nowhere) {
            return Optional.empty();
        }
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
