package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Conflicts;
import org.maplebridge.kernel.matters.Moved;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.people.Persona.Draft;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Colour;
import org.springframework.stereotype.Component;

/// From registering a dispute to the end of mediation.
@Component
class DisputesHandling {

    static final String URGENT = "disputes.urgent";

    private final DisputesStore store;
    private final DisputesColouring colouring;
    private final Conflicts conflicts;

    DisputesHandling(DisputesStore store, DisputesColouring colouring, Conflicts conflicts) {
        this.store = store;
        this.colouring = colouring;
        this.conflicts = conflicts;
    }

    Verdict register(Act act, Disputes.Register said) {
        var before = dispute(act);
        var known = before.flags();
        var flags = new Dispute.Flags(
                Optional.of(said.vulnerable()),
                found(known.threat(), said.threat()),
                found(known.injury(), said.injury()),
                found(known.violence(), said.violence()),
                found(known.harassment(), said.harassment()),
                known.policeInformed() || said.policeInformed());
        var amount = said.amount().orElse(BigDecimal.ZERO);
        var after = before.with(flags)
                .with(new Dispute.Extent(Optional.of(said.people()), Optional.of(amount)))
                .with(sides(before, Optional.empty(), said.respondent()));
        return named(judged(act, before, after), before, Optional.empty(), said.respondent());
    }

    /// A danger that somebody has flagged is not talked away by who registers: only the police clear it.
    private static Optional<Boolean> found(Optional<Boolean> known, boolean said) {
        return Optional.of(said || known.orElse(false));
    }

    Verdict route(Act act, Disputes.Route said) {
        var agency = act.offices().agency(said.agency()).orElseThrow();
        var refused = DisputesRules.routed(agency, said.area()).or(() -> conflicts.refusal(act, agency, "agency"));
        if (refused.isPresent()) {
            return refused.get();
        }
        var before = dispute(act);
        var told = before.told();
        store.save(
                act.id(),
                before.with(new Dispute.Told(told.words(), told.place(), said.category(), true))
                        .routed(said.reason()));
        return moved().area(said.area()).category(said.category().name()).agency(agency.id());
    }

    /// Whoever has an interest in it leaves it to others.
    Verdict accept(Act act) {
        return act.offices()
                .staff(act.actor().person())
                .flatMap(me -> conflicts.certain(act, me, "note"))
                .orElseGet(Verdict::moved);
    }

    Verdict begin(Act act, Disputes.Begin said) {
        if (!said.informed()) {
            return invalid("informed", "先向双方讲明权利和义务，再开始调解。", "disputes.begin-informed", "人民调解法第二十三条、第二十四条");
        }
        return DisputesRules.beginning(said.willing(), dispute(act).flags())
                .or(() -> act.offices()
                        .staff(act.actor().person())
                        .flatMap(me -> conflicts.refusal(act, List.of(me), "willing", said.checked())))
                .orElseGet(() -> moved().meets(URGENT));
    }

    Verdict flag(Act act, Disputes.Flag said) {
        var before = dispute(act);
        return judged(act, before, before.with(before.flags().raised(said.danger(), said.policeInformed())));
    }

    Verdict clear(Act act, Disputes.Clear said) {
        var before = dispute(act);
        return judged(act, before, before.with(before.flags().cleared())).meets(URGENT);
    }

    Verdict fail(Act act, Disputes.Fail said) {
        return DisputesRules.informed(said.informed())
                .or(() -> DisputesRules.reported(dispute(act).flags()))
                .orElseGet(() -> moved().runs(DisputesSettling.EVALUATE, act.now()));
    }

    /// Whoever it is about may always withdraw; what is dangerous is reported all the same. An officer reports it
    /// first.
    Verdict withdraw(Act act) {
        var first = act.actor().kind() == Actor.Kind.OFFICER
                ? DisputesRules.reported(dispute(act).flags())
                : Optional.<Verdict>empty();
        return first.orElseGet(() -> moved().runs(DisputesSettling.EVALUATE, act.now()));
    }

    private Dispute dispute(Act act) {
        return store.find(act.id()).orElseThrow();
    }

    /// What turns red is answered within hours; what is red already has been counted from the first time.
    private Moved judged(Act act, Dispute before, Dispute dispute) {
        var colour = colouring.judged(act, dispute);
        var judged = moved().colour(colour.code());
        boolean turnsRed = colour == Colour.RED && before.judged().colour() != Colour.RED;
        return DisputesSafety.timed(
                turnsRed ? judged.runs(URGENT, act.now()) : judged, before.flags(), dispute.flags(), act.now());
    }

    static Dispute.Sides sides(Dispute before, Optional<String> applicant, Optional<String> respondent) {
        var sides = before.sides();
        return new Dispute.Sides(
                sides.anonymous(),
                sides.applicantKnown() || applicant.isPresent(),
                sides.respondentKnown() || respondent.isPresent());
    }

    /// Adds who was not known before.
    static Moved named(Moved moved, Dispute before, Optional<String> applicant, Optional<String> respondent) {
        applicant
                .filter(name -> !before.sides().applicantKnown())
                .ifPresent(name -> moved.party("applicant", Draft.named(name, Optional.empty())));
        respondent
                .filter(name -> !before.sides().respondentKnown())
                .ifPresent(name -> moved.party("respondent", Draft.named(name, Optional.empty())));
        return moved;
    }
}
