package org.maplebridge.kernel.messages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Party;
import org.maplebridge.kernel.matters.PartySides;
import org.maplebridge.kernel.messages.Carrier.Channel;
import org.maplebridge.kernel.messages.MessageStore.Kept;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.people.Identifier;
import org.maplebridge.kernel.people.Persona;
import org.maplebridge.kernel.people.Personas;
import org.maplebridge.kernel.trail.Happening;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/// Writes to parties: to whom, at which phone, or mail address where there is no phone, with which words. In a matter
/// where words may put somebody in
/// danger, only the first party hears anything, in words that say nothing, and never at a phone that another party has
/// too.
@Component
class Addressing {

    private static final String OTHERS = "kernel.";
    private static final String GUARDIAN = "kernel.guardian";

    private final MessageStore store;
    private final FactStore facts;
    private final Routing routing;
    private final Matters matters;
    private final Personas personas;
    private final Offices offices;
    private final Trail trail;
    private final PartySides sides;

    Addressing(
            MessageStore store,
            FactStore facts,
            Routing routing,
            Matters matters,
            Personas personas,
            Offices offices,
            Trail trail,
            PartySides sides) {
        this.sides = sides;
        this.store = store;
        this.facts = facts;
        this.routing = routing;
        this.matters = matters;
        this.personas = personas;
        this.offices = offices;
        this.trail = trail;
    }

    void tell(Work work, Happening entry, Matter matter, Tell tell, boolean careful) {
        var parties = matters.parties(matter.id());
        var filed = sides.filing(matter.scene(), parties);
        for (var party : parties) {
            if (addressed(party, tell, filed) && (!careful || filed.contains(party))) {
                tell(work, entry, matter, tell, careful, party, parties);
            }
        }
    }

    private static boolean addressed(Party party, Tell tell, List<Party> filed) {
        boolean themselves = !party.role().startsWith(OTHERS);
        return switch (tell.to()) {
            case Tell.FIRST -> filed.stream().limit(1).anyMatch(party::equals);
            case Tell.PARTIES -> themselves;
            default -> party.role().equals(tell.to());
        };
    }

    private void tell(
            Work work, Happening entry, Matter matter, Tell tell, boolean careful, Party party, List<Party> parties) {
        var key = trail.key(matter.id());
        if (key.isEmpty() || facts.muted(matter.id(), party.persona())) {
            return;
        }
        var reader = reader(work, party, parties);
        var to = address(reader.persona(), careful);
        if (to.isEmpty()) {
            return;
        }
        var office = matter.office().agency().flatMap(offices.at(work)::agency);
        var text = Wording.filled(
                careful ? Wording.CAREFUL : tell.text(),
                matter.label().code(),
                office.map(each -> each.name()).orElse("承办单位"),
                office.flatMap(each -> each.phone()).orElse(""));
        var id = Ids.at(work.now());
        // a danger is no reason to let a telephone ring at night beside whoever it comes from
        boolean urgent = tell.urgent();
        var message = new Kept(
                id,
                matter.id(),
                entry.seq(),
                party.no(),
                party.persona(),
                Channel.NONE,
                Optional.of(new Sealed(to.get(), text).closed(key.get(), id)),
                urgent,
                careful,
                "",
                "",
                0,
                work.now(),
                Optional.empty());
        store.add(work, message, matter.office().agency(), route(work, message, matter, reader, to.get(), parties));
    }

    private MessageStore.Route route(
            Work work, Kept message, Matter matter, Reader reader, String to, List<Party> parties) {
        if (reader.minor()) {
            return Routing.call(work, Why.MINOR);
        }
        boolean shared = parties.stream()
                .filter(other -> !other.persona().equals(reader.persona()))
                .anyMatch(other -> address(other.persona(), false).equals(Optional.of(to)));
        return shared
                ? Routing.call(work, Why.SHARED)
                : routing.first(work, message, to, matter.office().area());
    }

    /// Who reads it: for a minor their guardian.
    ///
    /// @param minor whether it would be a minor
    private record Reader(UUID persona, boolean minor) {}

    private Reader reader(Work work, Party party, List<Party> parties) {
        var known = Optional.ofNullable(personas.byId(List.of(party.persona())).get(party.persona()));
        boolean minor =
                known.flatMap((Persona each) -> each.minority(work.today())).isPresent();
        if (!minor) {
            return new Reader(party.persona(), false);
        }
        return parties.stream()
                .filter(each -> each.role().equals(GUARDIAN))
                .findFirst()
                .map(guardian -> new Reader(guardian.persona(), false))
                .orElse(new Reader(party.persona(), true));
    }

    /// The phone; where there is none, the mail address, but never where words may put somebody in danger: others of a
    /// household read it.
    private Optional<String> address(UUID persona, boolean careful) {
        return phone(persona)
                .or(() -> careful
                        ? Optional.empty()
                        : personas.reveal(persona)
                                .flatMap(known ->
                                        Optional.ofNullable(known.numbers().get(Identifier.Kind.EMAIL))));
    }

    private Optional<String> phone(UUID persona) {
        return personas.reveal(persona)
                .flatMap(known -> Optional.ofNullable(known.numbers().get(Identifier.Kind.PHONE))
                        .or(known::phone))
                .map(phone -> phone.replaceAll("\\D", ""))
                .filter(phone -> !phone.isEmpty());
    }

    /// A number was put right: what waited for it goes there.
    void readdress(Work work, Matter matter) {
        var parties = matters.parties(matter.id());
        for (var message : store.inState(matter.id(), "WRONG")) {
            var key = trail.key(matter.id());
            var party = parties.stream()
                    .filter(each -> each.no() == message.party())
                    .findFirst();
            if (key.isEmpty() || party.isEmpty() || message.sealed().isEmpty()) {
                continue;
            }
            var before = Sealed.opened(key.get(), message.id(), message.sealed().get());
            var reader = reader(work, party.get(), parties);
            address(reader.persona(), message.careful())
                    .filter(to -> !to.equals(before.to()))
                    .ifPresent(to -> store.readdress(
                            message.id(),
                            new Sealed(to, before.text()).closed(key.get(), message.id()),
                            route(work, message, matter, reader, to, parties)));
        }
    }
}
