package org.maplebridge.kernel.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Words;

/// A file of lines and cells, checked before anything is done with it.
///
/// @param name of the file, without its folder
/// @param digest SM3 of its bytes
record TableFile(String name, Hash digest, List<Line> lines) {

    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int MOST_CELL = 100_000;
    private static final int SHOWN = 80;

    /// A line below the head.
    ///
    /// @param no as an editor counts, the head being the first
    /// @param digest SM3 of its text, without the line end
    /// @param faults why it can't be read; the cells are then whatever was found
    record Line(int no, List<String> cells, Hash digest, List<Problem.Field> faults) {}

    /// @param text empty if the bytes aren't UTF-8
    /// @param whole whether a line end follows
    private record Raw(int no, Optional<String> text, Hash digest, boolean whole) {

        static Raw of(int no, byte[] bytes, boolean whole) {
            var text = decoded(bytes);
            var meant = text.map(said -> said.getBytes(StandardCharsets.UTF_8)).orElse(bytes);
            return new Raw(no, text, Hash.sm3(meant), whole);
        }

        private static Optional<String> decoded(byte[] bytes) {
            try {
                var text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            } catch (CharacterCodingException malformed) {
                return Optional.empty();
            }
        }
    }

    /// Reads a file.
    ///
    /// @throws Unreadable if it isn't a file of this form as a whole
    static TableFile read(Path path, List<String> columns) {
        if (!Files.isRegularFile(path)) {
            throw new Unreadable("没有这个文件：" + path);
        }
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new Unreadable("文件太大，一次最多 " + MOST_BYTES / 1024 / 1024 + " MB，请分成几份（每份都带表头）。");
            }
            var name = Optional.ofNullable(path.getFileName()).map(Path::toString);
            return parse(name.orElse("?"), Files.readAllBytes(path), columns);
        } catch (IOException broken) {
            throw new Unreadable("读不了文件：" + path);
        }
    }

    /// Takes bytes apart; whatever they are, the answer is a table or [Unreadable].
    static TableFile parse(String name, byte[] bytes, List<String> columns) {
        var raws = split(bytes);
        if (raws.isEmpty()) {
            throw new Unreadable("文件是空的。");
        }
        checkEncoding(raws);
        checkHead(raws.getFirst().text().orElse(""), columns);
        var lines = raws.stream().skip(1).map(raw -> line(raw, columns)).toList();
        return new TableFile(name, Hash.sm3(bytes), lines);
    }

    private static List<Raw> split(byte[] bytes) {
        var found = new ArrayList<Raw>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                found.add(Raw.of(found.size() + 1, Arrays.copyOfRange(bytes, from, i), true));
                from = i + 1;
            }
        }
        if (from < bytes.length) {
            found.add(Raw.of(found.size() + 1, Arrays.copyOfRange(bytes, from, bytes.length), false));
        }
        return found;
    }

    /// A letter cut in two at the very end is a cut file; anywhere else it is another encoding.
    private static void checkEncoding(List<Raw> raws) {
        var wrong = raws.stream()
                .filter(raw -> raw.no() == 1 || raw.whole())
                .filter(raw -> raw.text().isEmpty())
                .toList();
        if (!wrong.isEmpty()) {
            throw new Unreadable("文件不是 UTF-8 编码：第 " + wrong.getFirst().no() + " 行"
                    + (wrong.size() > 1 ? "等 " + wrong.size() + " 行" : "") + "读不出来。没有导入任何内容，请另存为 UTF-8 再导入。");
        }
    }

    private static void checkHead(String head, List<String> columns) {
        var clean = head.startsWith("\uFEFF") ? head.substring(1) : head;
        if (!cells(clean).equals(columns)) {
            throw new Unreadable(
                    "第 1 行（表头）不对，没有导入任何内容。\n  应是（用制表符隔开）：" + String.join(" ", columns) + "\n  现在是：" + visible(clean));
        }
    }

    private static List<String> cells(String text) {
        return Arrays.asList(text.split("\t", -1));
    }

    private static String visible(String text) {
        var plain = text.replaceAll("\\p{C}", " ");
        int most = Math.min(SHOWN, plain.codePointCount(0, plain.length()));
        return plain.substring(0, plain.offsetByCodePoints(0, most));
    }

    private static Line line(Raw raw, List<String> columns) {
        var text = raw.text();
        var cells = text.map(TableFile::cells).orElse(List.of());
        return new Line(raw.no(), cells, raw.digest(), faults(raw, text, cells, columns));
    }

    private static List<Problem.Field> faults(
            Raw raw, Optional<String> text, List<String> cells, List<String> columns) {
        if (text.isEmpty() || (!raw.whole() && cells.size() < columns.size())) {
            return fault("最后一行不完整，文件可能在这里被截断；请取完整的文件再导入一次。");
        }
        if (text.get().isBlank()) {
            return fault("空行。");
        }
        if (cells.size() != columns.size()) {
            return fault("有 " + cells.size() + " 栏，应是 " + columns.size() + " 栏；栏里不能有制表符，也不能换行。");
        }
        var faults = new ArrayList<Problem.Field>();
        for (int i = 0; i < cells.size(); i++) {
            var column = columns.get(i);
            Words.fault(cells.get(i), MOST_CELL, false).ifPresent(why -> faults.add(new Problem.Field(column, why)));
        }
        return List.copyOf(faults);
    }

    private static List<Problem.Field> fault(String why) {
        return List.of(new Problem.Field("整行", why));
    }
}
