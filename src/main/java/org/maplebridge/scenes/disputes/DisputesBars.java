package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.blocked;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.Choices.Result;
import org.springframework.stereotype.Component;

/// Why something isn't to be done to a dispute, told before anybody begins: what belongs to another channel, what isn't
/// there yet.
@Component
class DisputesBars {

    private final DisputesStore store;
    private final DisputesFurtherStore further;
    private final DisputesChannels channels;
    private final DisputesRulings rulings;

    DisputesBars(
            DisputesStore store, DisputesFurtherStore further, DisputesChannels channels, DisputesRulings rulings) {
        this.store = store;
        this.further = further;
        this.channels = channels;
        this.rulings = rulings;
    }

    Optional<Verdict> of(UUID matter, String verb) {
        return switch (verb) {
            case "tell-rights" -> rights(matter);
            case "report-danger" -> danger(matter);
            case "ask-waiver" -> waiver(matter);
            case "ruled" -> agreed(matter);
            case "confirm" -> rulings.decided(matter);
            case "mediate-again", "mediate-after" -> rulings.upheld(matter);
            case "decide-waiver" -> asked(matter);
            case "give-code" -> unsafe(matter);
            default -> channels.bars(matter, verb);
        };
    }

    private Optional<Verdict> rights(UUID matter) {
        boolean violence = store.find(matter)
                .flatMap(dispute -> dispute.flags().violence())
                .orElse(false);
        return violence ? Optional.empty() : no("没有标记家庭暴力。有的，先“标记危险”。", "disputes.rights");
    }

    private Optional<Verdict> danger(UUID matter) {
        boolean unreported = store.find(matter)
                .filter(dispute -> dispute.flags().unreported())
                .isPresent();
        return unreported ? Optional.empty() : no("没有标记危险，或者已经报告过公安。有新的危险，先“标记危险”。", "disputes.report-danger");
    }

    /// Who may be violent isn't let in where the other one is told things.
    private Optional<Verdict> unsafe(UUID matter) {
        boolean danger = store.find(matter)
                .map(Dispute::flags)
                .filter(flags -> Stream.of(flags.violence(), flags.harassment(), flags.threat())
                        .anyMatch(flag -> flag.orElse(false)))
                .isPresent();
        return danger ? no("标记过家庭暴力、滋扰或者扬言极端，不把查询码给对方。要告知的，由承办人当面或者电话告知。", "disputes.give-code") : Optional.empty();
    }

    private Optional<Verdict> waiver(UUID matter) {
        var done = store.performances(matter);
        return !done.isEmpty() && done.getLast().result() == Result.FULL
                ? Optional.empty()
                : no("达成协议并且履行了，才能申请。", "disputes.waiver-performed");
    }

    private Optional<Verdict> agreed(UUID matter) {
        return store.agreement(matter).isPresent()
                ? Optional.empty()
                : no("没有调解协议，没有可以申请司法确认的。", "disputes.ruled-agreement");
    }

    private Optional<Verdict> asked(UUID matter) {
        boolean waits = further.waiver(matter)
                .filter(waiver -> waiver.decision().isEmpty())
                .isPresent();
        return waits ? Optional.empty() : no("没有等公安机关决定的申请。", "disputes.waiver-asked");
    }

    private static Optional<Verdict> no(String why, String rule) {
        return Optional.of(blocked(why, rule, "本地默认"));
    }
}
