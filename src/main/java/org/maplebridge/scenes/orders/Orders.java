package org.maplebridge.scenes.orders;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;

/// The verbs of an order.
@Scene(value = OrdersLifecycle.class, domain = "orders", openedBy = OrdersLifecycle.ASKER)
class Orders implements SceneView {

    private final OrdersRules rules;
    private final OrdersStore store;
    private final OrdersView view;

    Orders(OrdersRules rules, OrdersStore store, OrdersView view) {
        this.rules = rules;
        this.store = store;
        this.view = view;
    }

    record Open(
            @Ask("申请什么") Order.Kind kind,

            @Ask(value = "事项编号", why = "事项页面标题下的十位编号", most = 20)
            String code,

            @Ask(
                    value = "第几位当事人",
                    why = "照事项页面上“当事人”前面的数",
                    from = 1,
                    to = 99,
                    when = "kind",
                    is = {"MERGE", "SPLIT", "LINK"})
            Optional<Integer> party,

            @Ask(value = "另一位在哪一件里", why = "那一件的事项编号；在同一件里的，再写一次", most = 20, when = "kind", is = "MERGE")
            Optional<String> otherCode,

            @Ask(value = "那一件里第几位当事人", from = 1, to = 99, when = "kind", is = "MERGE")
            Optional<Integer> otherParty,

            @Ask(value = "与哪个保密域核对", when = "kind", is = "LINK")
            Optional<Order.Domain> domain,

            @Ask(value = "开放几小时", why = "到时自动收回，事后要复核", unit = "小时", from = 1, to = 72, when = "kind", is = "OPEN_UP")
            Optional<Integer> hours,

            @Ask(value = "哪个单位审批", why = "由那里的另一个人决定，不能自己批自己的", kind = Kind.AGENCY)
            UUID decider,

            @Ask(value = "法律依据", example = "个人信息保护法第四十七条", most = 100)
            String article,

            @Ask(value = "为什么", why = "写清楚不这样做会怎样；不要写当事人的姓名、电话和证件号码", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict open(Act act, Open said) {
        return rules.asked(act, said).orElseGet(() -> {
            store.ask(
                    act.id(),
                    said,
                    rules.seen(said),
                    act.actor().person(),
                    act.actor().post().orElseThrow());
            var office = act.offices().agency(said.decider()).orElseThrow();
            return Verdict.moved()
                    .title(view.title(said.kind()))
                    .category(said.kind().name())
                    .area(office.area())
                    .agency(office.id())
                    .shownTo(act.actor().post().orElseThrow());
        });
    }

    record Approve(
            @Ask(value = "审批意见", kind = Kind.LONG_TEXT, least = 2, most = 500)
            String opinion,

            @Ask(value = "您这边的事项编号", why = "核对同一人时填：您认出的那个人在哪一件里", most = 20)
            Optional<String> otherCode,

            @Ask(value = "您那件里第几位当事人", why = "核对同一人时填", from = 1, to = 99)
            Optional<Integer> otherParty) {}

    Verdict approve(Act act, Approve said) {
        var order = store.find(act.id());
        return rules.decides(act, order).orElseGet(() -> {
            var checked = rules.found(order, said);
            if (checked.refusal().isPresent()) {
                return checked.refusal().get();
            }
            store.approve(act.id(), checked.found(), said.opinion());
            return Verdict.moved();
        });
    }

    record Refuse(
            @Ask(value = "为什么不同意", kind = Kind.LONG_TEXT, least = 2, most = 500)
            String opinion) {}

    Verdict refuse(Act act, Refuse said) {
        return rules.decides(act, store.find(act.id())).orElseGet(() -> {
            store.refuse(act.id(), said.opinion());
            return Verdict.moved();
        });
    }

    record CarryOut(@Ask(value = "结果", most = 200) String outcome) {}

    Verdict carryOut(Act act, CarryOut said) {
        store.carriedOut(act.id(), said.outcome(), Optional.empty());
        return Verdict.moved();
    }

    record OpenUp(@Ask(value = "结果", most = 200) String outcome) {}

    /// The limit for the review begins when the sight ends.
    Verdict openUp(Act act, OpenUp said) {
        var order = store.find(act.id());
        var until = act.now().plus(Duration.ofHours(order.wanted().hours().orElse(1)));
        store.carriedOut(act.id(), said.outcome(), Optional.of(until));
        return Verdict.moved().runs("orders.review", until);
    }

    record Review(
            @Ask("查阅与申请的理由相符") boolean justified,

            @Ask(value = "复核意见", kind = Kind.LONG_TEXT, least = 2, most = 500)
            String words) {}

    Verdict review(Act act, Review said) {
        var order = store.find(act.id());
        return rules.decides(act, order).or(() -> rules.over(act, order)).orElseGet(() -> {
            store.reviewed(act.id(), (said.justified() ? "相符：" : "不相符：") + said.words());
            return Verdict.moved();
        });
    }

    @Override
    public Optional<Verdict> bars(UUID matter, UUID person, String verb) {
        return Set.of("approve", "refuse", "review").contains(verb)
                ? rules.alone(person, store.find(matter))
                : Optional.empty();
    }

    @Override
    public Shown shown(UUID matter) {
        return view.shown(matter);
    }
}
