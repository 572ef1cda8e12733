package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.people.Personas;
import org.maplebridge.kernel.people.Ties;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Tells people what is held about them, on which ground, and who looked at it what for. Grounds: Personal Information
/// Protection Law, art. 44 to 46, 50.
@RestController
class OwnDesk {

    private static final String GROUND = "为办理您反映的事（个人信息保护法第十三条第一款第三项：履行法定职责所必需）";

    private static final List<Choice> KINDS = Arrays.stream(PartyRequest.Kind.values())
            .map(kind -> new Choice(kind, kind.title()))
            .toList();

    private final Transactions transactions;
    private final PartyDoor door;
    private final MatterReading reading;
    private final Personas personas;
    private final Looks looks;
    private final Ties ties;
    private final Offices offices;
    private final OwnRequests requests;
    private final Pipeline pipeline;

    OwnDesk(
            Transactions transactions,
            PartyDoor door,
            MatterReading reading,
            Personas personas,
            Looks looks,
            Ties ties,
            Offices offices,
            OwnRequests requests,
            Pipeline pipeline) {
        this.transactions = transactions;
        this.door = door;
        this.reading = reading;
        this.personas = personas;
        this.looks = looks;
        this.ties = ties;
        this.offices = offices;
        this.requests = requests;
        this.pipeline = pipeline;
    }

    /// Something held about somebody.
    ///
    /// @param shown as officers see it without naming a purpose
    record Held(String title, String shown, String ground) {}

    /// Somebody has looked.
    ///
    /// @param who the office; an officer's name is for those who supervise them
    record Looked(Instant at, String who, String fields, String purpose, String article) {}

    /// @param correct how to have something corrected, or to object
    /// @param kinds what can be asked for, by the name at the wire
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnData(
            List<Held> held,
            List<Looked> looked,
            String correct,
            Optional<String> phone,
            List<Choice> kinds,
            List<OwnRequests.Asked> requests) {}

    /// Something that can be asked for.
    record Choice(PartyRequest.Kind kind, String title) {}

    /// What a party asks for.
    record Asking(String code, String phoneLast4, PartyRequest.Kind kind, String words) {}

    @PostMapping("/api/public/own")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = PartyDoor.PartyCode.class)
    OwnData own(Actor visitor, HttpServletRequest http) {
        return shown(door.known(visitor, Incoming.body(http)));
    }

    /// Takes in what a party asks for in their matter, also when it has ended.
    @PostMapping("/api/public/own/requests")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = Asking.class, key = true)
    OwnData ask(Actor visitor, HttpServletRequest http) {
        var request = Incoming.read(http, visitor, "ask");
        var known = door.known(visitor, request.body());
        var said = ((ObjectNode) request.body().deepCopy()).remove(List.of("code", "phoneLast4"));
        var outcome = pipeline.move(
                known.matter(),
                KernelVerb.ASK.wireName(),
                new Request(known.actor(), said, request.key(), request.version(), Optional.empty()));
        if (outcome instanceof Outcome.Refusal refusal) {
            throw new Refused(Answers.of(refusal.verdict()));
        }
        return shown(known);
    }

    private OwnData shown(PartyDoor.Known known) {
        var me = known.actor().person();
        return transactions.run(known.actor().scope(), work -> {
            var state = reading.state(known.matter());
            var held = new ArrayList<Held>();
            var looked = new ArrayList<Looked>();
            about(work, state, me, "", held, looked);
            ties.wards(work, known.matter(), me).forEach(ward -> about(work, state, ward, "被监护人的", held, looked));
            var office = state.matter().office().agency().flatMap(offices.at(work)::agency);
            return new OwnData(
                    held,
                    looked,
                    "写错了的，可以要求更正；觉得不该看的，可以提出异议：在这里提出，三十天内答复；也可以联系"
                            + office.map(each -> each.name()).orElse("承办单位")
                            + "，或向县监督岗反映（个人信息保护法第四十六条、第五十条）。",
                    office.flatMap(each -> each.phone()),
                    state.erased() ? List.of() : KINDS,
                    requests.in(state));
        });
    }

    /// What is held about one person, and who looked at it.
    private void about(Work work, MatterState state, UUID persona, String whose, List<Held> held, List<Looked> looked) {
        Optional.ofNullable(personas.byId(List.of(persona)).get(persona)).ifPresent(each -> {
            held.add(new Held(whose + "姓名", each.shown(), GROUND));
            each.phoneShown().ifPresent(phone -> held.add(new Held(whose + "电话", phone, GROUND)));
        });
        personas.held(persona)
                .forEach(each -> held.add(new Held(
                        whose + each.identifier().kind().title(),
                        each.identifier().shown()
                                + each.verified().map(how -> "（" + how + "）").orElse(""),
                        GROUND)));
        ties.consents(state.matter().id(), persona)
                .forEach(each -> held.add(
                        new Held(whose + "同意", each.what() + "（" + each.how() + "）", "您的同意，随时可以撤回（个人信息保护法第十四条、第十五条）")));
        looks.linesAbout(work, state, persona)
                .forEach(line -> looked.add(
                        new Looked(line.at(), line.who(), whose + line.fields(), line.purpose(), line.article())));
    }
}
