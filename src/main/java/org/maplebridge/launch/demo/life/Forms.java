package org.maplebridge.launch.demo.life;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.maplebridge.launch.demo.life.Beat.Moment;
import org.maplebridge.launch.demo.life.Story.Channel;

/// The forms as people of the demo county fill them in.
final class Forms {

    private static final int PARTS = 3;
    private static final int PART_DAYS = 7;

    private Forms() {}

    static Map<String, Object> nothing(Moment moment) {
        return Map.of();
    }

    /// What somebody tells without signing in.
    static Map<String, Object> told(Moment moment) {
        var story = moment.story();
        var said = new HashMap<String, Object>();
        said.put("words", story.words());
        said.put("area", story.area());
        said.put("day", moment.today().minusDays(1).toString());
        said.put("anonymous", !story.named());
        if (story.named()) {
            said.put("name", story.sides().applicant());
            said.put("phone", story.sides().phone());
            said.put("respondent", story.sides().respondent());
            helped(story, said);
        }
        return said;
    }

    /// What an officer writes down for somebody.
    static Map<String, Object> brought(Moment moment) {
        var story = moment.story();
        var said = new HashMap<String, Object>();
        said.put("words", story.words());
        said.put("area", story.area());
        said.put("occurredAt", moment.now().minusSeconds(86_400).toString());
        said.put("source", story.channel().name());
        said.put("applicant", story.sides().applicant());
        said.put("phone", story.sides().phone());
        said.put("respondent", story.sides().respondent());
        helped(story, said);
        var sender = sender(story.channel());
        if (!sender.isEmpty()) {
            said.put("sender", sender);
            said.put("reference", "演示来件" + story.no() + "号");
        }
        return said;
    }

    private static String sender(Channel channel) {
        return switch (channel) {
            case POLICE -> "白龙桥派出所（110，演示）";
            case COURT -> "区人民法院立案庭（演示）";
            case PETITION -> "区信访局（演示）";
            case PRISON -> "某监狱人民调解委员会（演示）";
            case ONLINE, VISIT, HOTLINE, PATROL -> "";
        };
    }

    private static void helped(Story story, Map<String, Object> said) {
        story.sides().helper().ifPresent(helper -> {
            said.put("helper", helper);
            said.put("helperPhone", story.sides().helperPhone());
        });
    }

    static Map<String, Object> registered(Moment moment) {
        var story = moment.story();
        boolean danger = story.plot() == Plot.DANGER;
        var said = new HashMap<String, Object>(Map.of(
                "people",
                2 + story.no() % 4,
                "threat",
                danger,
                "injury",
                false,
                "violence",
                false,
                "harassment",
                false,
                "vulnerable",
                story.category().equals("WAGES"),
                "policeInformed",
                danger));
        if (story.money() > 0) {
            said.put("amount", Integer.toString(story.money()));
        }
        return said;
    }

    static Map<String, Object> routed(Moment moment, Story.To to) {
        return Map.of(
                "area", moment.story().area(),
                "category", moment.story().category(),
                "agency", moment.office(to),
                "reason", "演示：就近调解");
    }

    static Map<String, Object> begun(Moment moment) {
        return Map.of("willing", moment.story().no() % 3 == 0 ? "UNOPPOSED" : "BOTH", "informed", true);
    }

    static Map<String, Object> agreed(Moment moment) {
        return agreement(moment, 10, content(moment, 10));
    }

    /// The agreement of somebody who has talked to nobody.
    static Map<String, Object> copied(Moment moment) {
        return agreement(moment, 10, "双方互相谅解，今后和睦相处。");
    }

    static Map<String, Object> agreedInParts(Moment moment) {
        var said = agreement(moment, PARTS * PART_DAYS, content(moment, PARTS * PART_DAYS));
        var plan = new ArrayList<Map<String, Object>>();
        for (int i = 1; i <= PARTS; i++) {
            plan.add(Map.of(
                    "day",
                    moment.today().plusDays((long) i * PART_DAYS).toString(),
                    "amount",
                    Integer.toString(part(moment.story())),
                    "what",
                    "第" + i + "期"));
        }
        said.put("plan", plan);
        return said;
    }

    /// One of the instalments, whole yuan.
    static int part(Story story) {
        return story.money() / PARTS;
    }

    private static String content(Moment moment, int days) {
        return moment.story()
                .settle()
                .replace("{by}", moment.today().plusDays(days).toString());
    }

    private static Map<String, Object> agreement(Moment moment, int days, String content) {
        var story = moment.story();
        var said = new HashMap<String, Object>();
        said.put("form", story.no() % 4 == 0 ? "ORAL" : "WRITTEN");
        said.put("facts", story.words());
        said.put("duties", "造成的一方负主要责任。");
        said.put("content", content);
        said.put("way", "当面办清");
        said.put("performBy", moment.today().plusDays(days).toString());
        said.put("effective", moment.today().toString());
        said.put("signed", true);
        said.put("mediatorSigned", true);
        said.put("stamped", true);
        said.put("status", false);
        said.put("confirmation", story.plot() == Plot.CONFIRMED);
        return said;
    }

    static Map<String, Object> performed(Moment moment, String result, int amount) {
        var said = new HashMap<String, Object>(Map.of("day", moment.today().toString(), "result", result));
        if (amount > 0) {
            said.put("amount", Integer.toString(amount));
        }
        if (result.equals("BROKEN")) {
            said.put("note", "演示：说好的没有做");
        }
        return said;
    }

    /// @param self whether the person says it, and is not asked
    static Map<String, Object> evaluated(Moment moment, boolean self) {
        var grade = moment.story().grade();
        return self
                ? Map.of("grade", grade)
                : Map.of("grade", grade, "channel", moment.story().no() % 4 == 1 ? "DOOR" : "PHONE");
    }

    /// Nobody answers; somebody tries again the next day.
    static Map<String, Object> notReached(Moment moment) {
        return Map.of("party", 1, "channel", "PHONE", "outcome", "NO_ANSWER");
    }

    static Map<String, Object> praised() {
        return Map.of("grade", "SATISFIED", "channel", "PHONE");
    }

    static Map<String, Object> exempt(String reason) {
        return Map.of("reason", reason, "note", "演示：说没有什么好评的");
    }

    static Map<String, Object> closed(Moment moment) {
        return Map.of("summary", "演示：" + moment.story().sides().applicant() + "的事办到这里。");
    }

    static Map<String, Object> failed(String reason) {
        return Map.of("reason", reason, "note", "演示：谈了两次，没有谈成。", "informed", true);
    }

    static Map<String, Object> diverted(Moment moment) {
        return Map.of(
                "to",
                moment.story().no() % 2 == 0 ? "LITIGATION" : "DEPARTMENT",
                "reason",
                "演示：依法应由那边处理。",
                "informed",
                true,
                "toldOn",
                moment.today().toString(),
                "toldHow",
                "PHONE");
    }

    static Map<String, Object> confirmed(Moment moment) {
        return Map.of(
                "choice", "APPLIED", "joint", true, "appliedOn", moment.today().toString(), "court", "区人民法院（演示）");
    }

    /// Whether the court turns it down.
    static boolean dismissed(Story story) {
        return story.no() % 5 == 0;
    }

    static Map<String, Object> ruled(Moment moment) {
        var said = new HashMap<String, Object>(Map.of(
                "result",
                "CONFIRMED",
                "ruledOn",
                moment.today().toString(),
                "caseNo",
                "（演示）民特" + moment.story().no() + "号",
                "informed",
                true));
        if (dismissed(moment.story())) {
            said.put("result", "DISMISSED");
            said.put("reason", "演示：协议内容不明确，无法确认。");
        }
        return said;
    }

    static Map<String, Object> toldBy(Moment moment) {
        return Map.of("day", moment.today().toString(), "how", "PHONE");
    }

    static Map<String, Object> reported(Moment moment) {
        return Map.of(
                "day",
                moment.today().toString(),
                "report",
                "演示：经调解已经有了结果；不服的，三十日内可以请求复查。",
                "sign",
                "演示复" + moment.story().no() + "号");
    }

    static Map<String, Object> reopened(String ground, String words) {
        return Map.of("ground", ground, "words", words);
    }
}
