package org.maplebridge.kernel.imports;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What names of places in a file stand for: one a line, the name, a tab, an area path. Blank lines and those that
/// begin
/// with `#` say nothing.
final class PlacesFile {

    private PlacesFile() {}

    /// @throws Unreadable in Chinese, with the line
    static Map<String, String> read(Path file) {
        var places = new LinkedHashMap<String, String>();
        try {
            int no = 0;
            for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                no++;
                var said = line.replace("\uFEFF", "").strip();
                if (said.isEmpty() || said.startsWith("#")) {
                    continue;
                }
                var cells = said.split("\t");
                if (cells.length != 2 || cells[0].isBlank() || cells[1].isBlank()) {
                    throw new Unreadable("地名对照表第 " + no + " 行应是：地名、制表符、区划代码。没有导入任何内容。");
                }
                if (places.putIfAbsent(cells[0].strip(), cells[1].strip()) != null) {
                    throw new Unreadable("地名对照表第 " + no + " 行的“" + cells[0].strip() + "”前面已经有了。没有导入任何内容。");
                }
            }
        } catch (MalformedInputException otherEncoding) {
            throw new Unreadable("地名对照表不是 UTF-8 编码：" + file + "。没有导入任何内容。");
        } catch (IOException unreadable) {
            throw new Unreadable("读不了地名对照表：" + file + "。没有导入任何内容。");
        }
        return places;
    }
}
