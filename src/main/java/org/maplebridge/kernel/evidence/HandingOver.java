package org.maplebridge.kernel.evidence;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Conflicts;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Takers;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Hands a file over to a colleague, an agency, or somebody outside. It is in their hands once they have signed.
/// Provisions on Evidence in Administrative Litigation (行政诉讼证据规定) arts. 10 to 15.
@Component
class HandingOver implements SharedVerb<HandingOver.HandedOver> {

    private static final String RULE = "evidence.handing";

    private final FileStore files;
    private final HandingStore handings;
    private final Takers takers;
    private final Conflicts conflicts;

    HandingOver(FileStore files, HandingStore handings, Takers takers, Conflicts conflicts) {
        this.takers = takers;
        this.conflicts = conflicts;
        this.files = files;
        this.handings = handings;
    }

    /// @param no its place among the files of the matter
    record HandedOver(
            @Ask(value = "第几份材料", from = 1, to = 10000) int no,

            @Ask("交接的事由") HandingWay way,

            @Ask(value = "交给哪位工作人员", why = "交给谁，三样里填一样", kind = Ask.Kind.STAFF)
            Optional<UUID> staff,

            @Ask(value = "交给哪个单位", why = "参与这件事的单位在网上签收；看不到这件事的，凭纸质回执登记", kind = Ask.Kind.AGENCY)
            Optional<UUID> agency,

            @Ask(value = "交给系统外的谁", example = "市司法鉴定中心", most = 100)
            Optional<String> outside,

            @Ask(value = "为什么交", why = "写明交的是原件、原物还是电子件", least = 4, most = 500, kind = Ask.Kind.LONG_TEXT)
            String why) {}

    @Override
    public String name() {
        return "hand-over-file";
    }

    @Override
    public String title() {
        return "交接材料";
    }

    @Override
    public String hint() {
        return "记下交给谁、为什么，由接收的一方签收";
    }

    @Override
    public Class<HandedOver> said() {
        return HandedOver.class;
    }

    @Override
    public By by() {
        return By.HANDLERS;
    }

    @Override
    public boolean afterEnd() {
        return true;
    }

    @Override
    public Verdict done(Act act, HandedOver said) {
        if (files.of(act.id()).stream().noneMatch(each -> each.no() == said.no())) {
            return Verdict.invalid("no", "本件没有第 " + said.no() + " 份材料。", RULE);
        }
        long named = Stream.of(said.staff(), said.agency(), said.outside())
                .filter(Optional::isPresent)
                .count();
        if (named != 1) {
            return Verdict.invalid(named == 0 ? "staff" : "outside", "交给谁：工作人员、单位、系统外的人，三样里填一样，也只填一样。", RULE);
        }
        if (said.staff().filter(act.actor().person()::equals).isPresent()) {
            return Verdict.invalid("staff", "不能交给自己，请选接收的人。", RULE);
        }
        if (said.agency()
                .filter(act.matter().office().agency().stream().toList()::contains)
                .isPresent()) {
            return Verdict.invalid("agency", "交给本单位的，请在“交给哪位工作人员”里选接收的同事，由他本人签收。", RULE);
        }
        var wrong = said.staff()
                .flatMap(staff -> takers.refusal(act, staff, "staff"))
                .or(() -> said.agency()
                        .flatMap(act.offices()::agency)
                        .flatMap(office -> conflicts.refusal(act, office, "agency")));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (handings.open(act.id(), said.no()).isPresent()) {
            return Verdict.blocked("第 " + said.no() + " 份材料已经交出，对方还没有签收。先等签收，或者登记退回。", RULE, "本地默认");
        }
        handings.hand(act, said);
        return Verdict.moved();
    }
}
