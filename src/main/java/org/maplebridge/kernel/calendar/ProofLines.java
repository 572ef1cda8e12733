package org.maplebridge.kernel.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maplebridge.kernel.calendar.Proof.DayLine;
import org.maplebridge.kernel.calendar.Proof.Line;
import org.maplebridge.kernel.calendar.Proof.Mark;

/// The reasoning of a proof, line by line, each with its article.
final class ProofLines {

    private static final String INTERPRETATION = "最高人民法院关于适用刑事诉讼法的解释第二百零二条";

    private final DayTable table;
    private final Reckoning found;
    private final List<DayLine> days;

    ProofLines(DayTable table, Reckoning found, List<DayLine> days) {
        this.table = table;
        this.found = found;
        this.days = days;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(start());
        lines.add(length());
        found.suspensions().stream().filter(found::touches).forEach(pause -> lines.add(suspension(pause)));
        lines.add(expiry());
        if (found.term().unit() != Unit.WORKING_DAYS && found.term().unit() != Unit.HOURS) {
            lines.add(postponement());
        }
        if (!found.settled()) {
            lines.add(awaiting());
        }
        lines.add(end());
        return lines;
    }

    private Line start() {
        String day = Words.dayAndWeekday(found.trigger());
        return switch (found.term().unit()) {
            case HOURS -> new Line("起算", "自" + Words.moment(found.from()) + "起连续计算", "民法典第二百零一条第二款");
            case CRIMINAL_DAYS, CRIMINAL_MONTHS, CRIMINAL_YEARS ->
                new Line("起算", day + "起算，当日计入", INTERPRETATION + "第二款");
            case PROCEDURE_MONTHS -> new Line("起算", day + "开始，当日不计", "刑事诉讼法第一百零五条第二款");
            case DAYS, WORKING_DAYS, MONTHS, YEARS ->
                new Line(
                        "起算",
                        "%s开始，当日不计，自%s起计算".formatted(day, Words.day(found.first())),
                        "民法典第二百零一条第一款、民事诉讼法第八十五条第二款");
        };
    }

    private Line length() {
        String label = found.term().label();
        return switch (found.term().unit()) {
            case HOURS -> new Line("期间", label + "，不因节假日顺延", "民法典第二百零一条第二款");
            case DAYS -> new Line("期间", label + "，按日历日计算", "民法典第二百条");
            case WORKING_DAYS -> new Line("期间", label + "，周末和节假日不计，调休上班日计入" + rested(), "全国年节及纪念日放假办法第二条、第六条、第七条");
            case MONTHS, YEARS -> new Line("期间", label + "，到期月的对应日为最后一日，没有对应日的为月末日", "民法典第二百零二条");
            case PROCEDURE_MONTHS -> new Line("期间", label + "，至末月同日；自月末日起的至末月最后一日", INTERPRETATION + "第一款");
            case CRIMINAL_DAYS -> new Line("期间", label + "，首日计入", INTERPRETATION + "第二款");
            case CRIMINAL_MONTHS, CRIMINAL_YEARS -> new Line("期间", label + "，至对应日的前一日", INTERPRETATION + "第二款");
        };
    }

    private String rested() {
        long rested = days.stream().filter(line -> line.mark() == Mark.RESTED).count();
        return rested == 0 ? "" : "；其间跳过 " + rested + " 个休息日";
    }

    private Line suspension(Suspension pause) {
        if (found.term().unit() == Unit.HOURS) {
            return new Line(
                    "中止",
                    "%s至%s不计（%s）".formatted(Words.moment(pause.from()), Words.moment(pause.until()), pause.reason()),
                    "");
        }
        return new Line(
                "中止",
                "%s中止，%s恢复：中止当日计入，次日起至恢复当日不计（%s）"
                        .formatted(Words.day(pause.fromDay()), Words.day(pause.untilDay()), pause.reason()),
                "参照民法典第二百零一条第一款（本系统的理解）");
    }

    private Line expiry() {
        if (found.term().unit() == Unit.HOURS) {
            return new Line(
                    "届满", Words.moment(found.end()) + "满 " + found.term().label(), "");
        }
        Day last = table.day(found.nominal());
        String what = last.name().isEmpty() ? "" : "，" + last.reason();
        return new Line(
                "届满", "满 %s之日为%s%s".formatted(found.term().label(), Words.dayAndWeekday(found.nominal()), what), "");
    }

    private Line postponement() {
        return switch (found.term().lastDay()) {
            case FIXED_IN_CUSTODY -> new Line("顺延", "在押期间至期满之日为止，不因节假日延长", "刑事诉讼法第一百零五条第四款");
            case FIXED -> new Line("顺延", "末日不因节假日顺延", found.term().unit().criminal() ? INTERPRETATION + "第二款" : "");
            case ROLLS -> new Line("顺延", rolled(), "民法典第二百零三条第一款、民事诉讼法第八十五条第三款");
        };
    }

    private String rolled() {
        if (found.last().equals(found.nominal())) {
            return found.settled() ? "届满之日不是休息日，不顺延" : "届满之日是否休息待定，暂不顺延";
        }
        String skipped = days.stream()
                .filter(line -> line.mark() == Mark.NOMINAL_LAST
                        || line.mark() == Mark.POSTPONED
                        || (line.mark() == Mark.SUSPENDED && line.day().date().isAfter(found.nominal())))
                .map(ProofLines::skipped)
                .collect(Collectors.joining("、"));
        return skipped + "，顺延至" + Words.dayAndWeekday(found.last());
    }

    private static String skipped(DayLine line) {
        LocalDate date = line.day().date();
        String reason = line.mark() == Mark.SUSPENDED ? "中止" : line.reason();
        String paper = line.paper().isEmpty() ? "" : "，" + line.paper();
        return "%d月%d日（%s%s）".formatted(date.getMonthValue(), date.getDayOfMonth(), reason, paper);
    }

    private Line awaiting() {
        return new Line(
                "待定",
                "%d年的节假日安排尚未录入。本日期只是下限：安排未录入的日子一律按工作日计、末日不顺延；录入通知后定稿，只会相同或更晚".formatted(found.missingYear()),
                "全国年节及纪念日放假办法第七条");
    }

    private Line end() {
        if (found.term().unit() == Unit.HOURS) {
            return new Line("截止", Words.moment(found.end()), "");
        }
        return new Line("截止", Words.day(found.last()) + " 24:00；有业务时间的，停止业务活动时为止", "民法典第二百零三条第二款");
    }
}
