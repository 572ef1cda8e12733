package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.Due;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Moved;
import org.maplebridge.kernel.matters.Referral;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.people.Persona.Draft;
import org.maplebridge.scenes.disputes.Choices.AgreementForm;
import org.maplebridge.scenes.disputes.Choices.Channel;
import org.maplebridge.scenes.disputes.Choices.ConfirmChoice;
import org.maplebridge.scenes.disputes.Choices.Danger;
import org.maplebridge.scenes.disputes.Choices.Elsewhere;
import org.maplebridge.scenes.disputes.Choices.ExemptReason;
import org.maplebridge.scenes.disputes.Choices.FailReason;
import org.maplebridge.scenes.disputes.Choices.Result;
import org.maplebridge.scenes.disputes.Choices.Satisfaction;
import org.maplebridge.scenes.disputes.Choices.Source;
import org.maplebridge.scenes.disputes.Choices.Willing;
import org.maplebridge.scenes.disputes.DisputesOpening.Report;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Weights;

/// The verbs of a dispute. The kernel has authorised, locked and checked the stage before a method runs.
@Scene(
        value = DisputesLifecycle.class,
        openedBy = {
            DisputesLifecycle.GRID,
            DisputesLifecycle.MEDIATOR,
            DisputesLifecycle.DISPATCHER,
            DisputesLifecycle.DEPARTMENT,
            DisputesLifecycle.POLICE
        })
class Disputes implements SceneView {

    private final DisputesStore store;
    private final DisputesOpening opening;
    private final DisputesView view;
    private final Calendars calendars;

    Disputes(DisputesStore store, DisputesOpening opening, DisputesView view, Calendars calendars) {
        this.store = store;
        this.opening = opening;
        this.view = view;
        this.calendars = calendars;
    }

    record Open(
            @Ask(value = "发生了什么", why = "照当事人的话写，不要替人下结论", kind = Kind.LONG_TEXT, least = 2, most = 10000)
            String words,

            @Ask(value = "标题", why = "不写就取第一句话", most = 100) Optional<String> title,

            @Ask(value = "发生在哪里", kind = Kind.AREA) String area,
            @Ask(value = "具体位置", example = "3 幢 2 单元楼道") Optional<String> place,
            @Ask("什么时候发生") Instant occurredAt,
            @Ask("从哪里得知") Source source,
            @Ask(value = "类别", why = "不选就先用词语规则的建议，分派时再定") Optional<Category> category,
            @Ask(value = "申请人姓名", most = 60) Optional<String> applicant,
            @Ask(value = "申请人电话", kind = Kind.PHONE) Optional<String> phone,

            @Ask(value = "申请人代号", why = "来源隐去姓名时，用它的代号", most = 60)
            Optional<String> sign,

            @Ask(value = "对方当事人", most = 60) Optional<String> respondent) {}

    Verdict open(Act act, Open said) {
        var applicant = said.applicant()
                .map(name -> Draft.named(name, said.phone()))
                .or(() -> said.sign().map(Draft::pseudonymous));
        var future = DisputesRules.happened("occurredAt", said.occurredAt(), act.now());
        return future.orElseGet(() -> opening.open(
                act,
                new Report(
                        said.words(),
                        said.title(),
                        said.area(),
                        said.place(),
                        Optional.of(said.occurredAt()),
                        said.source(),
                        said.category(),
                        applicant,
                        said.applicant().isPresent(),
                        said.respondent())));
    }

    record PublicOpen(
            @Ask(
                    value = "发生了什么事？",
                    why = "用自己的话写，写清楚人和事就行",
                    example = "楼上装修，夜里十点还在敲",
                    kind = Kind.LONG_TEXT,
                    least = 5,
                    most = 5000)
            String words,

            @Ask(value = "在哪个村、社区？", why = "事情先交给最近的人办", kind = Kind.AREA)
            String area,

            @Ask(value = "具体在什么地方？", why = "方便上门", example = "菜场东门")
            Optional<String> place,

            @Ask(value = "哪一天发生的？", why = "记不清，填大概的日子") LocalDate day,

            @Ask(value = "对方是谁？", why = "不知道可以不填", most = 60)
            Optional<String> respondent,

            @Ask(value = "要匿名吗？", why = "匿名也办，但没法回您，也没法为您做调解协议")
            boolean anonymous,

            @Ask(value = "您怎么称呼？", why = "只有办这件事的人看得到", most = 60)
            Optional<String> name,

            @Ask(value = "您的电话？", why = "用来回您，也用它的后四位查进度", kind = Kind.PHONE)
            Optional<String> phone) {}

    Verdict publicOpen(Act act, PublicOpen said) {
        var happened = LegalCalendar.startOf(said.day());
        return DisputesRules.happened("day", happened, act.now())
                .or(() -> DisputesRules.reporter(said.anonymous(), said.name(), said.phone()))
                .orElseGet(() -> opening.open(
                        act,
                        new Report(
                                said.words(),
                                Optional.empty(),
                                said.area(),
                                said.place(),
                                Optional.of(happened),
                                Source.ONLINE,
                                Optional.empty(),
                                Optional.of(said.name()
                                        .map(name -> Draft.named(name, said.phone()))
                                        .orElseGet(Draft::anonymous)),
                                !said.anonymous(),
                                said.respondent())));
    }

    Verdict referred(Act act, Referral said) {
        return opening.open(
                act,
                new Report(
                        said.reason(),
                        Optional.of(said.title()),
                        said.area(),
                        Optional.empty(),
                        Optional.empty(),
                        Source.REFERRED,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty()));
    }

    record Register(
            @Ask(value = "涉及几个人", from = 1, to = 100000, unit = "人")
            int people,

            @Ask(value = "涉及多少钱", why = "不涉及钱就不填", unit = "元")
            Optional<BigDecimal> amount,

            @Ask(value = "有人扬言采取极端行为") boolean threat,
            @Ask("有人受伤") boolean injury,
            @Ask(value = "有家庭暴力", why = "有就不调解，先保护人") boolean violence,
            @Ask("有滋扰、纠缠、跟踪") boolean harassment,
            @Ask("涉及弱势群体或欠薪") boolean vulnerable,
            @Ask("已报告公安机关") boolean policeInformed,

            @Ask(value = "对方当事人", why = "报告时没写的，这里补上", most = 60)
            Optional<String> respondent) {}

    Verdict register(Act act, Register said) {
        var before = dispute(act);
        var flags = new Dispute.Flags(
                Optional.of(said.vulnerable()),
                Optional.of(said.threat()),
                Optional.of(said.injury()),
                Optional.of(said.violence()),
                Optional.of(said.harassment()),
                before.flags().policeInformed() || said.policeInformed());
        var amount = said.amount().orElse(BigDecimal.ZERO);
        var after = before.with(flags)
                .with(new Dispute.Extent(Optional.of(said.people()), Optional.of(amount)))
                .with(sides(before, Optional.empty(), said.respondent()));
        return named(judged(act, after), before, Optional.empty(), said.respondent());
    }

    record Route(
            @Ask(value = "发生在哪里", why = "尽量选到村社、网格", kind = Kind.AREA)
            String area,

            @Ask("类别") Category category,

            @Ask(value = "交给哪个单位", why = "小事就近，专业的事给主管部门", kind = Kind.AGENCY)
            UUID agency,

            @Ask(value = "为什么交给它", most = 500) String reason) {}

    Verdict route(Act act, Route said) {
        var agency = act.offices().agency(said.agency()).orElseThrow();
        var refused = DisputesRules.routed(agency, said.area());
        if (refused.isPresent()) {
            return refused.get();
        }
        var before = dispute(act);
        var told = before.told();
        store.save(
                act.id(),
                before.with(new Dispute.Told(told.words(), told.place(), said.category(), true))
                        .routed(said.reason()));
        return moved().area(said.area()).category(said.category().name()).agency(agency.id());
    }

    record Accept(@Ask(value = "说明", most = 500) Optional<String> note) {}

    Verdict accept(Act act, Accept said) {
        return moved();
    }

    record Begin(
            @Ask(value = "双方愿不愿意调解", why = "调解自愿；一方明确拒绝，不得调解")
            Willing willing,

            @Ask(value = "是否已告知权利义务", why = "当事人可以选择、拒绝、随时终止调解，可以要求公开或不公开")
            boolean informed) {}

    Verdict begin(Act act, Begin said) {
        if (!said.informed()) {
            return invalid("informed", "先向双方讲明权利和义务，再开始调解。", "disputes.begin-informed", "人民调解法第二十三条、第二十四条");
        }
        return DisputesRules.beginning(said.willing(), dispute(act).flags()).orElseGet(Verdict::moved);
    }

    record Flag(
            @Ask("是哪种危险") Danger danger,

            @Ask(value = "已报告公安机关", why = "可能引起治安、刑事案件的，应当及时报告")
            boolean policeInformed,

            @Ask(value = "情况", most = 1000) String note) {}

    Verdict flag(Act act, Flag said) {
        var before = dispute(act);
        return judged(act, before.with(before.flags().raised(said.danger(), said.policeInformed())));
    }

    record Clear(
            @Ask(value = "怎么核实的", why = "解除以后才能接着调解", most = 1000)
            String reason) {}

    Verdict clear(Act act, Clear said) {
        var before = dispute(act);
        return judged(act, before.with(before.flags().cleared()));
    }

    record Agree(
            @Ask(value = "协议形式", why = "口头协议达成即生效；书面协议签名盖章后生效")
            AgreementForm form,

            @Ask(value = "申请人", why = "还不知道姓名的，这里补上", most = 60)
            Optional<String> applicant,

            @Ask(value = "对方当事人", why = "还不知道姓名的，这里补上", most = 60)
            Optional<String> respondent,

            @Ask(value = "纠纷的主要事实", kind = Kind.LONG_TEXT, most = 5000)
            String facts,

            @Ask(value = "争议事项和各方的责任", kind = Kind.LONG_TEXT, most = 5000)
            String duties,

            @Ask(value = "协议内容", kind = Kind.LONG_TEXT, most = 5000)
            String content,

            @Ask(value = "怎样履行", example = "转账到对方账户", most = 1000)
            String way,

            @Ask("履行期限（最后一天）") LocalDate performBy,
            @Ask("协议生效日") LocalDate effective,
            @Ask("各方已签名、盖章或按指印") boolean signed,
            @Ask("调解员已签名") boolean mediatorSigned,
            @Ask("已加盖调解组织印章") boolean stamped,

            @Ask(value = "涉及身份关系或者物权、知识产权归属", why = "这类协议法院不予司法确认")
            boolean status,

            @Ask(value = "双方打算申请司法确认", why = "生效起三十日内共同申请；选“是”就开始提醒")
            boolean confirmation) {}

    Verdict agree(Act act, Agree said) {
        var before = dispute(act);
        var opened = LegalCalendar.legalDay(act.matter().origin().openedAt());
        var refused = DisputesRules.dangers(before.flags())
                .or(() -> DisputesRules.agreement(said, before, opened, act.today()));
        if (refused.isPresent()) {
            return refused.get();
        }
        store.save(act.id(), before.with(sides(before, said.applicant(), said.respondent())));
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
        var agreed = named(moved(), before, said.applicant(), said.respondent())
                .runs(PERFORM, said.performBy().minusDays(1));
        return said.confirmation() ? agreed.runs(CONFIRM, said.effective()) : agreed;
    }

    record Confirm(
            @Ask("双方的决定") ConfirmChoice choice,
            @Ask(value = "由双方共同申请") boolean joint,
            @Ask("申请日") Optional<LocalDate> appliedOn,
            @Ask(value = "哪个法院", most = 60) Optional<String> court) {}

    Verdict confirm(Act act, Confirm said) {
        var agreement = store.agreement(act.id()).orElseThrow();
        var due = calendars.current().due(act.number(CONFIRM).term(), agreement.effective());
        Optional<LocalDate> last =
                due instanceof Due.Settled settled ? Optional.of(settled.lastDay()) : Optional.empty();
        var refused = DisputesRules.confirming(said, agreement, last, act.today());
        if (refused.isPresent()) {
            return refused.get();
        }
        store.confirm(act.id(), new Dispute.Confirmation(said.choice(), said.appliedOn(), said.court()));
        return moved();
    }

    record Perform(@Ask(value = "怎样督促履行", most = 500) Optional<String> note) {}

    /// The day agreed on stays the day; it is only begun.
    Verdict perform(Act act, Perform said) {
        return moved().runs(
                        PERFORM,
                        store.agreement(act.id()).orElseThrow().performBy().minusDays(1));
    }

    record Performed(
            @Ask("哪一天") LocalDate day,

            @Ask(value = "履行得怎样", why = "没有履行的如实记“不履行”，单独统计，不算化解")
            Result result,

            @Ask(value = "履行了多少钱", unit = "元") Optional<BigDecimal> amount,
            @Ask(value = "说明", most = 500) Optional<String> note) {}

    Verdict performed(Act act, Performed said) {
        if (said.day().isAfter(act.today())) {
            return invalid("day", "不能晚于今天。", "disputes.performed-day");
        }
        store.perform(act.id(), new Dispute.Performance(said.day(), said.result(), said.amount(), said.note()));
        var day = store.agreement(act.id()).orElseThrow().performBy();
        return switch (said.result()) {
            case FULL -> moved().runs(EVALUATE, act.now());
            case PART -> moved().runs(PERFORM, day.minusDays(1));
            case BROKEN -> moved().runs(PERFORM, day.minusDays(1)).runs(EVALUATE, act.now());
        };
    }

    record Fail(
            @Ask("为什么调解不成") FailReason reason,
            @Ask(value = "情况", most = 1000) String note,
            @Ask(value = "已告知可以依法通过仲裁、行政、司法等途径维权") boolean informed) {}

    Verdict fail(Act act, Fail said) {
        return DisputesRules.informed(said.informed()).orElseGet(() -> moved().runs(EVALUATE, act.now()));
    }

    record Withdraw(
            @Ask(value = "为什么撤回", why = "由当事人自己决定，照他的话写", most = 500)
            String reason) {}

    Verdict withdraw(Act act, Withdraw said) {
        return moved().runs(EVALUATE, act.now());
    }

    record Divert(
            @Ask("导入哪条途径") Elsewhere to,
            @Ask(value = "哪个机关", most = 60) Optional<String> office,
            @Ask(value = "为什么", most = 500) String reason,
            @Ask("已告知当事人") boolean informed) {}

    Verdict divert(Act act, Divert said) {
        return DisputesRules.informed(said.informed() || dispute(act).sides().anonymous())
                .orElseGet(Verdict::moved);
    }

    record Evaluate(
            @Ask("您满意吗？") Satisfaction satisfaction,

            @Ask(value = "想说点什么？", kind = Kind.LONG_TEXT, most = 1000)
            Optional<String> comment,

            @Ask(value = "怎样听到的", why = "代为记录的，要写明怎样听到当事人评价")
            Optional<Channel> channel) {}

    Verdict evaluate(Act act, Evaluate said) {
        if (act.actor().kind() != Actor.Kind.CITIZEN && said.channel().isEmpty()) {
            return invalid("channel", "代当事人记录评价，要写明是电话、上门还是书面听到的。", "disputes.evaluate-channel");
        }
        return over(
                act,
                new Dispute.Evaluation(
                        Optional.of(said.satisfaction()),
                        said.comment(),
                        said.channel(),
                        Optional.empty(),
                        Optional.empty()));
    }

    record Exempt(
            @Ask("免评理由") ExemptReason reason,

            @Ask(value = "情况", why = "写明试过什么、为什么听不到评价", least = 5, most = 500)
            String note) {}

    Verdict exempt(Act act, Exempt said) {
        return DisputesRules.exempt(said.reason(), dispute(act).sides().anonymous())
                .orElseGet(() -> over(
                        act,
                        new Dispute.Evaluation(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(said.reason()),
                                Optional.of(said.note()))));
    }

    private Verdict over(Act act, Dispute.Evaluation evaluation) {
        var stage = DisputesLifecycle.LIFE.stage(act.matter().stage().name());
        var done = store.performances(act.id());
        Optional<Result> last =
                done.isEmpty() ? Optional.empty() : Optional.of(done.getLast().result());
        var refused = DisputesRules.over(last, stage == DisputesLifecycle.Stage.PERFORMING);
        if (refused.isPresent()) {
            return refused.get();
        }
        store.evaluate(act.id(), evaluation);
        store.save(act.id(), dispute(act).ended(DisputesRules.ending(stage, last)));
        return moved();
    }

    record Close(
            @Ask(value = "结案小结", kind = Kind.LONG_TEXT, most = 2000)
            String summary) {}

    Verdict close(Act act, Close said) {
        return DisputesRules.closing(store.evaluation(act.id()).isPresent()).orElseGet(Verdict::moved);
    }

    @Override
    public Optional<String> words(UUID matter) {
        return store.find(matter).map(dispute -> dispute.told().words());
    }

    @Override
    public List<Section> sections(UUID matter) {
        return view.sections(matter);
    }

    @Override
    public List<Suggestion> suggestions(UUID matter) {
        return view.suggestions(matter);
    }

    private static final String CONFIRM = "disputes.confirm";
    private static final String PERFORM = "disputes.perform";
    private static final String EVALUATE = "disputes.evaluate";

    private Dispute dispute(Act act) {
        return store.find(act.id()).orElseThrow();
    }

    private Moved judged(Act act, Dispute dispute) {
        var intensity = DisputesRulesOfIntensity.intensity(dispute.known(), Weights.of(act.numbers()));
        store.save(act.id(), dispute.judged(intensity));
        return moved().colour(intensity.colour().code());
    }

    private static Dispute.Sides sides(Dispute before, Optional<String> applicant, Optional<String> respondent) {
        var sides = before.sides();
        return new Dispute.Sides(
                sides.anonymous(),
                sides.applicantKnown() || applicant.isPresent(),
                sides.respondentKnown() || respondent.isPresent());
    }

    /// Adds who was not known before.
    private static Moved named(Moved moved, Dispute before, Optional<String> applicant, Optional<String> respondent) {
        applicant
                .filter(name -> !before.sides().applicantKnown())
                .ifPresent(name -> moved.party("applicant", Draft.named(name, Optional.empty())));
        respondent
                .filter(name -> !before.sides().respondentKnown())
                .ifPresent(name -> moved.party("respondent", Draft.named(name, Optional.empty())));
        return moved;
    }
}
