package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.scenes.disputes.Choices.AgreementForm;
import org.maplebridge.scenes.disputes.Choices.ConfirmChoice;
import org.maplebridge.scenes.disputes.Choices.Danger;
import org.maplebridge.scenes.disputes.Choices.Ending;
import org.maplebridge.scenes.disputes.Choices.Result;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is remembered is read back as it was, and strangers read nothing.
@MapleTest
class DisputesStoreTest {

    private static final Scope JOB = Scope.job("test");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    @Autowired
    JdbcClient db;

    @Autowired
    Transactions transactions;

    @Autowired
    DisputesStore store;

    private static Dispute dispute() {
        return new Dispute(
                new Dispute.Told("楼上“漏水”\n三天", Optional.of("3 幢"), Category.NEIGHBOUR, false),
                new Dispute.Sides(true, false, true),
                Dispute.Flags.UNKNOWN,
                Dispute.Extent.UNKNOWN,
                new Dispute.Judged(
                        Optional.empty(),
                        DisputesRulesOfIntensity.Colour.GREY,
                        List.of("不知道“人数”"),
                        DisputesClassifier.suggest("", "楼上漏水"),
                        List.of("请核实"),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aDisputeIsReadBackAndChanged() {
        transactions.run(JOB, work -> {
            var matter = UUID.randomUUID();
            store.save(matter, dispute());
            assertThat(store.find(matter)).contains(dispute());
            var changed = dispute()
                    .with(Dispute.Flags.UNKNOWN.raised(Danger.THREAT, true))
                    .with(new Dispute.Extent(Optional.of(6), Optional.of(new BigDecimal("12.50"))))
                    .routed("就近")
                    .ended(Optional.of(Ending.SETTLED));
            store.save(matter, changed);
            assertThat(store.find(matter)).contains(changed);
            return true;
        });
    }

    @Test
    void whatWasJudgedBeforeTheCountWasKeptIsReadWithoutIt() {
        transactions.run(JOB, work -> {
            var matter = UUID.randomUUID();
            store.save(matter, dispute());
            db.sql("update disputes.dispute set suggestion = suggestion - 'count' where matter = :matter")
                    .param("matter", matter)
                    .update();
            assertThat(store.find(matter)).contains(dispute());
            return true;
        });
    }

    @Test
    void agreementAndPerformancesAreReadBack() {
        transactions.run(JOB, work -> {
            var matter = UUID.randomUUID();
            var agreement = new Dispute.Agreement(AgreementForm.ORAL, "一", "二", "三", "四", DAY, DAY, true);
            store.agree(matter, agreement);
            assertThat(store.agreement(matter)).contains(agreement);
            var applied = new Dispute.Confirmation(ConfirmChoice.APPLIED, Optional.of(DAY), Optional.of("区法院"));
            store.confirm(matter, new Dispute.Confirmation(ConfirmChoice.GIVEN_UP, Optional.empty(), Optional.empty()));
            store.confirm(matter, applied);
            assertThat(store.confirmation(matter)).contains(applied);
            var part = new Dispute.Performance(DAY, Result.PART, Optional.of(new BigDecimal("1.00")), Optional.empty());
            var full = new Dispute.Performance(DAY, Result.FULL, Optional.empty(), Optional.of("结清"));
            store.perform(matter, part);
            store.perform(matter, full);
            assertThat(store.performances(matter)).containsExactly(part, full);
            return true;
        });
    }

    @Test
    void aStrangerReadsNothing() {
        var matter = UUID.randomUUID();
        transactions.run(JOB, work -> {
            store.save(matter, dispute());
            return true;
        });
        var stranger = Scope.of("officer:nobody", List.of("a:44.01|general"));
        Optional<Dispute> seen = transactions.run(stranger, work -> store.find(matter));
        assertThat(seen).isEmpty();
    }
}
