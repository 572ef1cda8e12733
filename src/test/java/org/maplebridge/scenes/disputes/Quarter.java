package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;

/// What people do with disputes day by day: most of them their work, one of them as little as will do.
final class Quarter {

    /// What becomes of a dispute.
    enum Fate {
        /// Agreed on, performed, judged and closed in its time.
        HELPED,
        /// Routed and then forgotten.
        LEFT,
        /// Agreed on, and then not kept.
        BROKEN,
        /// Given to somebody, who is away for weeks.
        GIVEN,
        /// Suspended and then forgotten.
        STOPPED,
        /// Led to another way, and told so.
        SENT_ON,
        /// Reported twice by the same person, and merged.
        JOINED,
        /// One dispute written down as several.
        SPLIT,
        /// Agreed on and closed within the hour.
        HASTY,
        /// The same agreement again and again.
        SAME_WORDS,
        /// Withdrawn by whoever should mediate.
        FOR_THEM,
        /// Failed, and nobody is asked what they think.
        UNASKED,
        /// Led to another way, and whoever reported it never hears of it.
        DIVERTED_UNTOLD,
        /// Merged into a dispute of other people.
        MERGED_STRANGER;

        boolean honest() {
            return switch (this) {
                case HELPED, LEFT, BROKEN, GIVEN, STOPPED, SENT_ON, JOINED -> true;
                case SPLIT, HASTY, SAME_WORDS, FOR_THEM, UNASKED, DIVERTED_UNTOLD, MERGED_STRANGER -> false;
            };
        }
    }

    /// One dispute.
    ///
    /// @param day on which it was reported, from 0
    /// @param into the one it is merged into, if that is what becomes of it
    record Case(UUID id, int no, Fate fate, int day, Optional<UUID> into) {}

    private static final String FAMILY = "周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张";
    private static final String GIVEN = "一二三四五六七八九十";

    private final Matters matters;
    private final County county;
    private final UUID awayDesk;
    private final Random random;
    private final List<Case> cases = new ArrayList<>();

    Quarter(Matters matters, County county, UUID awayDesk, Random random) {
        this.matters = matters;
        this.county = county;
        this.awayDesk = awayDesk;
        this.random = random;
    }

    List<Case> cases() {
        return List.copyOf(cases);
    }

    /// What comes in on a day: every other day one, in the two bad weeks four each day.
    void reported(int day) {
        int many = day / 7 == 4 || day / 7 == 9 ? 4 : day % 2;
        for (int one = 0; one < many; one++) {
            var fates = Fate.values();
            opened(fates[random.nextInt(fates.length)], day);
        }
    }

    private void opened(Fate fate, int day) {
        int no = cases.size();
        var into = switch (fate) {
            case JOINED -> Optional.of(brought(fate, no, name(no, '甲')));
            case MERGED_STRANGER -> Optional.of(brought(fate, no, name(no, '丙')));
            default -> Optional.<UUID>empty();
        };
        cases.add(new Case(brought(fate, no, name(no, '甲')), no, fate, day, into));
    }

    private UUID brought(Fate fate, int no, String applicant) {
        boolean twice = fate == Fate.SPLIT;
        boolean stranger = applicant.charAt(1) == '丙';
        var said = new HashMap<String, Object>(DisputeForms.brought(
                "沿街摆摊占道，两家为此争吵，第 " + no + " 件。",
                twice ? "郑拆一" : applicant,
                "139%08d".formatted(twice ? 1 : stranger ? 5000 + no : 1000 + no)));
        said.put("respondent", twice ? "王拆二" : name(no, stranger ? '丁' : '乙'));
        var outcome = matters.open("disputes", request("zhentiao", said));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).matter().id();
    }

    private static String name(int no, char side) {
        return "" + FAMILY.charAt(no % FAMILY.length()) + side + GIVEN.charAt(no / FAMILY.length() % GIVEN.length());
    }

    /// Everybody's work of a day.
    void worked(int day, LocalDate today) {
        for (Case one : cases) {
            int age = day - one.day();
            switch (one.fate()) {
                case HELPED, SPLIT, SAME_WORDS, BROKEN -> atLeisure(one, age, today);
                case HASTY -> atOnce(one, age, today);
                case FOR_THEM, UNASKED -> outOfTheWay(one, age);
                case LEFT -> routed(one, age);
                case STOPPED -> stopped(one, age);
                case SENT_ON, DIVERTED_UNTOLD -> sentOn(one, age, today);
                case JOINED, MERGED_STRANGER -> merged(one, age);
                case GIVEN -> given(one, age);
            }
        }
    }

    private void routed(Case one, int age) {
        if (age == 0) {
            moved("zhentiao", one, "register", DisputeForms.calm());
            moved(
                    "zhentiao",
                    one,
                    "route",
                    Map.of(
                            "area",
                            County.TOWN,
                            "category",
                            "NEIGHBOUR",
                            "agency",
                            county.office("town").id().toString(),
                            "reason",
                            "就近"));
        }
    }

    private void given(Case one, int age) {
        routed(one, age);
        if (age == 1) {
            tried("zhenban", one, "assign", Map.of("post", awayDesk.toString(), "reason", "按分工"));
        }
    }

    private void stopped(Case one, int age) {
        begun(one, age, 1);
        if (age == 3) {
            moved("zhentiao", one, "suspend", Map.of("reason", "等鉴定"));
        }
    }

    private void sentOn(Case one, int age, LocalDate today) {
        routed(one, age);
        if (age == 2) {
            var said = new HashMap<String, Object>(Map.of("to", "DEPARTMENT", "reason", "由主管部门处理", "informed", true));
            if (one.fate() == Fate.SENT_ON) {
                said.put("toldOn", today.toString());
                said.put("toldHow", "PHONE");
            }
            moved("zhentiao", one, "divert", said);
        }
    }

    /// Whoever hides a report among other people's has to say why, and does.
    private void merged(Case one, int age) {
        routed(one, age);
        if (age == 2) {
            var into = one.into().orElseThrow().toString();
            var said = new HashMap<String, Object>(Map.of("matter", into, "reason", "同一件事"));
            if (one.fate() == Fate.MERGED_STRANGER) {
                assertThat(tried("zhentiao", one, "merge", said)).isInstanceOf(Outcome.Refusal.class);
                said.put("strangers", "都是占道，一起办");
            }
            moved("zhentiao", one, "merge", said);
        }
    }

    private void begun(Case one, int age, int when) {
        routed(one, age);
        if (age == when) {
            moved("zhentiao", one, "accept", Map.of());
            moved("zhentiao", one, "begin", Map.of("willing", "BOTH", "informed", true));
        }
    }

    private void atLeisure(Case one, int age, LocalDate today) {
        begun(one, age, 1);
        switch (age) {
            case 4 -> moved("zhentiao", one, "agree", agreement(one, today));
            case 5 -> moved("zhentiao", one, "perform", Map.of());
            case 9 -> moved("zhentiao", one, "performed", performed(one, today));
            case 10 -> moved("zhenban", one, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE"));
            case 11 -> closed("zhentiao", one);
            default -> {}
        }
    }

    private static Map<String, Object> performed(Case one, LocalDate today) {
        return one.fate() == Fate.BROKEN
                ? Map.of("day", today.toString(), "result", "BROKEN", "note", "说好的没有做")
                : Map.of("day", today.toString(), "result", "FULL");
    }

    private static Map<String, Object> agreement(Case one, LocalDate today) {
        var content = one.fate() == Fate.SAME_WORDS ? "双方互相谅解，今后和睦相处。" : "摊位往里收一米，第 " + one.no() + " 件就此了结。";
        return DisputeForms.agreement(today, "摆摊占道。", content);
    }

    private void atOnce(Case one, int age, LocalDate today) {
        begun(one, age, 0);
        if (age == 0) {
            moved("zhentiao", one, "agree", agreement(one, today));
            moved("zhentiao", one, "perform", Map.of());
            moved("zhentiao", one, "performed", performed(one, today));
            moved("zhenban", one, "evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE"));
            closed("zhentiao", one);
        }
    }

    private void outOfTheWay(Case one, int age) {
        begun(one, age, 1);
        if (age == 2) {
            if (one.fate() == Fate.FOR_THEM) {
                moved("zhentiao", one, "withdraw", Map.of("reason", "说是不用管了"));
                moved("zhenban", one, "exempt", Map.of("reason", "DECLINED", "note", "说没有什么好评的"));
            } else {
                moved("zhentiao", one, "fail", Map.of("reason", "NO_CONSENSUS", "note", "差得太远", "informed", true));
                moved("zhentiao", one, "exempt", Map.of("reason", "DECLINED", "note", "说没有什么好评的"));
            }
            closed("zhentiao", one);
        }
    }

    private void closed(String who, Case one) {
        moved(who, one, "close", Map.of("summary", "双方和好。"));
    }

    private void moved(String who, Case one, String verb, Map<String, ?> said) {
        var outcome = tried(who, one, verb, said);
        assertThat(outcome).as(one + " " + verb + " " + outcome).isInstanceOf(Outcome.Done.class);
    }

    private Outcome tried(String who, Case one, String verb, Map<String, ?> said) {
        return matters.move(one.id(), verb, request(who, said));
    }

    private Request request(String who, Map<String, ?> said) {
        var key = UUID.randomUUID().toString();
        return new Request(
                county.actor(who),
                Canonical.MAPPER.valueToTree(said),
                new Work.Key("quarter/" + key, key),
                OptionalInt.empty(),
                Optional.empty());
    }
}
