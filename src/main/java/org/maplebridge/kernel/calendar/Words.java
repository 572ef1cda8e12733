package org.maplebridge.kernel.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and moments in Chinese.
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MOMENT_WITH_SECONDS =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm:ss", Locale.ROOT);

    private Words() {}

    /// `2026年10月8日`
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `2026年10月8日（周四）`
    static String dayAndWeekday(LocalDate day) {
        return day(day) + "（周" + "一二三四五六日".charAt(day.getDayOfWeek().getValue() - 1) + "）";
    }

    /// `2026年10月8日 09:00`, with seconds where there are any
    static String moment(Instant moment) {
        boolean wholeMinute = moment.getEpochSecond() % 60 == 0;
        return (wholeMinute ? MOMENT : MOMENT_WITH_SECONDS).format(moment.atZone(LegalCalendar.ZONE));
    }
}
