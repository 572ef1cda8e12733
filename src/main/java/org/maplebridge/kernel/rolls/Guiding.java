package org.maplebridge.kernel.rolls;

import java.time.LocalDate;
import java.util.List;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Area;
import org.springframework.stereotype.Component;

/// A law guide has guided this mediation: once for each time, by name, with what was advised.
@Component
class Guiding implements SharedVerb<Guiding.Guided> {

    static final String NAME = "guide-mediation";
    private static final String RULE = "rolls.guides";

    private final RollFinding store;
    private final GuidanceStore guidances;

    Guiding(RollFinding store, GuidanceStore guidances) {
        this.store = store;
        this.guidances = guidances;
    }

    /// How it was guided.
    enum GuidanceWay {
        PRESENT,
        PHONE,
        ONLINE,
        WRITTEN;

        String title() {
            return switch (this) {
                case PRESENT -> "到场";
                case PHONE -> "电话";
                case ONLINE -> "网上";
                case WRITTEN -> "书面";
            };
        }
    }

    record Guided(
            @Ask(value = "哪位法治指导员", why = "写名册里的姓名；同名的，后面加括号写单位", most = 100)
            String guide,

            @Ask("哪一天指导的") LocalDate day,
            @Ask("怎么指导的") GuidanceWay way,

            @Ask(value = "指导了什么", why = "不要写当事人的姓名、电话和证件号码", kind = Ask.Kind.LONG_TEXT, least = 2, most = 500)
            String words) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "记法治指导";
    }

    @Override
    public String hint() {
        return "法官、律师等指导过这次调解的，记一次";
    }

    @Override
    public Class<Guided> said() {
        return Guided.class;
    }

    @Override
    public By by() {
        return By.HANDLERS;
    }

    @Override
    public boolean aboutParties() {
        return true;
    }

    @Override
    public Verdict done(Act act, Guided said) {
        if (said.day().isAfter(act.today())) {
            return Verdict.invalid("day", "不能在今天之后。", RULE);
        }
        if (said.day()
                .isBefore(act.matter().origin().openedAt().atZone(Work.ZONE).toLocalDate())) {
            return Verdict.invalid("day", "不能早于这件登记的那一天。", RULE);
        }
        var found = called(act, said);
        if (found.isEmpty()) {
            return Verdict.invalid("guide", "那一天的名册里没有这位法治指导员，或者不在这个地方。请先在名册里登记。", RULE);
        }
        if (found.size() > 1) {
            return Verdict.invalid("guide", "有 " + found.size() + " 位同名，请在姓名后面加括号写单位。", RULE);
        }
        guidances.guided(act.id(), found.getFirst(), said.day(), said.way().name(), said.words());
        return Verdict.moved();
    }

    private List<RollEntry> called(Act act, Guided said) {
        var words = said.guide().strip().replace('(', '（').replace(')', '）');
        int bracket = words.indexOf('（');
        var name = bracket < 0 ? words : words.substring(0, bracket).strip();
        return store.named("guides", name, said.day()).stream()
                .filter(guide -> Area.covers(guide.area(), act.matter().office().area()))
                .filter(guide -> bracket < 0 || shown(guide).equals(words.replaceAll("\\s*（", "（")))
                .toList();
    }

    /// How one is told from another of that name.
    static String shown(RollEntry guide) {
        return guide.name() + "（" + guide.fact("office").replace('(', '（').replace(')', '）') + "）";
    }
}
