package org.maplebridge.scenes.orders;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.people.Bonds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Carries out what two people have agreed on. Broken off between the deed and its entry, it comes again and finds the
/// deed done: nothing is done twice.
@Component
class OrdersCarrying implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(OrdersCarrying.class);
    private static final Actor SYSTEM = Actor.system("orders");

    private final Transactions transactions;
    private final OrdersStore store;
    private final Matters matters;
    private final Bonds bonds;
    private final boolean automatic;
    private final Loop loop = new Loop("orders", Duration.ofSeconds(3), this::round);

    OrdersCarrying(Transactions transactions, OrdersStore store, Matters matters, Bonds bonds, Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.matters = matters;
        this.bonds = bonds;
        this.automatic = Looping.serving(settings);
    }

    /// Carries out whatever waits. One that fails keeps none of the others waiting.
    void round() {
        for (UUID order : transactions.run(SYSTEM.scope(), work -> store.waiting())) {
            try {
                carryOut(order);
            } catch (RuntimeException failure) {
                LOG.error("order {} could not be carried out: {}", order, failure.toString());
            }
        }
    }

    private void carryOut(UUID id) {
        var order = transactions.run(SYSTEM.scope(), work -> store.find(id));
        var outcome = switch (order.wanted().kind()) {
            case ERASE -> erased(id, order);
            case SEAL -> sealed(id, order);
            case UNSEAL -> unsealed(id, order);
            case OPEN_UP -> opened(order);
            case MERGE ->
                told(transactions.run(
                        SYSTEM.scope(),
                        work -> bonds.merge(
                                order.found().otherPersona().orElseThrow(),
                                order.found().persona().orElseThrow())));
            case SPLIT ->
                told(transactions.run(
                        SYSTEM.scope(),
                        work -> bonds.split(order.found().persona().orElseThrow())));
            case LINK ->
                told(transactions.run(
                        SYSTEM.scope(),
                        work -> bonds.link(
                                work,
                                id,
                                order.found().persona().orElseThrow(),
                                order.found().otherPersona().orElseThrow())));
        };
        var verb = order.wanted().kind() == Order.Kind.OPEN_UP ? "open-up" : "carry-out";
        require(matters.move(id, verb, request(id, verb, Map.of("outcome", outcome))));
    }

    private static String told(Optional<String> refusal) {
        return refusal.map(why -> "没有办成：" + why).orElse("已办成。");
    }

    private String erased(UUID id, Order order) {
        var said = Map.of("order", id.toString(), "article", order.wanted().article());
        var outcome = matters.move(order.found().matter().orElseThrow(), "erase", request(id, "erase", said));
        return outcome instanceof Outcome.Refusal ? "没有办成：这件事还没有办结，或者已经销毁过。" : "已销毁内容和密钥，轨迹的摘要仍在。";
    }

    private String sealed(UUID id, Order order) {
        var keeper = transactions
                .run(SYSTEM.scope(), work -> matters.find(id))
                .flatMap(matter -> matter.office().agency())
                .orElseThrow();
        var said = Map.of(
                "order", id.toString(),
                "keeper", keeper.toString(),
                "article", order.wanted().article());
        var outcome = matters.move(order.found().matter().orElseThrow(), "seal", request(id, "seal", said));
        return outcome instanceof Outcome.Refusal
                ? "没有办成：这件事还没有办结，已经封存，或者已经销毁。"
                : "已封存：除本单位的审批人，谁也看不到，查询码也不再能查。要查的，用“破例查阅”。";
    }

    private String unsealed(UUID id, Order order) {
        var said = Map.of("order", id.toString(), "article", order.wanted().article());
        var outcome = matters.move(order.found().matter().orElseThrow(), "unseal", request(id, "unseal", said));
        return outcome instanceof Outcome.Refusal ? "没有办成：这件事没有封存，或者已经销毁。" : "已解除封存：现在的地区、单位和岗位又看得到。";
    }

    private String opened(Order order) {
        transactions.run(SYSTEM.scope(), work -> {
            matters.showTo(
                    order.found().matter().orElseThrow(),
                    order.askerPost(),
                    work.now().plus(Duration.ofHours(order.wanted().hours().orElse(1))));
            return true;
        });
        return "已向申请人开放 " + order.wanted().hours().orElse(1) + " 小时，到时自动收回。";
    }

    private static Request request(UUID order, String verb, Map<String, String> said) {
        var key = "order-" + order;
        return new Request(
                SYSTEM,
                Canonical.MAPPER.valueToTree(said),
                new Work.Key("orders/" + verb, key),
                OptionalInt.empty(),
                Optional.empty());
    }

    private static void require(Outcome outcome) {
        if (outcome instanceof Outcome.Refusal refusal) {
            throw new IllegalStateException(refusal.verdict().toString());
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
