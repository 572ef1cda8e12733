package org.maplebridge.scenes.orders;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Party;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Who may order what. Nobody decides on what they have asked for themselves, and nobody on what they can't see.
@Component
class OrdersRules {

    private static final String ALONE = "个人信息保护法第五十一条";

    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    OrdersRules(ObjectProvider<Matters> matters) {
        this.matters = matters;
    }

    /// What the decider's word comes to.
    record Checked(Optional<Verdict> refusal, Order.Found found) {

        private static Checked refused(Verdict verdict) {
            return new Checked(Optional.of(verdict), Order.Found.NOTHING);
        }
    }

    /// Why it can't be asked for. Of a matter to be opened in an emergency, or unsealed, nothing is looked up: whoever
    /// asks must not learn whether it is there.
    Optional<Verdict> asked(Act act, Orders.Open said) {
        if (said.kind().unseen()) {
            return Optional.empty();
        }
        boolean merge = said.kind() == Order.Kind.MERGE;
        var seen = persona(said.code(), said.party(), "code", "party");
        var other = merge ? persona(said.otherCode().orElse(""), said.otherParty(), "otherCode", "otherParty") : seen;
        return refusal(seen).or(() -> refusal(other));
    }

    private static Optional<Verdict> refusal(Sought sought) {
        return sought.refusal();
    }

    /// Why this officer can't decide.
    Optional<Verdict> decides(Act act, Order order) {
        return alone(act.actor().person(), order);
    }

    /// Nobody decides on what they have asked for.
    Optional<Verdict> alone(UUID person, Order order) {
        return person.equals(order.asker())
                ? Optional.of(Verdict.blocked("自己申请的事，要由另一个人决定。请本单位别的审批人办理。", "orders.alone", ALONE))
                : Optional.empty();
    }

    /// Why it can't be reviewed yet.
    Optional<Verdict> over(Act act, Order order) {
        return order.until()
                .filter(until -> act.now().isBefore(until))
                .map(until -> Verdict.blocked("开放还没有结束，结束以后再复核。", "orders.over", "本地默认"));
    }

    /// What the order is about, through the decider's own eyes.
    Checked found(Order order, Orders.Approve said) {
        var wanted = order.wanted();
        if (wanted.kind() == Order.Kind.LINK
                && (said.otherCode().isEmpty() || said.otherParty().isEmpty())) {
            return Checked.refused(Verdict.invalid("otherCode", "请写明您认出的那个人在您那边的哪一件里、第几位。", "orders.fields"));
        }
        boolean linking = wanted.kind() == Order.Kind.LINK;
        var one = linking ? asked(order) : persona(wanted.code(), wanted.party(), "opinion", "opinion");
        if (one.refusal().isPresent()) {
            return Checked.refused(one.refusal().get());
        }
        var other = Sought.nothing();
        if (linking) {
            other = persona(said.otherCode().orElse(""), said.otherParty(), "otherCode", "otherParty");
        } else if (wanted.otherCode().isPresent()) {
            other = persona(wanted.otherCode().get(), wanted.otherParty(), "opinion", "opinion");
        }
        return other.refusal()
                .map(Checked::refused)
                .orElse(new Checked(Optional.empty(), new Order.Found(one.matter(), one.persona(), other.persona())));
    }

    /// Of a person in another domain the decider sees nothing: it is taken as the asker saw it.
    private static Sought asked(Order order) {
        return new Sought(
                Optional.empty(), order.found().matter(), order.found().persona());
    }

    private record Sought(Optional<Verdict> refusal, Optional<UUID> matter, Optional<UUID> persona) {

        static Sought nothing() {
            return new Sought(Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Sought refused(Verdict verdict) {
            return new Sought(Optional.of(verdict), Optional.empty(), Optional.empty());
        }
    }

    private Sought persona(String code, OptionalInt party, String codeField, String partyField) {
        return persona(
                code, party.isPresent() ? Optional.of(party.getAsInt()) : Optional.empty(), codeField, partyField);
    }

    private Sought persona(String code, Optional<Integer> party, String codeField, String partyField) {
        var matter = matters.getObject().withCode(code);
        if (matter.isEmpty()) {
            return Sought.refused(Verdict.invalid(codeField, "没有编号为 " + code + " 的事项，或者不在您能看的范围里。", "orders.unseen"));
        }
        var id = matter.get().id();
        if (party.isEmpty()) {
            return new Sought(Optional.empty(), Optional.of(id), Optional.empty());
        }
        var found = matters.getObject().parties(id).stream()
                .filter(each -> each.no() == party.get())
                .map(Party::persona)
                .findFirst();
        return found.isEmpty()
                ? Sought.refused(Verdict.invalid(partyField, "那一件没有第 " + party.get() + " 位当事人。", "orders.party"))
                : new Sought(Optional.empty(), Optional.of(id), found);
    }

    /// As the asker sees them when asking, for what the decider can't see.
    Order.Found seen(Orders.Open said) {
        if (said.kind().unseen()) {
            return Order.Found.NOTHING;
        }
        var sought = persona(said.code(), said.party(), "code", "party");
        return new Order.Found(sought.matter(), sought.persona(), Optional.empty());
    }
}
