package org.maplebridge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which licences may be part of what we hand out. The generated lists have one `name | licences` a line.
final class Licences {

    private static final Pattern SEVERAL = Pattern.compile("; | or | OR ");

    private Licences() {}

    /// The lines whose every licence obliges us to publish under it, or that name none.
    static List<String> forbidden(String list) {
        return list.lines()
                .filter(line -> line.contains(" | "))
                .filter(line ->
                        SEVERAL.splitAsStream(line.split(" \\| ", -1)[1]).noneMatch(Licences::welcome))
                .toList();
    }

    private static boolean welcome(String licence) {
        var name =
                licence.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
        if (name.isEmpty() || name.contains("unknown") || name.contains("unlicensed")) {
            return false;
        }
        if (name.contains("lgpl") || name.contains("lesser general public")) {
            return true;
        }
        var copyleft = name.contains("gpl") || name.contains("general public") || name.contains("sspl");
        return !copyleft
                || name.contains("classpath exception")
                || name.contains(" cpe")
                || name.contains("with classpath");
    }
}
