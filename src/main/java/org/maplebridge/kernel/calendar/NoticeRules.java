package org.maplebridge.kernel.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.maplebridge.kernel.calendar.NoticeVerdict.Problem;

/// Whether a notice somebody typed in can be what the State Council ordered. Values in, problems out.
final class NoticeRules {

    /// 全国年节及纪念日放假办法第二条. The names as every notice since 2008 contains them.
    private static final List<String> HOLIDAYS = List.of("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆");

    private static final int FIRST_YEAR = 2008; // the seven holidays exist since then
    private static final int LAST_YEAR = 2200;
    private static final int DAYS_SINCE_2025 = 13;
    private static final int DAYS_BEFORE = 11;

    private NoticeRules() {}

    static List<Problem> problems(Notice notice, List<Day> days) {
        List<Problem> problems = new ArrayList<>(paper(notice));
        if (notice.year() < FIRST_YEAR || notice.year() > LAST_YEAR) {
            problems.add(new Problem("year", "calendar.year", "年份应在 %d 至 %d 之间".formatted(FIRST_YEAR, LAST_YEAR)));
            return problems;
        }
        Set<LocalDate> seen = new HashSet<>();
        for (Day day : days) {
            problems.addAll(oneDay(notice.year(), day));
            if (!seen.add(day.date())) {
                problems.add(problem(day, "calendar.day-twice", "同一天填了两次"));
            }
        }
        problems.addAll(wholeYear(notice.year(), days));
        return problems;
    }

    private static List<Problem> paper(Notice notice) {
        List<Problem> problems = new ArrayList<>();
        if (notice.title().isBlank()) {
            problems.add(new Problem("title", "calendar.title", "须填通知标题"));
        }
        if (notice.number().isBlank()) {
            problems.add(new Problem("number", "calendar.number", "须填发文字号，如“国办发明电〔2025〕7号”：每个期限都要能说出依据"));
        }
        if (!notice.issued().isEmpty() && !isDate(notice.issued())) {
            problems.add(new Problem("issued", "calendar.issued", "成文日期应写作 2025-11-04，未核实则留空"));
        }
        return problems;
    }

    private static List<Problem> oneDay(int year, Day day) {
        List<Problem> problems = new ArrayList<>();
        LocalDate date = day.date();
        boolean near = date.getYear() == year
                || (date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER)
                || (date.getYear() == year + 1 && date.getMonth() == Month.JANUARY);
        if (!near) {
            problems.add(problem(day, "calendar.day-outside-year", "不在 %d 年，也不在其前一个十二月或后一个一月".formatted(year)));
        }
        if (day.name().isBlank()) {
            problems.add(problem(day, "calendar.day-name", "须填节日名称"));
        }
        switch (day.kind()) {
            case HOLIDAY -> {} // any day of the week may be off
            case MAKE_UP_WORKDAY -> {
                if (!Day.weekend(date)) {
                    problems.add(problem(day, "calendar.work-on-weekday", "调休上班日应是周六或周日；平日本来就上班，不必填"));
                }
            }
            case WORKING, REST_WEEKEND, UNKNOWN -> problems.add(problem(day, "calendar.day-kind", "只能是放假或调休上班"));
        }
        return problems;
    }

    private static List<Problem> wholeYear(int year, List<Day> days) {
        List<Problem> problems = new ArrayList<>();
        List<Day> off =
                days.stream().filter(day -> day.kind() == DayKind.HOLIDAY).toList();
        for (String holiday : HOLIDAYS) {
            if (off.stream().noneMatch(day -> day.name().contains(holiday))) {
                problems.add(new Problem(
                        "days", "calendar.holiday-missing", "缺「%s」的放假日（全国年节及纪念日放假办法第二条）".formatted(holiday)));
            }
        }
        Predicate<LocalDate> isOff =
                date -> off.stream().anyMatch(day -> day.date().equals(date));
        fixedDays(year).filter(isOff.negate()).forEach(date -> {
            String message = "%s依法放假，却没有列为放假日（全国年节及纪念日放假办法第二条）".formatted(Words.day(date));
            problems.add(new Problem("days[" + date + "]", "calendar.statutory-day", message));
        });
        int least = year >= 2025 ? DAYS_SINCE_2025 : DAYS_BEFORE;
        if (off.size() < least) {
            problems.add(new Problem(
                    "days",
                    "calendar.too-few-days",
                    "放假日共 %d 天，少于法定的 %d 天（全国年节及纪念日放假办法第二条）".formatted(off.size(), least)));
        }
        return problems;
    }

    /// The days off that do not depend on the moon or the sun.
    private static Stream<LocalDate> fixedDays(int year) {
        Stream<LocalDate> always = Stream.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 10, 1),
                LocalDate.of(year, 10, 2),
                LocalDate.of(year, 10, 3));
        return year >= 2025 ? Stream.concat(always, Stream.of(LocalDate.of(year, 5, 2))) : always;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private static Problem problem(Day day, String rule, String message) {
        return new Problem("days[" + day.date() + "]", rule, day.date() + "：" + message);
    }
}
