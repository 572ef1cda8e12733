package org.maplebridge.engines.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Laws that nobody passed.
final class MadeUpLaws {

    static final LocalDate OLD = LocalDate.of(2001, 1, 1);
    static final LocalDate NEW = LocalDate.of(2015, 7, 1);

    private MadeUpLaws() {}

    /// A law of some articles, each with a paragraph of its own.
    static List<Provision> law(String name, LocalDate from, Optional<LocalDate> until, String... articles) {
        var provisions = new ArrayList<Provision>();
        for (int i = 0; i < articles.length; i++) {
            provisions.add(new Provision(
                    name + from.getYear() + "-" + (i + 1),
                    name,
                    List.of(),
                    i + 1,
                    0,
                    "第" + "一二三四五六七八九".charAt(i) + "条",
                    List.of("第一章 总则"),
                    "社会法",
                    "",
                    from,
                    until,
                    articles[i]));
        }
        return provisions;
    }

    static List<Provision> wages() {
        return law(
                "枫桥测试工钱法",
                NEW,
                Optional.empty(),
                "用人单位应当按月足额支付劳动报酬，不得克扣或者无故拖欠。",
                "拖欠劳动报酬的，劳动者可以向劳动行政部门投诉；逾期不支付的，加付赔偿金。",
                "本法自二〇一五年七月一日起施行。");
    }

    static List<Provision> dogs() {
        return law("枫桥测试养犬条例", NEW, Optional.empty(), "饲养的动物造成他人损害的，饲养人应当承担侵权责任。", "携犬外出应当束犬链，由成年人牵领。\n在电梯内应当为犬只佩戴嘴套。");
    }
}
