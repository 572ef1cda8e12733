package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.people.Persona;
import org.maplebridge.kernel.people.Personas;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells people what is held about them, on which ground, and who looked at it what for. Grounds: Personal Information
/// Protection Law, art. 44 to 46, 50.
@RestController
class OwnDesk {

    private static final String GROUND = "为办理您反映的事（个人信息保护法第十三条第一款第三项：履行法定职责所必需）";

    private final Transactions transactions;
    private final PartyDoor door;
    private final MatterReading reading;
    private final Personas personas;
    private final Looks looks;
    private final Offices offices;

    OwnDesk(
            Transactions transactions,
            PartyDoor door,
            MatterReading reading,
            Personas personas,
            Looks looks,
            Offices offices) {
        this.transactions = transactions;
        this.door = door;
        this.reading = reading;
        this.personas = personas;
        this.looks = looks;
        this.offices = offices;
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
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnData(List<Held> held, List<Looked> looked, String correct, Optional<String> phone) {}

    @PostMapping("/api/public/own")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = PartyDoor.PartyCode.class)
    OwnData own(Actor visitor, HttpServletRequest http) {
        var known = door.known(visitor, Incoming.body(http));
        var me = known.actor().person();
        return transactions.run(known.actor().scope(), work -> {
            var state = reading.state(known.matter());
            var held = new ArrayList<Held>();
            Optional.ofNullable(personas.byId(List.of(me)).get(me)).ifPresent(persona -> hold(held, persona));
            var office = state.matter().office().agency().flatMap(offices.at(work)::agency);
            return new OwnData(
                    held,
                    looks.linesAbout(work, state, me).stream()
                            .map(line ->
                                    new Looked(line.at(), line.who(), line.fields(), line.purpose(), line.article()))
                            .toList(),
                    "写错了的，可以要求更正；觉得不该看的，可以提出异议：请联系"
                            + office.map(each -> each.name()).orElse("承办单位")
                            + "，或向县监督岗反映（个人信息保护法第四十六条、第五十条）。",
                    office.flatMap(each -> each.phone()));
        });
    }

    private static void hold(List<Held> held, Persona persona) {
        held.add(new Held("姓名", persona.shown(), GROUND));
        persona.phoneShown().ifPresent(phone -> held.add(new Held("电话", phone, GROUND)));
    }
}
