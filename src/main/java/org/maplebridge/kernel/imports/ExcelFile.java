package org.maplebridge.kernel.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Hash;

/// Reads a workbook: what its cells show rather than how they are made. Formulas count by their last result, days by
/// either of Excel's two calendars.
final class ExcelFile {

    private static final int MOST_LINES = 200_000;
    private static final int MOST_COLUMNS = 200;
    private static final int MOST_CELL = 32_767;
    private static final int EXACT_DIGITS = 15;

    /// Days from the first of 1900 to that of 1904, counting the day in 1900 that never was.
    private static final int DAYS_1904 = 1_462;

    private static final int NEVER_WAS = 60;
    private static final long SECONDS = 24L * 60 * 60;
    private static final double MOST_DAYS = 2_958_466;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    private ExcelFile() {}

    /// @throws Unreadable if it is no workbook that may be read
    static Grid parse(String name, byte[] bytes) {
        var bounds = WorkbookBounds.of(bytes);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true))) {
            var sheets = new ArrayList<Grid.Sheet>();
            for (var sheet : book.getSheets().toList()) {
                try (var rows = sheet.openStream()) {
                    var lines = lines(rows, book.isDate1904());
                    sheets.add(new Grid.Sheet(
                            sheet.getName(),
                            sheet.getVisibility() != SheetVisibility.VISIBLE,
                            Merged.filled(lines, bounds.merges(sheet.getIndex()))));
                }
            }
            return new Grid(name, Hash.sm3(bytes), List.copyOf(sheets));
        } catch (IOException | ExcelReaderException | IllegalStateException | IndexOutOfBoundsException broken) {
            throw new Unreadable("这个文件不是能读的 Excel 工作簿，可能已经损坏。请用 Excel 打开确认，另存为 .xlsx 再导入。");
        }
    }

    private static List<Grid.Line> lines(Stream<Row> rows, boolean from1904) {
        var lines = new ArrayList<Grid.Line>();
        rows.forEach(row -> {
            if (lines.size() >= MOST_LINES) {
                throw new Unreadable("一张表最多 " + MOST_LINES + " 行，请分成几份再导入。");
            }
            var cells = new ArrayList<Grid.Cell>();
            int count = Math.min(row.getCellCount(), MOST_COLUMNS);
            for (int i = 0; i < count; i++) {
                cells.add(
                        row.getOptionalCell(i).map(cell -> cell(cell, from1904)).orElse(Grid.Cell.EMPTY));
            }
            var line = new Grid.Line(row.getRowNum(), List.copyOf(cells));
            if (line.filled() > 0) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static Grid.Cell cell(org.dhatim.fastexcel.reader.Cell cell, boolean from1904) {
        return switch (cell.getType()) {
            case EMPTY -> Grid.Cell.EMPTY;
            case ERROR -> new Grid.Cell(shortened(raw(cell)), Grid.Flaw.ERROR);
            case BOOLEAN -> Grid.Cell.of(Boolean.TRUE.equals(cell.getValue()) ? "是" : "否");
            case STRING -> text(cell.getText());
            case NUMBER -> number(raw(cell), cell, from1904);
            case FORMULA -> shown(cell, from1904);
        };
    }

    /// A formula by what it came to when the file was saved.
    private static Grid.Cell shown(org.dhatim.fastexcel.reader.Cell cell, boolean from1904) {
        var value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(number.toString(), cell, from1904);
        }
        if (value instanceof Boolean yes) {
            return Grid.Cell.of(yes ? "是" : "否");
        }
        var raw = value instanceof String text ? text : raw(cell);
        return raw.startsWith("#") ? new Grid.Cell(shortened(raw), Grid.Flaw.ERROR) : text(raw);
    }

    private static String raw(org.dhatim.fastexcel.reader.Cell cell) {
        return Optional.ofNullable(cell.getRawValue()).orElse("");
    }

    private static Grid.Cell text(@Nullable String text) {
        return text == null ? Grid.Cell.EMPTY : CellText.of(shortened(text));
    }

    private static String shortened(String text) {
        return text.length() > MOST_CELL ? text.substring(0, MOST_CELL) : text;
    }

    private static Grid.Cell number(String raw, org.dhatim.fastexcel.reader.Cell cell, boolean from1904) {
        BigDecimal number;
        try {
            number = raw.length() > 40 ? BigDecimal.ZERO : new BigDecimal(raw.strip());
        } catch (NumberFormatException broken) {
            return text(raw);
        }
        if (isDay(cell.getDataFormatId(), cell.getDataFormatString())) {
            var moment = moment(number.doubleValue(), from1904);
            if (moment.isPresent()) {
                return Grid.Cell.of(written(moment.get()));
            }
        }
        if (Math.abs(number.scale()) > 40 || number.precision() - number.scale() > 40) {
            return new Grid.Cell(raw, Grid.Flaw.LOSSY);
        }
        var plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        boolean lossy = number.precision() - number.scale() > EXACT_DIGITS;
        return new Grid.Cell(plain, lossy ? Grid.Flaw.LOSSY : Grid.Flaw.NONE);
    }

    /// Whether a number is shown as a day: by one of the formats every Excel has, or by one that names parts of a date.
    static boolean isDay(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        if (format == null) {
            return false;
        }
        if (format.indexOf('年') >= 0) {
            return true;
        }
        var bare = LITERAL.matcher(format).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        return bare.indexOf('y') >= 0 || (bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0);
    }

    /// What a serial number stands for; empty if for nothing.
    static Optional<LocalDateTime> moment(double serial, boolean from1904) {
        double days = from1904 ? serial + DAYS_1904 : serial;
        if (!(days >= 1) || days >= MOST_DAYS) {
            return Optional.empty();
        }
        long whole = (long) days;
        long seconds = Math.round((days - whole) * SECONDS);
        long before = whole < NEVER_WAS ? 0 : 1;
        return Optional.of(
                LocalDateTime.of(1899, 12, 31, 0, 0).plusDays(whole - before).plusSeconds(seconds));
    }

    private static String written(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.format(MOMENT);
    }
}
