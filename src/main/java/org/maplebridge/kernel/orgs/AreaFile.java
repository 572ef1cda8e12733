package org.maplebridge.kernel.orgs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The areas of a county as the build wrote them: `code,name,level`, UTF-8, comments begin with `#`.
public final class AreaFile {

    private static final Pattern ROW =
            Pattern.compile("(\\d{6}|\\d{9}|\\d{12}),([^,\"\\p{Cntrl}]{1,80}),(COUNTY|TOWN|VILLAGE)");

    private AreaFile() {}

    /// All areas, in order of path.
    ///
    /// @throws IllegalArgumentException naming the line that can't be read
    public static List<Area> read(InputStream in) {
        var areas = new ArrayList<Area>();
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.startsWith("#") && !line.equals("code,name,level")) {
                    areas.add(area(line, number));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        areas.sort(java.util.Comparator.comparing(Area::path));
        return List.copyOf(areas);
    }

    private static Area area(String line, int number) {
        var row = ROW.matcher(line);
        if (!row.matches()) {
            throw new IllegalArgumentException("区划文件第 " + number + " 行读不出：" + line);
        }
        var area = new Area(Area.pathOf(row.group(1)), row.group(2));
        if (area.level() != Level.valueOf(row.group(3))) {
            throw new IllegalArgumentException("区划文件第 " + number + " 行的代码与级别不符：" + line);
        }
        return area;
    }
}
