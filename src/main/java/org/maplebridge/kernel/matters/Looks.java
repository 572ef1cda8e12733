package org.maplebridge.kernel.matters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Role;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.people.Identifier;
import org.maplebridge.kernel.people.Likeness;
import org.maplebridge.kernel.people.Personas;
import org.maplebridge.kernel.people.Purpose;
import org.maplebridge.kernel.people.Purposes;
import org.maplebridge.kernel.trail.Look;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/// Looks behind the mask: for a purpose with its article, by those whose work it is, each of them on record and shown
/// to the person concerned. Grounds: Personal Information Protection Law, art. 6, 34, 44, 54.
@Component
class Looks {

    private static final String RULE = "people.purpose";
    private static final int LONGEST_NOTE = 200;
    private static final int MOST_SHOWN = 200;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Personas personas;
    private final Purposes purposes;
    private final Likeness likeness;
    private final PartyStanding standing;
    private final Trail trail;
    private final Access access;
    private final Offices offices;
    private final Parameters parameters;
    private final List<LooksWatch> watches;

    Looks(
            Personas personas,
            Purposes purposes,
            Likeness likeness,
            PartyStanding standing,
            Trail trail,
            Access access,
            Offices offices,
            Parameters parameters,
            List<LooksWatch> watches) {
        this.personas = personas;
        this.purposes = purposes;
        this.likeness = likeness;
        this.standing = standing;
        this.trail = trail;
        this.access = access;
        this.offices = offices;
        this.parameters = parameters;
        this.watches = watches;
    }

    /// What somebody asks to see.
    ///
    /// @param party its place among the matter's parties
    record Asked(int party, List<Purpose.Field> fields, String purpose, Optional<String> note) {}

    /// What they see.
    ///
    /// @param looks how often they have looked within the hour, this one counted
    /// @param most how often is not yet unusual
    record Seen(
            Optional<String> name,
            Optional<String> phone,
            Optional<String> number,
            Optional<String> address,
            Look look,
            int looks,
            int most) {}

    /// Opens what was asked for and puts it on record; the two succeed or fail together.
    Seen open(Work work, Actor actor, MatterState state, Asked asked) {
        var matter = state.matter();
        var purpose = purpose(actor, matter, asked);
        var party = state.parties().stream()
                .filter(each -> each.no() == asked.party())
                .findFirst()
                .orElseThrow(() -> fault("party", "这件事没有这一位当事人。"));
        var fields = fields(asked, purpose);
        var found = personas.reveal(party.persona()).orElseThrow(() -> Refused.notFound("当事人"));
        var look = new Look(
                Ids.at(work.now()),
                work.now(),
                actor.id(),
                actor.post(),
                actor.agency(),
                matter.id(),
                party.persona(),
                purpose.code(),
                note(asked, purpose),
                fields.stream().map(Enum::name).sorted().toList());
        trail.look(work, look);
        int most = parameters
                .at(work, "people.looks-an-hour", matter.office().area(), work.today())
                .whole();
        int count = trail.looksBy(look.actor(), work.now().minus(WINDOW));
        if (count > most) {
            watches.forEach(each -> each.unusual(work, actor, matter, count, most));
        }
        return new Seen(
                found.name().filter(name -> fields.contains(Purpose.Field.NAME)),
                found.phone()
                        .or(() -> Optional.ofNullable(found.numbers().get(Identifier.Kind.PHONE)))
                        .filter(phone -> fields.contains(Purpose.Field.PHONE)),
                Optional.ofNullable(found.numbers().get(Identifier.Kind.ID_NUMBER))
                        .or(() -> Optional.ofNullable(found.numbers().get(Identifier.Kind.CREDIT_CODE)))
                        .filter(number -> fields.contains(Purpose.Field.NUMBER)),
                Optional.ofNullable(found.numbers().get(Identifier.Kind.ADDRESS))
                        .filter(address -> fields.contains(Purpose.Field.ADDRESS)),
                look,
                count,
                most);
    }

    private Purpose purpose(Actor actor, Matter matter, Asked asked) {
        var mine = mayName(actor, matter);
        if (mine.isEmpty()) {
            throw Refused.notYours("查看当事人全名和电话，限现在的承办单位和监督岗。");
        }
        var purpose = purposes.of(asked.purpose())
                .orElseThrow(() -> fault(
                        "purpose",
                        "请从列表里选一个用途：" + mine.stream().map(Purpose::title).collect(Collectors.joining("、")) + "。"));
        if (!mine.contains(purpose)) {
            throw Refused.notYours(
                    purpose.supervisors()
                            ? "“" + purpose.title() + "”限监督岗使用。"
                            : "“" + purpose.title() + "”限现在的承办单位使用。");
        }
        return purpose;
    }

    /// The purposes an actor may name in a matter: the office that handles it has its own, supervisors have theirs.
    List<Purpose> mayName(Actor actor, Matter matter) {
        boolean handles = actor.agency().isPresent()
                && actor.agency().equals(matter.office().agency());
        boolean supervises = actor.roles().stream()
                .flatMap(name -> access.role(name).stream())
                .anyMatch(Role::supervises);
        return purposes.all().stream()
                .filter(purpose -> purpose.supervisors() ? supervises : handles)
                .toList();
    }

    private static Set<Purpose.Field> fields(Asked asked, Purpose purpose) {
        if (asked.fields().isEmpty()) {
            throw fault("fields", "请说明要看哪一项。");
        }
        var wanted = EnumSet.copyOf(asked.fields());
        var beyond = EnumSet.copyOf(wanted);
        beyond.removeAll(purpose.fields());
        if (!beyond.isEmpty()) {
            throw fault(
                    "fields",
                    "为“" + purpose.title() + "”不需要看"
                            + beyond.stream().map(Purpose.Field::title).collect(Collectors.joining("、")) + "。");
        }
        return wanted;
    }

    private static String note(Asked asked, Purpose purpose) {
        var note = asked.note().map(String::strip).orElse("");
        if (purpose.note() && note.isEmpty()) {
            throw fault("note", "这个用途要写明是什么情况。");
        }
        Words.fault(note, LONGEST_NOTE, false).ifPresent(fault -> {
            throw fault("note", fault);
        });
        return note;
    }

    private static Refused fault(String field, String words) {
        return new Refused(
                Problem.fields(List.of(new Problem.Field(field, words))).withRule(RULE));
    }

    /// Who may be the same as a party, for the office that handles the matter or supervises it.
    List<LooksDesk.Alike> alike(Actor actor, MatterState state) {
        if (mayName(actor, state.matter()).isEmpty()) {
            throw Refused.notYours("查看可能重复的当事人，限现在的承办单位和监督岗。");
        }
        var found = new ArrayList<LooksDesk.Alike>();
        for (var party : state.parties()) {
            for (var each : likeness.of(party.persona())) {
                var shown = personas.byId(List.of(each.persona()));
                var where = standing.of(each.persona());
                Optional.ofNullable(shown.get(each.persona()))
                        .ifPresent(other -> found.add(new LooksDesk.Alike(
                                party.no(),
                                other.shown(),
                                where.map(PartyStanding.Place::code),
                                where.map(PartyStanding.Place::no),
                                each.reasons(),
                                each.against())));
            }
        }
        return found;
    }

    /// A look as others read it.
    ///
    /// @param who the office; supervisors also read the name
    record LookLine(
            UUID id,
            java.time.Instant at,
            String who,
            String party,
            String purpose,
            String article,
            String fields,
            String note) {}

    /// Who has looked in the course of a matter, newest first, for those who handle or supervise it.
    List<LookLine> lines(Work work, Actor actor, MatterState state) {
        if (mayName(actor, state.matter()).isEmpty()) {
            throw Refused.notYours("查看记录限现在的承办单位和监督岗。");
        }
        return lines(work, state, Optional.empty(), true);
    }

    /// Who has looked at one person's data, for that person: offices and purposes, not officers' names.
    List<LookLine> linesAbout(Work work, MatterState state, UUID persona) {
        return lines(work, state, Optional.of(persona), false);
    }

    private List<LookLine> lines(Work work, MatterState state, Optional<UUID> persona, boolean names) {
        var directory = offices.at(work);
        var read = new ArrayList<LookLine>();
        for (var look : trail.looks(state.matter().id(), persona, MOST_SHOWN)) {
            var office = look.agency()
                    .flatMap(directory::agency)
                    .map(each -> each.name())
                    .orElse("工作人员");
            var officer = directory
                    .staff(UUID.fromString(look.actor().substring("officer:".length())))
                    .map(each -> each.name());
            var purpose = purposes.of(look.purpose());
            read.add(new LookLine(
                    look.id(),
                    look.at(),
                    names ? officer.map(name -> name + "，" + office).orElse(office) : office,
                    state.parties().stream()
                            .filter(party -> party.persona().equals(look.persona()))
                            .map(Party::shown)
                            .findFirst()
                            .orElse("当事人"),
                    purpose.map(Purpose::title).orElse(look.purpose()),
                    purpose.map(Purpose::article).orElse(""),
                    look.fields().stream()
                            .map(field -> Purpose.Field.valueOf(field).title())
                            .collect(Collectors.joining("、")),
                    look.note()));
        }
        return read;
    }
}
