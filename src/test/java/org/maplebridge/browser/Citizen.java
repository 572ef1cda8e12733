package org.maplebridge.browser;

import java.time.LocalDate;

/// Answers the questions of a report, one page after the other.
final class Citizen {

    static final String DIGITS = "1234";

    private Citizen() {}

    /// As far as the question who it is that speaks.
    static Window begins(Window phone, String words, LocalDate day) {
        phone.go("/").shows("枫桥").follow("说一件事");
        phone.shows("发生了什么事？").write("发生了什么事？", words).press("下一问");
        phone.shows("在哪个村、社区？")
                .choosePlace("在哪个村、社区？", Towns.TOWN, Towns.VILLAGE)
                .press("下一问");
        phone.shows("具体在什么地方？").press("跳过这一问");
        phone.shows("哪一天发生的？").write("哪一天发生的？", day.toString()).press("下一问");
        phone.shows("对方是谁？").write("对方是谁？", "吴强").press("下一问");
        return phone;
    }

    /// As far as the page that shows every answer once more.
    static Window tells(Window phone, String words, LocalDate day) {
        begins(phone, words, day);
        phone.shows("要匿名吗？").choose("要匿名吗？", "否").press("下一问");
        phone.shows("您怎么称呼？").write("您怎么称呼？", "周梅").press("下一问");
        phone.shows("您的电话？").write("您的电话？", "1380000" + DIGITS).press("下一问");
        return phone.shows("都对吗？").sees(words);
    }
}
