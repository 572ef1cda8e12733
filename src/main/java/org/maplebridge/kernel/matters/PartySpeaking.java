package org.maplebridge.kernel.matters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.matters.KernelMoves.Change;
import org.maplebridge.kernel.people.Persona;
import org.maplebridge.kernel.people.Ties;

/// Who speaks for a party, with which power, from when until when. One person speaks for one party in one way at
/// a time: what is said later takes the place of what was said before, from that moment; what was done before
/// stays. Grounds: Civil Procedure Law, art. 62 for what needs a special power, art. 63 for its change and end,
/// which the party tells in writing and the other side is told of.
final class PartySpeaking {

    private static final String RULE = "people.power";
    private static final String ARTICLE = "民事诉讼法第六十二条、第六十三条（参照）";

    private final Writing tools;
    private final Act act;
    private final Batch batch;
    private final MatterState state;

    PartySpeaking(Writing tools, Act act, Batch batch, MatterState state) {
        this.tools = tools;
        this.act = act;
        this.batch = batch;
        this.state = state;
    }

    private static Change refused(String field, String words) {
        return Change.refused(Verdict.invalid(field, words, "people.party"));
    }

    Change related(Party party, Persona persona, PartySaid.Related said) {
        var fault = fault(said);
        if (fault.isPresent()) {
            return fault.get();
        }
        var other = named(party, persona, said);
        if (other.id().equals(persona.id())) {
            return refused("name", "不能是当事人自己。");
        }
        var code = state.matter().label().code();
        var digits = said.phone().flatMap(Codes::lastOf);
        var family = List.of(other.id(), persona.id());
        if (digits.filter(last -> tools.codes().another(code, last, family)).isPresent()) {
            return refused("phone", "电话后四位与已经能查的另一位相同，凭它分不清是谁。请填另一个电话，或者不填电话、当面告知。");
        }
        var role = PartyRoles.of(said.relation(), said.power());
        var before = said(other.id(), said.relation());
        var stands = before.stream()
                .filter(each -> each.relation().subject().equals(persona.id()))
                .findFirst();
        if (stands.filter(it -> it.holds(act.today()) && !role(it.relation()).equals(role))
                .isPresent()) {
            return Change.refused(
                    Verdict.invalid("power", "已经登记是这位当事人的代理人，权限不同。要改权限，请用“变更、解除代理”：从那时起算，并且告诉另一方。", RULE, ARTICLE));
        }
        var now = new Ties.Relation(
                state.matter().id(),
                persona.id(),
                other.id(),
                said.relation().name(),
                said.power()
                        .filter(given -> said.relation() == PartySaid.Relation.AGENT)
                        .map(Enum::name),
                said.from(),
                said.until(),
                said.basis());
        stands.ifPresent(it -> tools.ties().end(act.work(), batch, it.relation()));
        tools.ties().relate(act.work(), batch, now, act.actor().id());
        digits.ifPresent(four -> tools.codes()
                .share(
                        batch,
                        code,
                        state.matter().id(),
                        other.id(),
                        four,
                        said.until().map(last -> LegalCalendar.startOf(last.plusDays(1)))));
        if (stands.isPresent()) {
            return Change.to(inRole(other.id(), persona.id(), before, said.relation(), role));
        }
        var parties = new ArrayList<>(state.parties());
        parties.add(new Party(parties.size() + 1, role, other.id(), other.shown()));
        return Change.to(state.named(parties));
    }

    private Optional<Change> fault(PartySaid.Related said) {
        LocalDate today = act.today();
        if (said.from().isAfter(today)) {
            return Optional.of(refused("from", "起的那一天还没有到；到了再登记，登记了就看得到。"));
        }
        if (said.until().filter(last -> last.isBefore(said.from())).isPresent()) {
            return Optional.of(refused("until", "止的那一天早于起的那一天。"));
        }
        return said.until().filter(last -> last.isBefore(today)).isPresent()
                ? Optional.of(refused("until", "期限已经过了。"))
                : Optional.empty();
    }

    /// Whoever is named again without a phone is whoever has that name already and speaks for the same party.
    private Persona named(Party party, Persona persona, PartySaid.Related said) {
        var roles = PartyRoles.family(said.relation());
        var known =
                said.phone().isPresent()
                        ? Optional.<Persona>empty()
                        : state.parties().stream()
                                .filter(each -> roles.contains(each.role()) && each.no() != party.no())
                                .filter(each -> said(each.persona(), said.relation()).stream()
                                        .anyMatch(it -> it.relation().subject().equals(persona.id())))
                                .filter(each -> tools.personas()
                                        .reveal(each.persona())
                                        .flatMap(it -> it.name())
                                        .equals(Optional.of(said.name())))
                                .flatMap(each -> Optional.ofNullable(tools.personas()
                                                .byId(List.of(each.persona()))
                                                .get(each.persona()))
                                        .stream())
                                .findFirst();
        return known.orElseGet(() -> tools.personas()
                .register(act.work(), batch, persona.domain(), Persona.Draft.named(said.name(), said.phone())));
    }

    private List<Ties.Last> said(UUID other, PartySaid.Relation relation) {
        return tools.ties().last(state.matter().id(), other, relation.name());
    }

    private static String role(Ties.Relation relation) {
        return PartyRoles.of(
                PartySaid.Relation.valueOf(relation.kind()), relation.power().map(PartySaid.Power::valueOf));
    }

    /// @param before all whom they are tied to in this way, in the order in which their places were given
    private MatterState inRole(
            UUID other, UUID subject, List<Ties.Last> before, PartySaid.Relation relation, String role) {
        var family = PartyRoles.family(relation);
        var places = state.parties().stream()
                .filter(each -> each.persona().equals(other) && family.contains(each.role()))
                .map(Party::no)
                .toList();
        int at = before.stream().map(each -> each.relation().subject()).toList().indexOf(subject);
        var changed = before.size() == 1 || at >= places.size() ? places : List.of(places.get(at));
        return state.named(state.parties().stream()
                .map(each ->
                        changed.contains(each.no()) ? new Party(each.no(), role, each.persona(), each.shown()) : each)
                .toList());
    }

    /// Their next act is compared with what is said now; also what they began before.
    Change powerChanged(Party agent, PartySaid.PowerChanged said) {
        if (!PartyRoles.agent(agent.role())) {
            return refused("party", "第 " + agent.no() + " 位现在不是代理人。");
        }
        var before = said(agent.persona(), PartySaid.Relation.AGENT);
        var subject = represented(before, said);
        if (subject.isEmpty()) {
            return refused("represented", "这位代理人代理的不止一位，或者不代理您填的这一位。请写明是第几位当事人的代理。");
        }
        var relation = subject.get().relation();
        if (!subject.get().holds(act.today())) {
            return refused("party", "这位的代理期限已经过了，现在不能代为办理。要再代理的，请重新“登记监护、代理”。");
        }
        boolean ended = said.power() == PartySaid.NewPower.ENDED;
        var power = Optional.of(said.power().name()).filter(name -> !ended);
        var now = new Ties.Relation(
                relation.matter(),
                relation.subject(),
                relation.other(),
                relation.kind(),
                power,
                act.today(),
                relation.last(),
                said.basis());
        var role = ended ? PartyRoles.FORMER : role(now);
        if (role.equals(role(relation))) {
            return Change.refused(Verdict.invalid("power", "现在就是这个权限，不用变更。", RULE, ARTICLE));
        }
        tools.ties().end(act.work(), batch, relation);
        if (!ended) {
            tools.ties().relate(act.work(), batch, now, act.actor().id());
        }
        return Change.to(inRole(agent.persona(), relation.subject(), before, PartySaid.Relation.AGENT, role));
    }

    private Optional<Ties.Last> represented(List<Ties.Last> before, PartySaid.PowerChanged said) {
        var open = before.stream().filter(each -> !each.ended()).toList();
        if (said.represented().isEmpty()) {
            return Optional.of(open).filter(all -> all.size() == 1).map(List::getFirst);
        }
        return state.parties().stream()
                .filter(each -> each.no() == said.represented().get())
                .flatMap(party ->
                        open.stream().filter(each -> each.relation().subject().equals(party.persona())))
                .findFirst();
    }
}
