package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.moved;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Referral;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneMerging;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;

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
class Disputes implements SceneView, SceneMerging {

    private final DisputesOpening opening;
    private final DisputesHandling handling;
    private final DisputesSettling settling;
    private final DisputesView view;
    private final DisputesBars bars;
    private final DisputesDoubts doubts;

    Disputes(
            DisputesOpening opening,
            DisputesHandling handling,
            DisputesSettling settling,
            DisputesView view,
            DisputesBars bars,
            DisputesDoubts doubts) {
        this.opening = opening;
        this.handling = handling;
        this.settling = settling;
        this.view = view;
        this.bars = bars;
        this.doubts = doubts;
    }

    record Open(
            @Ask(value = "发生了什么", why = "照当事人的话写，不要替人下结论", kind = Kind.LONG_TEXT, least = 2, most = 10000)
            String words,

            @Ask(value = "标题", why = "不写就取第一句话", most = 100) Optional<String> title,

            @Ask(section = "在哪里、什么时候", value = "发生在哪里", kind = Kind.AREA)
            String area,

            @Ask(value = "具体位置", example = "3 幢 2 单元楼道") Optional<String> place,
            @Ask("什么时候发生") Instant occurredAt,
            @Ask(section = "从哪里来", value = "从哪里得知") Choices.Source source,

            @Ask(value = "哪个单位转来的", why = "公安、法院、信访、监狱转来的填", example = "区人民法院立案庭", most = 60)
            Optional<String> sender,

            @Ask(value = "来件的编号", why = "接警单、委派函或信访件的编号，回告时用", most = 60)
            Optional<String> reference,

            @Ask(value = "哪一天收到的", why = "办理和回告的期限从这一天算；不填就是今天")
            Optional<LocalDate> receivedOn,

            @Ask(section = "哪一类、涉及谁", value = "类别", why = "不选就先用词语规则的建议，分派时再定")
            Optional<Category> category,

            @Ask(value = "申请人姓名", kind = Kind.PERSON) Optional<String> applicant,
            @Ask(value = "申请人电话", kind = Kind.PHONE) Optional<String> phone,

            @Ask(value = "申请人代号", why = "来源隐去姓名时，用它的代号", most = 60)
            Optional<String> sign,

            @Ask(value = "对方当事人", kind = Kind.PERSON) Optional<String> respondent,

            @Ask(section = "有人陪来或代来的", value = "替申请人来办的人", why = "家人、邻居陪来代说的填。他只能查办到哪一步", kind = Kind.PERSON)
            Optional<String> helper,

            @Ask(value = "替办人的电话", why = "他用自己电话的后四位查", kind = Kind.PHONE)
            Optional<String> helperPhone) {}

    Verdict open(Act act, Open said) {
        return opening.officer(act, said);
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

            @Ask(value = "具体在什么地方？", why = "方便上门") Optional<String> place,
            @Ask(value = "哪一天发生的？", why = "记不清，填大概的日子") LocalDate day,

            @Ask(value = "对方是谁？", why = "不知道可以不填", kind = Kind.PERSON)
            Optional<String> respondent,

            @Ask(value = "要匿名吗？", why = "匿名也办，但没法回您，也没法为您做调解协议")
            boolean anonymous,

            @Ask(value = "您怎么称呼？", why = "只有办这件事的人看得到", kind = Kind.PERSON, unless = "anonymous")
            Optional<String> name,

            @Ask(value = "您的电话？", why = "用来回您，也用它的后四位查进度", kind = Kind.PHONE, unless = "anonymous")
            Optional<String> phone,

            @Ask(
                    value = "有人帮您填的，帮的人怎么称呼？",
                    why = "自己填的不用写。帮的人只能查办到哪一步",
                    kind = Kind.PERSON,
                    with = "phone",
                    unless = "anonymous")
            Optional<String> helper,

            @Ask(value = "帮的人的电话？", why = "他用自己电话的后四位查", kind = Kind.PHONE, with = "phone", unless = "anonymous")
            Optional<String> helperPhone) {}

    Verdict publicOpen(Act act, PublicOpen said) {
        return opening.citizen(act, said);
    }

    Verdict referred(Act act, Referral said) {
        return opening.referred(act, said);
    }

    record Register(
            @Ask(section = "涉及的人和钱", value = "涉及几个人", from = 1, to = 100000)
            int people,

            @Ask(value = "涉及多少钱", why = "不涉及钱就不填") Optional<BigDecimal> amount,
            @Ask(section = "有没有危险", value = "有人扬言采取极端行为") boolean threat,
            @Ask("有人受伤") boolean injury,
            @Ask(value = "有家庭暴力", why = "有就不调解，先保护人") boolean violence,
            @Ask("有滋扰、纠缠、跟踪") boolean harassment,
            @Ask("涉及弱势群体或欠薪") boolean vulnerable,
            @Ask("已报告公安机关") boolean policeInformed,

            @Ask(section = "还缺的", value = "补上对方当事人", kind = Kind.PERSON)
            Optional<String> respondent) {}

    Verdict register(Act act, Register said) {
        return handling.register(act, said);
    }

    record Route(
            @Ask(value = "发生在哪里", kind = Kind.AREA) String area,
            @Ask("类别") Category category,

            @Ask(value = "交给哪个单位", why = "小事就近，专业的事给主管部门", kind = Kind.AGENCY)
            UUID agency,

            @Ask(value = "为什么交给它", most = 500) String reason) {}

    Verdict route(Act act, Route said) {
        return handling.route(act, said);
    }

    record Accept(@Ask(value = "说明", most = 500) Optional<String> note) {}

    Verdict accept(Act act, Accept said) {
        return handling.accept(act);
    }

    record Begin(
            @Ask(value = "双方愿不愿意调解", why = "调解自愿；一方明确拒绝，不得调解")
            Choices.Willing willing,

            @Ask(value = "是否已告知权利义务", why = "当事人可以选择、拒绝、随时终止调解，可以要求公开或不公开")
            boolean informed,

            @Ask(value = "核实情况", why = "系统提示您可能与当事人有利害关系的才填：写明怎么核实的", least = 2, most = 500)
            Optional<String> checked) {}

    Verdict begin(Act act, Begin said) {
        return handling.begin(act, said);
    }

    record Flag(
            @Ask("是哪种危险") Choices.Danger danger,

            @Ask(value = "已报告公安机关", why = "可能引起治安、刑事案件的，应当及时报告")
            boolean policeInformed,

            @Ask(value = "情况", most = 1000) String note) {}

    Verdict flag(Act act, Flag said) {
        return handling.flag(act, said);
    }

    record Respond(
            @Ask("怎样响应的") Choices.Response how,
            @Ask(value = "现场情况", most = 1000) String note) {}

    Verdict respond(Act act, Respond said) {
        return moved();
    }

    record Clear(
            @Ask(value = "怎么核实的", why = "解除以后才能接着调解", most = 1000)
            String reason) {}

    Verdict clear(Act act, Clear said) {
        return handling.clear(act, said);
    }

    record Fail(
            @Ask("为什么调解不成") Choices.FailReason reason,
            @Ask(value = "情况", most = 1000) String note,
            @Ask(value = "已告知可以依法通过仲裁、行政、司法等途径维权") boolean informed) {}

    Verdict fail(Act act, Fail said) {
        return handling.fail(act, said);
    }

    record Withdraw(
            @Ask(value = "为什么撤回", why = "由当事人自己决定，照他的话写", most = 500)
            String reason) {}

    Verdict withdraw(Act act, Withdraw said) {
        return handling.withdraw(act);
    }

    record Evaluate(
            @Ask(value = "您满意吗？", why = "匿名汇总，办理人看不到您选了什么、写了什么", pooled = true)
            Choices.Grade grade,

            @Ask(value = "想说点什么？", kind = Kind.LONG_TEXT, most = 1000, pooled = true)
            Optional<String> words,

            @Ask("代为记录的，怎样听到的") Optional<Choices.Channel> channel) {}

    Verdict evaluate(Act act, Evaluate said) {
        return settling.evaluate(act, said);
    }

    record Exempt(
            @Ask("免评理由") Choices.ExemptReason reason,

            @Ask(value = "情况", why = "写明试过什么、为什么听不到评价", least = 5, most = 500)
            String note) {}

    Verdict exempt(Act act, Exempt said) {
        return settling.exempt(act, said);
    }

    record Close(
            @Ask(value = "结案小结", kind = Kind.LONG_TEXT, most = 2000)
            String summary,

            @Ask(
                    value = "需要说明的",
                    why = "与别的件当事人、金额相同，结得特别快，协议与别的件一样的，写明为什么；说明留给案件评查",
                    kind = Kind.LONG_TEXT,
                    most = 1000)
            Optional<String> explained) {}

    Verdict close(Act act, Close said) {
        return settling.close(act, said);
    }

    @Override
    public Optional<Verdict> bars(UUID matter, UUID person, String verb) {
        return bars.of(matter, verb);
    }

    @Override
    public List<String> told(UUID matter) {
        return view.told(matter);
    }

    @Override
    public void merged(Act act, UUID into, Optional<String> strangers) {
        strangers.ifPresent(
                why -> doubts.keep(act, DisputesFurther.Doubt.Kind.MERGED_STRANGER, "并入的那一件没有一位相同的当事人", why));
    }

    @Override
    public Shown shown(UUID matter) {
        return view.shown(matter);
    }
}
