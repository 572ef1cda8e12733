package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.evaluations.CallBacks;
import org.maplebridge.kernel.evaluations.Evaluations;
import org.maplebridge.kernel.evaluations.Grade;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.ScenePart;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.Choices.ExemptReason;
import org.maplebridge.scenes.disputes.Choices.Result;

/// From an agreement to its performance, to what the party thinks, to the end.
@ScenePart
class DisputesSettling {

    static final String CONFIRM = DisputesRulings.APPLYING;
    static final String PERFORM = "disputes.perform";
    static final String EVALUATE = "disputes.evaluate";

    private final DisputesStore store;
    private final DisputesFurtherStore further;
    private final DisputesChannels channels;
    private final DisputesDoubts doubts;
    private final DisputesRulings rulings;
    private final Evaluations evaluations;
    private final CallBacks calls;

    DisputesSettling(
            DisputesStore store,
            DisputesFurtherStore further,
            DisputesChannels channels,
            DisputesDoubts doubts,
            DisputesRulings rulings,
            Evaluations evaluations,
            CallBacks calls) {
        this.store = store;
        this.further = further;
        this.channels = channels;
        this.doubts = doubts;
        this.rulings = rulings;
        this.evaluations = evaluations;
        this.calls = calls;
    }

    record Confirm(
            @Ask("双方的决定") Choices.ConfirmChoice choice,
            @Ask(value = "由双方共同申请") boolean joint,

            @Ask(value = "申请日", why = "邮寄的，填交邮的那一天：期满前交邮不算过期")
            Optional<LocalDate> appliedOn,

            @Ask(value = "哪个法院", most = 60) Optional<String> court,

            @Ask(
                    value = "有疑点的，说明情况",
                    why = "金额大、双方反复成对出现或者当天报当天签的，系统会提示法院留意有没有串通损害别人",
                    kind = Ask.Kind.LONG_TEXT,
                    most = 500)
            Optional<String> explained) {}

    Verdict confirm(Act act, Confirm said) {
        var agreement = store.agreement(act.id()).orElseThrow();
        var refused = rulings.decided(act.id())
                .or(() -> DisputesRules.confirming(said, agreement, rulings.lastDay(act, agreement), act.today()));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (said.choice() == Choices.ConfirmChoice.APPLIED) {
            doubts.keepOfConfirmation(act, said.explained());
        }
        store.confirm(act.id(), new Dispute.Confirmation(said.choice(), said.appliedOn(), said.court()));
        if (said.choice() == Choices.ConfirmChoice.APPLIED) {
            rulings.applied(act, said.appliedOn().orElseThrow(), said.court());
        } else {
            rulings.givenUp(act.id());
        }
        return moved();
    }

    record Perform(@Ask(value = "怎样督促履行", most = 500) Optional<String> note) {}

    /// The day agreed on stays the day; it is only begun.
    Verdict perform(Act act, Perform said) {
        return moved().runs(PERFORM, nextDay(act, BigDecimal.ZERO).minusDays(1));
    }

    record Performed(
            @Ask("哪一天") LocalDate day,

            @Ask(value = "履行得怎样", why = "没有履行的如实记“不履行”，单独统计，不算化解")
            Choices.Result result,

            @Ask("履行了多少钱") Optional<BigDecimal> amount,
            @Ask(value = "说明", most = 500) Optional<String> note) {}

    Verdict performed(Act act, Performed said) {
        if (said.day().isAfter(act.today())) {
            return invalid("day", "不能晚于今天。", "disputes.performed-day");
        }
        var paid = store.performances(act.id()).stream()
                .flatMap(done -> done.amount().stream())
                .reduce(said.amount().orElse(BigDecimal.ZERO), BigDecimal::add);
        var refused = DisputesRulesOfAgreement.paid(further.planned(act.id()), said.result(), paid);
        if (refused.isPresent()) {
            return refused.get();
        }
        store.perform(act.id(), new Dispute.Performance(said.day(), said.result(), said.amount(), said.note()));
        var next = nextDay(act, paid).minusDays(1);
        return switch (said.result()) {
            case FULL -> moved().runs(EVALUATE, act.now());
            case PART -> moved().runs(PERFORM, next);
            case BROKEN -> moved().runs(PERFORM, next).runs(EVALUATE, act.now());
        };
    }

    /// The day of the next part that is owed, or of the whole.
    private LocalDate nextDay(Act act, BigDecimal paid) {
        return DisputesRulesOfAgreement.next(further.planned(act.id()), paid)
                .orElseGet(() -> store.agreement(act.id()).orElseThrow().performBy());
    }

    Verdict evaluate(Act act, Disputes.Evaluate said) {
        if (act.actor().kind() != Actor.Kind.CITIZEN && said.channel().isEmpty()) {
            return invalid("channel", "代当事人记录评价，要写明是电话、上门还是书面听到的。", "disputes.evaluate-channel");
        }
        return over(act).or(() -> evaluations.refused(act)).orElseGet(() -> {
            evaluations.given(
                    act,
                    Grade.valueOf(said.grade().name()),
                    said.words(),
                    said.channel().map(Enum::name));
            return ended(act);
        });
    }

    Verdict exempt(Act act, Disputes.Exempt said) {
        return DisputesRules.exempt(said.reason(), dispute(act).sides().anonymous())
                .or(() -> untried(act, said.reason()))
                .or(() -> over(act))
                .orElseGet(() -> {
                    evaluations.exempt(act, said.reason().name(), said.note());
                    return ended(act);
                });
    }

    /// That somebody can't be reached is known after trying.
    private Optional<Verdict> untried(Act act, ExemptReason reason) {
        return reason == ExemptReason.UNREACHABLE && !calls.tried(act)
                ? Optional.of(blocked(
                        "按“联系不上”免评，要先“回访”够 " + act.number("evaluations.tries").whole() + " 次，每次都没有联系上。",
                        "evaluations.tries",
                        "本地默认"))
                : Optional.empty();
    }

    Verdict close(Act act, Disputes.Close said) {
        return DisputesRules.closing(store.evaluation(act.id()).isPresent())
                .or(() -> DisputesRules.reported(dispute(act).flags()))
                .or(() -> channels.answered(act))
                .orElseGet(() -> {
                    doubts.keep(act, said.explained());
                    return moved();
                });
    }

    private static DisputesLifecycle.Stage stage(Act act) {
        return DisputesLifecycle.LIFE.stage(act.matter().stage().name());
    }

    private Optional<Result> last(Act act) {
        var done = store.performances(act.id());
        return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast().result());
    }

    private Optional<Verdict> over(Act act) {
        return DisputesRules.over(last(act), stage(act) == DisputesLifecycle.Stage.PERFORMING);
    }

    private Verdict ended(Act act) {
        store.save(act.id(), dispute(act).ended(Optional.of(DisputesRules.ending(stage(act), last(act)))));
        return moved();
    }

    private Dispute dispute(Act act) {
        return store.find(act.id()).orElseThrow();
    }
}
