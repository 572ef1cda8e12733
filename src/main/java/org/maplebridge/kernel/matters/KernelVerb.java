package org.maplebridge.kernel.matters;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What every lifecycle may do; a scene switches it on in its LIFE. The stage stays in all of them.
public enum KernelVerb {
    /// Back to the office above: this office is not the right one. At most as often as a parameter says.
    RETURN("return", Returned.class, "退回", "交回上一级单位改派；退回有次数上限"),
    /// To the next level up: this office can't settle it.
    UPGRADE("upgrade", Upgraded.class, "提级", "交给上一级单位接着办"),
    /// To another office below or beside, by the office above; after two returns this is a designation.
    TRANSFER("transfer", Transferred.class, "交办", "改由另一个单位办"),
    /// To a post of the office, whose holder then has it on the desk.
    ASSIGN("assign", Assigned.class, "指派", "交到本单位一个岗位的桌上"),
    /// Back to the common desk of the office: nobody is there at the post it lay with. By the system only.
    RECALL("recall", Recalled.class, "回到公共待办", "岗位上的人都不在岗，交回本单位大家共有的待办"),
    /// Stops the clocks of the running limits, except those of safety and of the law; has a limit itself.
    SUSPEND("suspend", Suspended.class, "中止", "期限停走，安全的和法定的照走；中止本身也有期限"),
    /// Lets them run on.
    RESUME("resume", Resumed.class, "恢复", "期限接着走，可以接着办"),
    /// Puts one limit off, once.
    EXTEND("extend", Extended.class, "延期", "期限往后放一次，要各方同意"),
    /// Says that two matters belong together.
    LINK("link", Linked.class, "关联", "记下两件事有关，各办各的"),
    /// Ends this matter in favour of another about the same thing.
    MERGE("merge", Merged.class, "并入", "本件到此为止，由另一件接着办"),
    /// Opens a matter in another scene; it may block the end of this one.
    REFER("refer", Referred.class, "转办", "在另一类业务里另开一件"),
    /// Withdraws what an import brought in, as long as nobody has acted on it.
    REVOKE("revoke", Revoked.class, "撤回导入", "撤回导入带来、还没有人办过的一件"),
    /// Ends in the moment of opening what a register says had ended long before; counts as nobody's work. By the system
    /// only.
    ARCHIVE("archive", Archived.class, "历史台账归档", "原登记已经办结的，照原话留存，不计期限，不算本系统办结"),
    /// Computes the limits again after a notice or a correction, as far as they end later or are settled. By the
    /// clockwork only.
    RECKON("reckon", Reckoned.class, "重算期限", "按后来的安排重新算期限，只往后放或确定下来"),
    /// Lets a limit end sooner than it was said, as a notice or a correction has it. By whoever handles the matter.
    SHORTEN("shorten", Shortened.class, "确认提前", "期限按后来的安排提前到更早的一天"),
    /// Adds a number or a way to reach a party. By whoever handles the matter, like the next five.
    IDENTIFY("identify", PartySaid.Identified.class, "登记证件或联系方式", "记下证件号码、电话或地址，封存保管"),
    /// Adds somebody who speaks for a party.
    RELATE("relate", PartySaid.Related.class, "登记监护、代理", "记下谁是监护人、代理人，凭什么，到哪天"),
    /// An agent's power is changed or ended, from this moment.
    CHANGE_POWER("change-power", PartySaid.PowerChanged.class, "变更、解除代理", "从登记时起按新的权限，以前已经办的仍然有效；另一方会收到告知"),
    /// Keeps that a party agreed to one thing, or has taken that back.
    CONSENT("consent", PartySaid.Consented.class, "登记同意", "记下当事人单独同意或撤回的一件事"),
    /// Puts right what was written down wrong about a party; the entry with the mistake stays.
    CORRECT("correct", PartySaid.Corrected.class, "更正当事人资料", "改正写错的姓名、电话；原来的记录不删"),
    /// Lets the other side in by the public door.
    GIVE_CODE("give-code", PartySaid.CodeGiven.class, "给对方查询码", "对方当事人凭查询码和自己手机后四位查进度、补材料、答复通知"),
    /// Takes in what a party asks for in a matter of their own: a correction, a copy, deletion, an objection, that
    /// somebody keeps out. Opens a matter of its own in the scene that decides on these. Also after the end.
    ASK("ask", Asked.class, "提出请求", "当事人要求更正、复制、删除，对查看有异议，或者请人回避"),
    /// Destroys what was said in a matter that has ended, and the keys to it. By the system only, on an order that two
    /// people have given; the chain stays and still verifies.
    ERASE("erase", Erased.class, "依令销毁", "销毁内容和密钥，只留轨迹的摘要"),
    /// Closes a matter that has ended to everybody but its parties and the office that keeps it, on an order that two
    /// people have given: what a law wants sealed, such as a minor's record. By the system only.
    SEAL("seal", Sealed.class, "依令封存", "除保管单位，谁也看不到；查询码也不再能查"),
    /// Opens it again to those whom it reaches by its area, office and post. By the system only, on an order.
    UNSEAL("unseal", Unsealed.class, "解除封存", "现在的地区、单位和岗位又看得到"),
    /// The officer keeps out of it: does not see it from now on.
    RECUSE("recuse", Recused.class, "自行回避", "您从此看不到这件事，由本单位换人办"),
    /// Somebody who supervises decides that an officer keeps out of it.
    EXCLUDE("exclude", Excluded.class, "决定回避", "这位工作人员从此看不到这件事，由本单位换人办"),
    /// Somebody who supervises decides that they may take part again, or may go on although they declared an interest.
    READMIT("readmit", Readmitted.class, "解除回避", "这位工作人员又能看、能办这件事；按申报应当回避、认定不影响公正的也用这个");

    private final String wireName;
    private final Class<? extends Record> body;
    private final String title;
    private final String hint;

    KernelVerb(String wireName, Class<? extends Record> body, String title, String hint) {
        this.wireName = wireName;
        this.body = body;
        this.title = title;
        this.hint = hint;
    }

    /// The name at the wire and in the trail.
    public String wireName() {
        return wireName;
    }

    Class<? extends Record> body() {
        return body;
    }

    /// Whether it is about a second matter too.
    boolean concernsTwo() {
        return this == LINK || this == MERGE;
    }

    /// Whether it says something of the parties; every kind of matter has these.
    boolean aboutParties() {
        return switch (this) {
            case IDENTIFY, RELATE, CHANGE_POWER, CONSENT, CORRECT, GIVE_CODE -> true;
            default -> false;
        };
    }

    /// Whether it is done to a matter that has ended, by the system on an order of two people.
    boolean onOrder() {
        return this == ERASE || this == SEAL || this == UNSEAL;
    }

    /// Whether it is about who keeps out; every kind of matter has these too.
    boolean aboutRecusal() {
        return this == RECUSE || this == EXCLUDE || this == READMIT;
    }

    /// The Chinese title.
    public String title() {
        return title;
    }

    /// What comes of it, in a few words.
    String hint() {
        return hint;
    }

    /// What a register says became of something.
    public record Archived(
            @Ask(value = "原登记称", kind = Ask.Kind.LONG_TEXT, most = 100_000)
            String claim) {}

    /// Back to the office above.
    public record Returned(
            @Ask(value = "为什么不归本单位办", why = "上级凭这一句改派，写清楚归谁管、依据是什么", most = 500)
            String reason) {}

    /// To the next level up.
    public record Upgraded(
            @Ask(value = "为什么要提级", why = "说明已经做过什么、卡在哪里", most = 500)
            String reason) {}

    /// To another office.
    public record Transferred(
            @Ask(value = "交给哪个单位", kind = Ask.Kind.AGENCY) java.util.UUID agency,
            @Ask(value = "为什么交给它", most = 500) String reason) {}

    /// To a post of the office.
    public record Assigned(
            @Ask(value = "交给哪个岗位", kind = Ask.Kind.POST) java.util.UUID post,
            @Ask(value = "为什么交给这个岗位", most = 500) String reason,

            @Ask(value = "核实情况", why = "系统提示可能有利害关系的才填：写明怎么核实不是同一个人", least = 2, most = 500)
            Optional<String> checked) {}

    /// Back to the common desk.
    public record Recalled(
            @Ask(value = "为什么回到公共待办", most = 500) String reason) {}

    /// Stops the clocks.
    public record Suspended(
            @Ask(value = "中止的原因", why = "本地定的期限从现在起停走，恢复后接着走；保护安全的和法定的期限不停。几次中止合计太久会提醒上级", most = 500)
            String reason) {}

    /// Lets them run on.
    public record Resumed(@Ask(value = "恢复的原因", most = 500) String reason) {}

    /// Puts one limit off.
    public record Extended(
            @Ask(value = "延期的原因", most = 500) String reason,
            @Ask(value = "各方都同意延期", why = "没有各方同意，不能延期") boolean agreed) {}

    /// Belongs together.
    public record Linked(
            @Ask(value = "与哪一件有关", kind = Ask.Kind.MATTER) java.util.UUID matter,
            @Ask(value = "有什么关系", most = 200) String reason) {}

    /// Ends in favour of another.
    public record Merged(
            @Ask(value = "并入哪一件", why = "同一件事只留一件继续办", kind = Ask.Kind.MATTER)
            java.util.UUID matter,

            @Ask(value = "怎么看出是同一件事", most = 500) String reason,

            @Ask(
                    value = "当事人都不相同的，怎么核实的",
                    why = "两件没有一位相同的当事人才要写：怎么核实是同一件，本件当事人怎样知道并到了哪里；留给案件评查",
                    kind = Ask.Kind.LONG_TEXT,
                    most = 500)
            Optional<String> strangers) {}

    /// Opens a matter elsewhere.
    public record Referred(
            @Ask(value = "转到哪类业务", most = 60) String scene,
            @Ask(value = "那件办完前，本件不能结束") boolean blocking,
            @Ask(value = "为什么转办", most = 500) String reason) {

        Moved moved() {
            return Verdict.moved().refers(scene, reason, blocking);
        }
    }

    /// Computes the limits again.
    public record Reckoned(
            @Ask(value = "依据", most = 500) String cause,
            @Ask("变化") Optional<List<Shift>> shifts) {}

    /// How one limit moved.
    public record Shift(
            @Ask("期限") String limit,
            @Ask("原到") LocalDate before,
            @Ask("改到") LocalDate after) {}

    /// Lets a limit end sooner.
    public record Shortened(
            @Ask(value = "提前到哪一天", why = "照期限旁边写的日子填，填了就是您核对过")
            LocalDate lastDay,

            @Ask(value = "怎么核对的", most = 500) String reason) {}

    /// Destroys the content. The body goes with the rest; the envelope keeps naming the order.
    public record Erased(
            @Ask(value = "依据哪一件审批", kind = Ask.Kind.MATTER) java.util.UUID order,
            @Ask(value = "法律依据", most = 200) String article) {}

    /// Closes it to everybody but its parties and its keeper.
    public record Sealed(
            @Ask(value = "依据哪一件审批", kind = Ask.Kind.MATTER) java.util.UUID order,
            @Ask(value = "由哪个单位保管", kind = Ask.Kind.AGENCY) java.util.UUID keeper,
            @Ask(value = "法律依据", most = 200) String article) {}

    /// Opens it again.
    public record Unsealed(
            @Ask(value = "依据哪一件审批", kind = Ask.Kind.MATTER) java.util.UUID order,
            @Ask(value = "法律依据", most = 200) String article) {}

    /// A party asks for something.
    ///
    /// @param party which party, where an officer writes it down for them
    public record Asked(
            @Ask("请求什么") PartyRequest.Kind kind,

            @Ask(value = "说说情况", why = "哪里写错了、应当是什么；谁看的不该看；谁应当回避，为什么", most = 1000, kind = Ask.Kind.LONG_TEXT)
            String words,

            @Ask(value = "第几位当事人提出的", why = "照当事人前面的数；当事人自己在网上提的不用填", from = 1, to = 99)
            Optional<Integer> party) {}

    /// The officer keeps out.
    public record Recused(
            @Ask("为什么要回避") Recusal.Ground ground,

            @Ask(value = "情况说明", why = "写清楚与谁是什么关系；本单位和监督的人看得到", most = 500)
            String reason) {}

    /// Somebody else is to keep out.
    public record Excluded(
            @Ask(value = "谁回避", kind = Ask.Kind.STAFF) java.util.UUID officer,
            @Ask("谁提出的") Recusal.Asked asked,
            @Ask("为什么要回避") Recusal.Ground ground,
            @Ask(value = "决定的理由", most = 500) String reason,

            @Ask(value = "依据的条文", why = "写法律法规或本地制度的名称和条次", most = 200)
            String article) {}

    /// They may take part again.
    public record Readmitted(
            @Ask(value = "谁不再回避", kind = Ask.Kind.STAFF) java.util.UUID officer,

            @Ask(value = "本人怎么说明的", why = "按申报应当回避的才填；不要写申报了谁", most = 500)
            Optional<String> explained,

            @Ask(value = "决定的理由", most = 500) String reason,

            @Ask(value = "依据的条文", why = "写法律法规或本地制度的名称和条次", most = 200)
            String article) {}

    /// Withdraws an import.
    public record Revoked(@Ask(value = "撤回的原因", most = 500) String reason) {}
}
