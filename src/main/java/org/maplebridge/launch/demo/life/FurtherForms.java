package org.maplebridge.launch.demo.life;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.maplebridge.launch.demo.life.Beat.Moment;
import org.maplebridge.launch.demo.life.Story.To;

/// The forms of what is done seldom: others are invited, somebody goes there, a judge is asked, a limit is put off.
final class FurtherForms {

    /// Who guides mediators, and where mediators sit beside their office, as the registers have it.
    static final String GUIDE = "演示法官老程";

    static final String STATIONING = "演示园区入驻点";

    private static final Duration TO_BEGIN = Duration.ofHours(1);
    private static final Duration LENGTH = Duration.ofHours(1);

    private FurtherForms() {}

    static Map<String, Object> reason(String words) {
        return Map.of("reason", words);
    }

    static Map<String, Object> invited(Moment moment) {
        return Map.of("force", "HOUSING", "agency", moment.office(To.DEPARTMENT), "what", "演示：请到场看一看，讲一讲规定怎么说。");
    }

    static Map<String, Object> arranged(Moment moment) {
        var starts = moment.now().plus(TO_BEGIN);
        return Map.of(
                "kind",
                "VISIT",
                "starts",
                starts.toString(),
                "ends",
                starts.plus(LENGTH).toString(),
                "place",
                "演示：当事人家门口",
                "open",
                false,
                "topic",
                "演示：到现场看一看",
                "guests",
                List.of());
    }

    static Map<String, Object> held(Moment moment) {
        return Map.of("session", 1, "minutes", "演示：看了现场，双方都在，各说各的，答应再想一想。", "signed", "双方（演示）");
    }

    static Map<String, Object> guided(Moment moment) {
        return Map.of("guide", GUIDE, "day", moment.today().toString(), "way", "PHONE", "words", "演示：协议里的期限要写到哪一天。");
    }

    static Map<String, Object> stationed() {
        return Map.of("stationing", STATIONING);
    }

    static Map<String, Object> extended() {
        return Map.of("reason", "演示：还差一次当面谈。", "agreed", true);
    }

    static Map<String, Object> mediatedAfter() {
        return Map.of("willing", "BOTH", "words", "演示：按法院说的，把内容写明确。");
    }

    static Map<String, Object> reported(Moment moment) {
        return Map.of(
                "at",
                moment.now().minusSeconds(120).toString(),
                "office",
                "白龙桥派出所（演示）",
                "sign",
                "演示警" + moment.story().no());
    }
}
