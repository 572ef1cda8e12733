package org.maplebridge.scenes.urgings;

import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.tasks.Desks;
import org.springframework.beans.factory.ObjectProvider;

/// The verbs of an urging. What is decided against somebody is decided by a person, with a reason.
@Scene(
        value = UrgingsLifecycle.class,
        openedBy = {"kernel.supervisor", UrgingsLifecycle.SUPERVISOR})
class Urgings implements SceneView {

    private final UrgingsStore store;
    private final WantedStore wanted;
    private final UrgingsView view;
    private final ObjectProvider<Matters> matters;
    private final ObjectProvider<Desks> desks;

    /// @param matters asked for late, as the desks: they know every scene, this one too
    Urgings(
            UrgingsStore store,
            WantedStore wanted,
            UrgingsView view,
            ObjectProvider<Matters> matters,
            ObjectProvider<Desks> desks) {
        this.store = store;
        this.wanted = wanted;
        this.view = view;
        this.matters = matters;
        this.desks = desks;
    }

    record Open(
            @Ask("为什么督办") Urging.Cause cause,

            @Ask(value = "事项编号", why = "要督办的那一件；事项页面标题下的十位编号", most = 20)
            String code,

            @Ask(value = "存在什么问题", why = "不要写当事人的姓名、电话和证件号码", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String wrong,

            @Ask(value = "要求什么", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String wanted) {}

    Verdict open(Act act, Open said) {
        var found = matters.getObject().withCode(said.code());
        var refused = UrgingsRules.urgeable(said.code(), found);
        if (refused.isPresent()) {
            return refused.get();
        }
        var about = found.orElseThrow();
        var office = UrgingsRules.supervising(act.offices(), about);
        if (office.isEmpty()) {
            return invalid("code", "这件事还没有承办单位，不能督办。", "urgings.office");
        }
        var claimed = desks.getObject().claimedBy(about.id());
        store.draw(
                act.id(),
                new Urging.Drawn(
                        about.id(),
                        about.label().code(),
                        said.cause(),
                        said.wrong(),
                        said.wanted(),
                        UrgingsRules.suggested(act, about, claimed)),
                office.get().id());
        // the number only: the cadre may be of another office, which has no business with what the dispute is about
        var opened = moved().title("督办：" + about.label().code())
                .category(said.cause().name())
                .area(about.office().area())
                .agency(office.get().id());
        if (act.actor().kind() == Actor.Kind.OFFICER) {
            wanted.drawnByHand(act.work(), about.id(), act.id());
            act.actor().post().ifPresent(opened::shownTo);
        }
        return opened;
    }

    record Issue(
            @Ask(value = "责任人", why = "点名到人；督办单发到其所在的单位", kind = Kind.STAFF)
            UUID cadre,

            @Ask(value = "督办要求", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String required,

            @Ask("哪天以前办成") LocalDate by) {}

    Verdict issue(Act act, Issue said) {
        var offices = act.offices();
        var urging = store.find(act.id());
        var cadre = offices.staff(said.cadre()).orElseThrow();
        var office = UrgingsRules.answering(offices, cadre, act.today());
        if (office.isEmpty()) {
            return invalid("cadre", cadre.name() + "所在的单位没有督办承办岗，请先设岗，或者点名其他责任人。", "urgings.cadre");
        }
        var mine = offices.agency(urging.supervising());
        if (mine.filter(each -> each.covers(office.get().area())).isEmpty()) {
            return invalid("cadre", cadre.name() + "不在本单位监督的地区。", "urgings.cadre");
        }
        if (said.by().isBefore(act.today())) {
            return invalid("by", "不能早于今天。", "urgings.by");
        }
        store.issue(
                act.id(),
                new Urging.Charge(
                        cadre.id(),
                        cadre.name(),
                        office.get().id(),
                        office.get().name(),
                        said.required(),
                        said.by()));
        return moved().agency(office.get().id());
    }

    record Drop(
            @Ask(value = "为什么不督办", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict drop(Act act, Drop said) {
        store.drop(act.id(), said.reason());
        return moved();
    }

    record Serve() {}

    Verdict serve(Act act, Serve said) {
        return moved();
    }

    record Reply(
            @Ask(value = "为什么会这样", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String cause,

            @Ask(value = "采取了什么措施、结果怎样", kind = Kind.LONG_TEXT, least = 4, most = 2000)
            String done) {}

    Verdict reply(Act act, Reply said) {
        store.reply(act.id(), new Urging.Reply(said.cause(), said.done()));
        return moved().agency(store.find(act.id()).supervising());
    }

    record ComeBack() {}

    Verdict comeBack(Act act, ComeBack said) {
        return moved().agency(store.find(act.id()).supervising());
    }

    record Accept(
            @Ask(value = "认可意见", kind = Kind.LONG_TEXT, least = 2, most = 500)
            String words) {}

    Verdict accept(Act act, Accept said) {
        var urging = store.find(act.id());
        return UrgingsRules.alone(act.actor().person(), "accept", urging).orElseGet(() -> {
            store.accept(act.id(), said.words());
            return moved();
        });
    }

    record Reject(
            @Ask(value = "哪里不够", why = "承办单位看得到，照此重报", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict reject(Act act, Reject said) {
        return sentBack(act, "reject", said.reason());
    }

    record Remind(
            @Ask(value = "催办的话", why = "承办单位看得到", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict remind(Act act, Remind said) {
        return sentBack(act, "remind", said.reason());
    }

    private Verdict sentBack(Act act, String verb, String reason) {
        var urging = store.find(act.id());
        return UrgingsRules.alone(act.actor().person(), verb, urging)
                .or(() -> UrgingsRules.again(act, urging))
                .orElseGet(() -> {
                    store.sendBack(act.id(), reason);
                    return toHandler(urging);
                });
    }

    private static Verdict toHandler(Urging urging) {
        return moved().agency(urging.charge().orElseThrow().office());
    }

    record Deduct(
            @Ask(value = "扣几分", unit = "分", from = 1, to = 100)
            int points,

            @Ask(value = "事实", why = "承办单位看得到，可以申辩", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String ground,

            @Ask(value = "依据哪条规定", example = "本区平安建设考核办法第八条", most = 200)
            String rule) {}

    Verdict deduct(Act act, Deduct said) {
        var urging = store.find(act.id());
        return UrgingsRules.alone(act.actor().person(), "deduct", urging).orElseGet(() -> {
            int most = act.number("urgings.points-most").whole();
            if (said.points() > most) {
                return invalid("points", "一次最多扣 " + most + " 分。", "urgings.points-most");
            }
            store.deduct(
                    act.id(),
                    said.points(),
                    said.ground(),
                    said.rule(),
                    act.actor().person());
            return toHandler(urging);
        });
    }

    record Contest(
            @Ask(value = "申辩的理由", kind = Kind.LONG_TEXT, least = 4, most = 2000)
            String reason) {}

    Verdict contest(Act act, Contest said) {
        store.contest(act.id(), said.reason());
        return moved().agency(store.find(act.id()).supervising());
    }

    record Finish() {}

    Verdict finish(Act act, Finish said) {
        return UrgingsRules.contestable(act).orElseGet(Verdict::moved);
    }

    record Uphold(
            @Ask(value = "为什么维持", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict uphold(Act act, Uphold said) {
        return decided(act, "uphold", said.reason());
    }

    record Lift(
            @Ask(value = "为什么撤销", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict lift(Act act, Lift said) {
        return decided(act, "lift", said.reason());
    }

    private Verdict decided(Act act, String verb, String reason) {
        var urging = store.find(act.id());
        return UrgingsRules.alone(act.actor().person(), verb, urging).orElseGet(() -> {
            store.decide(act.id(), reason);
            return moved();
        });
    }

    @Override
    public Optional<Verdict> bars(UUID matter, UUID person, String verb) {
        return UrgingsRules.alone(person, verb, store.find(matter));
    }

    @Override
    public Shown shown(UUID matter) {
        return view.shown(matter);
    }
}
