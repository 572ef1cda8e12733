package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.moved;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.ScenePart;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.DisputesFurther.Part;

/// The agreement: its elements, when it holds, and in how many parts it is performed.
@ScenePart
class DisputesAgreeing {

    private final DisputesStore store;
    private final DisputesFurtherStore further;

    DisputesAgreeing(DisputesStore store, DisputesFurtherStore further) {
        this.store = store;
        this.further = further;
    }

    record Instalment(
            @Ask("哪一天") LocalDate day,
            @Ask("多少钱") BigDecimal amount,
            @Ask(value = "说明", most = 100) Optional<String> what) {

        Part part() {
            return new Part(day, amount, what);
        }
    }

    record Agree(
            @Ask(section = "协议和当事人", value = "协议形式", why = "口头协议达成即生效；书面协议签名盖章后生效")
            Choices.AgreementForm form,

            @Ask(value = "补上申请人", kind = Kind.PERSON) Optional<String> applicant,
            @Ask(value = "补上对方当事人", kind = Kind.PERSON) Optional<String> respondent,

            @Ask(section = "协议写什么", value = "纠纷的主要事实", kind = Kind.LONG_TEXT, most = 5000)
            String facts,

            @Ask(value = "争议事项和各方的责任", kind = Kind.LONG_TEXT, most = 5000)
            String duties,

            @Ask(value = "协议内容", kind = Kind.LONG_TEXT, most = 5000)
            String content,

            @Ask(section = "履行和期限", value = "怎样履行", most = 1000)
            String way,

            @Ask("履行期限（最后一天）") LocalDate performBy,

            @Ask(value = "分期履行", why = "一次付清的不填；分几期就写几期，到期逐期提醒")
            Optional<List<Instalment>> plan,

            @Ask(section = "签名和生效", value = "协议生效日") LocalDate effective,
            @Ask("各方已签名、盖章或按指印") boolean signed,
            @Ask("调解员已签名") boolean mediatorSigned,
            @Ask("已加盖调解组织印章") boolean stamped,

            @Ask(section = "司法确认", value = "涉及身份关系或者物权、知识产权归属", why = "这类协议法院不予司法确认")
            boolean status,

            @Ask(value = "双方打算申请司法确认", why = "生效起三十日内共同申请；选“是”就开始提醒")
            boolean confirmation) {}

    Verdict agree(Act act, Agree said) {
        var before = store.find(act.id()).orElseThrow();
        var opened = LegalCalendar.legalDay(act.matter().origin().openedAt());
        var plan = said.plan().orElse(List.of()).stream().map(Instalment::part).toList();
        var refused = DisputesRules.dangers(before.flags())
                .or(() -> DisputesRulesOfAgreement.agreement(said, before, opened, act.today()))
                .or(() -> DisputesRulesOfAgreement.plan(plan, said.effective(), said.performBy()));
        if (refused.isPresent()) {
            return refused.get();
        }
        store.save(act.id(), before.with(DisputesHandling.sides(before, said.applicant(), said.respondent())));
        store.agree(
                act.id(),
                new Dispute.Agreement(
                        said.form(),
                        said.facts(),
                        said.duties(),
                        said.content(),
                        said.way(),
                        said.performBy(),
                        said.effective(),
                        said.status()));
        further.plan(act.id(), plan);
        var first = plan.isEmpty() ? said.performBy() : plan.getFirst().day();
        var agreed = DisputesHandling.named(moved(), before, said.applicant(), said.respondent())
                .runs(DisputesSettling.PERFORM, first.minusDays(1));
        return said.confirmation() ? agreed.runs(DisputesSettling.CONFIRM, said.effective()) : agreed;
    }
}
