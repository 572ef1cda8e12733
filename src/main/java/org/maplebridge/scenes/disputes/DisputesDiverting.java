package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.invalid;

import java.time.LocalDate;
import java.util.Optional;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.ScenePart;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.DisputesFurther.Doubt;

/// Leads a dispute to another way. It leaves the figures of what was settled, and so whoever has it hears where it
/// went: where nobody wrote down how, people look at it afterwards.
@ScenePart
class DisputesDiverting {

    private final DisputesStore store;
    private final DisputesDiversions diversions;
    private final DisputesChannels channels;
    private final DisputesDoubts doubts;

    DisputesDiverting(
            DisputesStore store, DisputesDiversions diversions, DisputesChannels channels, DisputesDoubts doubts) {
        this.store = store;
        this.diversions = diversions;
        this.channels = channels;
        this.doubts = doubts;
    }

    record Divert(
            @Ask("导入哪条途径") Choices.Elsewhere to,
            @Ask(value = "哪个机关", most = 60) Optional<String> office,
            @Ask(value = "为什么", most = 500) String reason,
            @Ask("已告知当事人") boolean informed,

            @Ask(value = "哪一天告知当事人的", why = "当事人要知道转到了哪里、怎么接着找；没有写明的，留给案件评查")
            Optional<LocalDate> toldOn,

            @Ask("怎样告知的") Optional<Choices.ToldHow> toldHow) {}

    Verdict divert(Act act, Divert said) {
        var dispute = store.find(act.id()).orElseThrow();
        boolean toPolice = said.to() == Choices.Elsewhere.POLICE;
        return DisputesRules.informed(said.informed() || dispute.sides().anonymous())
                .or(() -> toldOn(act, said))
                .or(() -> toPolice ? Optional.empty() : DisputesRules.reported(dispute.flags()))
                .or(() -> DisputesRules.commercial(said.to(), dispute.told().category()))
                .or(() -> channels.answered(act))
                .orElseGet(() -> {
                    diversions.keep(act.id(), said);
                    if (untold(dispute.sides(), said)) {
                        doubts.keep(act, Doubt.Kind.DIVERTED_UNTOLD, "导入了其他途径，没有写明哪一天、怎样告知当事人", "");
                    }
                    return Verdict.moved();
                });
    }

    private static Optional<Verdict> toldOn(Act act, Divert said) {
        var opened = act.matter().origin().openedAt().atZone(Work.ZONE).toLocalDate();
        return said.toldOn()
                .filter(day -> day.isAfter(act.today()) || day.isBefore(opened))
                .map(day -> invalid("toldOn", "应在受理之后、不晚于今天。", "disputes.diverted-told"));
    }

    /// Of what nobody has put a name to, nobody can be told.
    private static boolean untold(Dispute.Sides sides, Divert said) {
        boolean known = sides.applicantKnown() || sides.respondentKnown();
        return known
                && !sides.anonymous()
                && (said.toldOn().isEmpty() || said.toldHow().isEmpty());
    }
}
