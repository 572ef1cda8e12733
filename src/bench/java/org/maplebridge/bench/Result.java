package org.maplebridge.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/// Figures by name, in the order they were put; values are numbers, truths or texts.
public final class Result {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private boolean good = true;

    public Result put(String name, Object value) {
        figures.put(name, value);
        return this;
    }

    /// Marks a run whose figures must not be believed; the exit status says so too.
    public Result failed(String why) {
        good = false;
        return put("failed", why);
    }

    boolean good() {
        return good;
    }

    Map<String, Object> figures() {
        return figures;
    }

    String json(String bench) {
        var line = new StringBuilder("{\"bench\":").append(text(bench));
        figures.forEach((name, value) -> line.append(',')
                .append(text(name))
                .append(':')
                .append(
                        value instanceof Number || value instanceof Boolean
                                ? value.toString()
                                : text(value.toString())));
        return line.append('}').toString();
    }

    private static String text(String said) {
        var line = new StringBuilder("\"");
        for (var i = 0; i < said.length(); i++) {
            var c = said.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ') {
                line.append("\\u%04x".formatted((int) c));
            } else {
                line.append(c);
            }
        }
        return line.append('"').toString();
    }
}
