package org.maplebridge.kernel.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The arrangements that ship with the program: `holidays.csv` and `notices.csv`, years 2007 to 2026.
final class HolidayTables {

    private HolidayTables() {}

    /// @throws IllegalStateException when a row cannot be understood: a damaged table must not start
    static List<Arrangement> builtIn() {
        List<Notice> notices = rows("notices.csv", 5).stream()
                .map(cell -> new Notice(Integer.parseInt(cell[0]), cell[1], cell[2], cell[3], cell[4]))
                .toList();
        List<String[]> days = rows("holidays.csv", 4);
        return notices.stream()
                .map(Notice::year)
                .distinct()
                .map(year -> new Arrangement(
                        year,
                        notices.stream().filter(notice -> notice.year() == year).toList(),
                        days.stream()
                                .filter(cell -> Integer.parseInt(cell[0]) == year)
                                .map(HolidayTables::day)
                                .toList()))
                .toList();
    }

    private static Day day(String[] cell) {
        LocalDate date = LocalDate.parse(cell[1]);
        return switch (cell[2]) {
            case "off" -> Day.off(date, cell[3]);
            case "work" -> Day.work(date, cell[3]);
            default -> throw new IllegalStateException("holidays.csv：kind 应为 off 或 work，现为 " + cell[2]);
        };
    }

    private static List<String[]> rows(String file, int columns) {
        List<String[]> rows = new ArrayList<>();
        try (var in = Objects.requireNonNull(HolidayTables.class.getResourceAsStream(file), file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line :
                    reader.lines().filter(l -> !l.startsWith("#")).skip(1).toList()) {
                String[] cells = line.split(",", -1);
                if (cells.length != columns) {
                    throw new IllegalStateException("%s：应有 %d 列：%s".formatted(file, columns, line));
                }
                rows.add(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return rows;
    }
}
