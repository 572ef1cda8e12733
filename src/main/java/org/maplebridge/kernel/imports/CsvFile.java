package org.maplebridge.kernel.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Hash;

/// Reads a table of plain text: commas, semicolons or tabs, quotes as in RFC 4180, UTF-8 or GB 18030.
final class CsvFile {

    private static final int MOST_LINES = 200_000;
    private static final int MOST_COLUMNS = 200;
    private static final Charset CHINESE = Charset.forName("GB18030");

    private final String text;
    private final char divider;
    private int at;
    private int no = 1;

    private CsvFile(String text, char divider) {
        this.text = text;
        this.divider = divider;
    }

    /// @throws Unreadable if it is in neither encoding, or a quote never ends
    static Grid parse(String name, byte[] bytes) {
        var text = decoded(bytes, StandardCharsets.UTF_8)
                .or(() -> decoded(bytes, StandardCharsets.UTF_16).filter(wide -> wideMark(bytes)))
                .or(() -> decoded(bytes, CHINESE))
                .orElseThrow(() -> new Unreadable("文件既不是 UTF-8 也不是 GBK 编码，读不出来。请另存为 UTF-8 的 CSV 或 .xlsx 再导入。"));
        var clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (clean.indexOf('\0') >= 0) {
            throw new Unreadable("这不是表格文件。请另存为 .xlsx 或 CSV 再导入。");
        }
        var lines = new CsvFile(clean, divider(clean)).lines();
        return new Grid(name, Hash.sm3(bytes), List.of(new Grid.Sheet("表", false, lines)));
    }

    private static boolean wideMark(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /// What stands most often in the first lines.
    private static char divider(String text) {
        var head = text.lines().limit(20).toList();
        char best = ',';
        long most = 0;
        for (char each : new char[] {',', '\t', ';', '，'}) {
            long count = head.stream()
                    .mapToLong(line -> line.chars().filter(c -> c == each).count())
                    .sum();
            if (count > most) {
                most = count;
                best = each;
            }
        }
        return best;
    }

    private List<Grid.Line> lines() {
        var lines = new ArrayList<Grid.Line>();
        while (at < text.length()) {
            int first = no;
            var line = new Grid.Line(first, List.copyOf(line()));
            if (line.filled() > 0) {
                lines.add(line);
            }
            if (lines.size() > MOST_LINES) {
                throw new Unreadable("一张表最多 " + MOST_LINES + " 行，请分成几份再导入。");
            }
        }
        return lines;
    }

    private List<Grid.Cell> line() {
        var cells = new ArrayList<Grid.Cell>();
        while (true) {
            var cell = at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
            if (cells.size() < MOST_COLUMNS) {
                cells.add(CellText.of(cell));
            }
            if (at >= text.length()) {
                return cells;
            }
            char end = text.charAt(at++);
            if (end == divider) {
                continue;
            }
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            no++;
            return cells;
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && !ends(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean ends(char c) {
        return c == divider || c == '\n' || c == '\r';
    }

    private String quoted() {
        int began = no;
        var cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
                if (c == '\n') {
                    no++;
                }
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell + plain();
            }
        }
        throw new Unreadable("第 " + began + " 行的引号没有结束，整个文件没有读入。请检查这一行，或另存为 .xlsx 再导入。");
    }
}
