package org.maplebridge.kernel.matters;

import java.time.LocalDate;
import java.util.Optional;
import org.maplebridge.kernel.people.Identifier;

/// What can be said of a matter's parties: numbers, ways to reach them, who speaks for them, what they agree to, and
/// what was written down wrong. Each is an entry of its own; the earlier ones stay as they were.
final class PartySaid {

    private PartySaid() {}

    /// What sort of number or address.
    enum NumberKind implements Titled {
        ID_NUMBER(Identifier.Kind.ID_NUMBER),
        CREDIT_CODE(Identifier.Kind.CREDIT_CODE),
        PHONE(Identifier.Kind.PHONE),
        ADDRESS(Identifier.Kind.ADDRESS),
        EMAIL(Identifier.Kind.EMAIL);

        private final Identifier.Kind kind;

        NumberKind(Identifier.Kind kind) {
            this.kind = kind;
        }

        Identifier.Kind kind() {
            return kind;
        }

        @Override
        public String title() {
            return kind.title();
        }
    }

    /// How it was checked.
    enum Checked implements Titled {
        DOCUMENT("看过证件或证照原件"),
        CALLED("按这个号码联系上了本人"),
        VISITED("上门核实过"),
        NOT_YET("还没有核对");

        private final String title;

        Checked(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /// Whose relation it is to the party.
    enum Relation implements Titled {
        GUARDIAN("监护人"),
        AGENT("代理人"),
        SPOUSE("配偶"),
        EMPLOYER("用人单位");

        private final String title;

        Relation(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /// How far an agent may go.
    enum Power implements Titled {
        GENERAL("一般代理：只能了解和转达"),
        SPECIAL("特别授权：可以代为承认、放弃、和解、撤回");

        private final String title;

        Power(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /// How far an agent may go from now on.
    enum NewPower implements Titled {
        GENERAL("改为一般代理：只能了解和转达"),
        SPECIAL("改为特别授权：可以代为承认、放弃、和解、撤回"),
        ENDED("解除代理：不再代理，也不能再查");

        private final String title;

        NewPower(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /// Gives or takes back.
    enum Given implements Titled {
        GIVEN("同意"),
        WITHDRAWN("撤回同意");

        private final String title;

        Given(String title) {
            this.title = title;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /// A number or a way to reach a party.
    public record Identified(
            @Ask(value = "第几位当事人", why = "照页面上“当事人”的次序", from = 1, to = 99)
            int party,

            @Ask("登记什么") NumberKind kind,

            @Ask(value = "号码或地址", kind = Ask.Kind.IDENTIFIER, most = 200)
            String value,

            @Ask("怎么核对的") Checked checked) {}

    /// Somebody who speaks for a party or belongs to them.
    public record Related(
            @Ask(value = "第几位当事人", why = "被监护、被代理的是哪一位", from = 1, to = 99)
            int party,

            @Ask("与这位当事人是什么关系") Relation relation,
            @Ask(value = "姓名", kind = Ask.Kind.PERSON) String name,

            @Ask(value = "电话", why = "凭它的后四位和查询码可以查进度", kind = Ask.Kind.PHONE)
            Optional<String> phone,

            @Ask(value = "代理权限", when = "relation", is = "AGENT")
            Optional<Power> power,

            @Ask("从哪一天起") LocalDate from,
            @Ask(value = "到哪一天止", why = "不填就没有期限") Optional<LocalDate> until,

            @Ask(value = "凭什么", example = "户口簿；授权委托书 2026 年 11 月 1 日", most = 200)
            String basis) {}

    /// An agent may go further, or less far, or is no agent any more.
    public record PowerChanged(
            @Ask(value = "代理人是第几位", why = "照页面上“当事人”的次序", from = 1, to = 99)
            int party,

            @Ask("变更成什么") NewPower power,

            @Ask(value = "代理的是第几位当事人", why = "同时代理几位的才填", from = 1, to = 99)
            Optional<Integer> represented,

            @Ask(
                    value = "凭什么",
                    why = "变更、解除代理要当事人书面告知；从登记时起算，以前已经办的仍然有效",
                    example = "解除委托告知书 2026 年 11 月 20 日",
                    most = 200)
            String basis) {}

    /// A party agrees to something, or takes that back.
    public record Consented(
            @Ask(value = "第几位当事人", why = "同意由监护人给的，写被监护人是第几位", from = 1, to = 99)
            int party,

            @Ask("同意还是撤回") Given given,

            @Ask(value = "对哪一件事", why = "一次只问一件，不要打包", example = "把联系方式告诉对方当事人", most = 100)
            String what,

            @Ask(value = "由第几位代给", why = "监护人代给时填监护人是第几位", from = 1, to = 99)
            Optional<Integer> by,

            @Ask(value = "怎么表示的", example = "书面签字；电话录音", most = 100)
            String how) {}

    /// The other side is given the number on the receipt as well.
    public record CodeGiven(
            @Ask(value = "第几位当事人", why = "对方当事人是第几位；要先登记他的电话", from = 1, to = 99)
            int party) {}

    /// What was written down wrong.
    public record Corrected(
            @Ask(value = "第几位当事人", from = 1, to = 99) int party,

            @Ask(value = "正确的姓名", why = "没有写错就不填", kind = Ask.Kind.PERSON)
            Optional<String> name,

            @Ask(value = "正确的电话", why = "没有写错就不填", kind = Ask.Kind.PHONE)
            Optional<String> phone,

            @Ask(value = "怎么知道写错了", most = 200) String reason) {}
}
