package org.maplebridge.kernel.calendar;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which days a law means when it writes "日". The law decides it, not a switch of the house: a parameter that names
/// its law is checked against this table.
///
/// A law that has no such article, or other amounts than those listed, counts calendar days.
///
/// @param law         short title
/// @param article     where it says so; empty when it says nothing
/// @param text        the rule, in Chinese
/// @param workingDays the amounts that are working days
/// @param reading     true when this is our reading and not the words of the law: it must stay adjustable
public record DayCountRule(String law, String article, String text, Set<Integer> workingDays, boolean reading) {

    private static final String SILENT = "没有工作日条款，日按日历日计";

    /// The laws checked against their text. Grounds and dates of the texts: docs of this module.
    public static final List<DayCountRule> ALL = List.of(
            says("行政强制法", "第六十九条", "十日以内期限的规定是指工作日，不含法定节假日（含十日）", Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
            says("行政处罚法", "第八十五条", "“二日”“三日”“五日”“七日”的规定是指工作日，不含法定节假日", Set.of(2, 3, 5, 7)),
            says("行政复议法", "第八十八条第二款", "“三日”“五日”“七日”“十日”的规定是指工作日，不含法定休假日", Set.of(3, 5, 7, 10)),
            says("行政复议法实施条例", "第三十八条、第四十条", "条文写明 5 个工作日；60 日按日历日", Set.of(5)),
            says("政务数据共享条例", "第十七条、第二十一条、第二十二条、第二十六条", "条文写明 1、2、5、10、20 个工作日", Set.of(1, 2, 5, 10, 20)),
            says("仲裁法", "第八十二条", "组庭后 3 个工作日内备案；其余按日历日", Set.of(3)),
            says("公证法", "第三十条", "受理之日起 15 个工作日；不可抗力、补充材料、核实所需时间不计", Set.of(15)),
            says("重大行政决策程序暂行条例", "第二十六条", "合法性审查一般不少于 7 个工作日", Set.of(7)),
            says("信访工作条例", "第二十三条", "对转送、交办有异议的，5 个工作日内提出；15 日、60 日按日历日", Set.of(5)),
            says("人民法院在线调解规则", "第十条、第十二条", "2 个、3 个工作日；7 日、15 日、30 日按日历日", Set.of(2, 3)),
            new DayCountRule("行政诉讼法解释", "第一百六十条", "七日；同一期限在行政强制法第五十七条为工作日，按工作日计（本系统的理解，可调）", Set.of(7), true),
            silent("治安管理处罚法"),
            silent("社区矫正法"),
            silent("法律援助法"),
            silent("戒毒条例"),
            silent("检察公益诉讼解释"),
            silent("民法典"),
            silent("民事诉讼法"),
            new DayCountRule("行政执法监督条例", "", "没有任何天数，期限均为本系统默认", Set.of(), true),
            new DayCountRule("法治宣传教育法", "", "没有任何天数，期限均为本系统默认", Set.of(), true));

    public DayCountRule {
        workingDays = Set.copyOf(workingDays);
    }

    /// The rule of a law, by its short title; empty when the law is not in the table.
    public static Optional<DayCountRule> of(String law) {
        return ALL.stream().filter(rule -> rule.law().equals(law)).findFirst();
    }

    /// The unit a number of "日" in this law has: [Unit#WORKING_DAYS] or [Unit#DAYS].
    public Unit unitFor(int amount) {
        return workingDays.contains(amount) ? Unit.WORKING_DAYS : Unit.DAYS;
    }

    /// The unit a number of "日" in a law has.
    ///
    /// @throws IllegalArgumentException when the law is not in the table: nothing is guessed
    public static Unit unitFor(String law, int amount) {
        return of(law).orElseThrow(() -> new IllegalArgumentException("「%s」未登记日数规则，不能判断是否按工作日计".formatted(law)))
                .unitFor(amount);
    }

    private static DayCountRule says(String law, String article, String text, Set<Integer> workingDays) {
        return new DayCountRule(law, article, text, workingDays, false);
    }

    private static DayCountRule silent(String law) {
        return new DayCountRule(law, "", SILENT, Set.of(), false);
    }
}
