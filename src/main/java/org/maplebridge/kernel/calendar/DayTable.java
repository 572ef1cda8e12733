package org.maplebridge.kernel.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Looks a day up. Immutable: what the notices say, ordinary weeks between them, and UNKNOWN where nobody may guess.
final class DayTable {

    /// The notice of a year may reach back this far into the year before (2007 and 2018: to 29 December).
    private static final int REACH_BACK_FROM = 25;

    private record Row(Day day, int source) {}

    private final TreeMap<Integer, Arrangement> years = new TreeMap<>();
    private final Map<LocalDate, Row> rows = new HashMap<>();
    private final String version;

    /// @param arrangements in order of entry; a later one of the same year replaces the days of the earlier
    DayTable(List<Arrangement> arrangements) {
        for (Arrangement arrangement : arrangements) {
            years.merge(arrangement.year(), arrangement, DayTable::replaced);
        }
        // ascending, so that the later year has the last word about days at the turn of the year
        years.values().forEach(a -> a.days().forEach(day -> rows.put(day.date(), new Row(day, a.year()))));
        int editions = 1 + arrangements.size() - years.size();
        version = "%s.%d-%s".formatted(years.isEmpty() ? "0" : years.lastKey().toString(), editions, digest(years));
    }

    Day day(LocalDate date) {
        Row row = rows.get(date);
        if (row != null) {
            return row.day();
        }
        return missingYear(date) == 0 ? Day.ordinary(date) : Day.unknown(date);
    }

    /// The year whose notice is missing for this day; 0 when the day is known.
    int missingYear(LocalDate date) {
        if (rows.containsKey(date)) {
            return 0;
        }
        if (!years.containsKey(date.getYear())) {
            return date.getYear();
        }
        boolean turnOfTheYear = date.getMonth() == Month.DECEMBER && date.getDayOfMonth() >= REACH_BACK_FROM;
        int next = date.getYear() + 1;
        return turnOfTheYear && !years.containsKey(next) && mayReachBack(next) ? next : 0;
    }

    /// Whether the notice of a year may order days of the December before.
    ///
    /// 1 January is one day off (全国年节及纪念日放假办法第二条). On a Friday or Saturday it joins the weekend after
    /// it (or the Monday given for it); on a Wednesday it has always stood alone. On other days a bridge may take
    /// December days: it did in 2007 (Mon), 2008 and 2019 (Tue), 2012 and 2023 (Sun). Our reading of 2007–2026.
    static boolean mayReachBack(int year) {
        return switch (LocalDate.of(year, 1, 1).getDayOfWeek()) {
            case WEDNESDAY, FRIDAY, SATURDAY -> false;
            case MONDAY, TUESDAY, THURSDAY, SUNDAY -> true;
        };
    }

    /// The year whose notice decides about a day.
    int sourceYear(LocalDate date) {
        Row row = rows.get(date);
        return row == null ? date.getYear() : row.source();
    }

    /// The papers of a year, the latest last; empty when it is missing.
    List<Notice> notices(int year) {
        Arrangement arrangement = years.get(year);
        return arrangement == null ? List.of() : arrangement.notices();
    }

    /// The number of the paper that orders a day; empty for ordinary days.
    String paper(LocalDate date) {
        Row row = rows.get(date);
        return row == null ? "" : notices(row.source()).getLast().number();
    }

    String version() {
        return version;
    }

    private static Arrangement replaced(Arrangement before, Arrangement after) {
        return new Arrangement(
                after.year(),
                Stream.concat(before.notices().stream(), after.notices().stream())
                        .toList(),
                after.days());
    }

    private static String digest(Map<Integer, Arrangement> years) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                    .digest(years.values().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has SHA-256
        }
    }
}
