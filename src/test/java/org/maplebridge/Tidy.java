package org.maplebridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules of tidiness, each from a file's path and text to what is wrong in it. [TidyTest] applies them to the
/// tree, and shows that each fails on a planted breach.
final class Tidy {

    static final int LONGEST_FILE = 300;
    static final int LONGEST_METHOD = 70;
    static final int LONGEST_LINE = 120;

    /// A file and its text; the path is relative to the repository, with slashes.
    record Source(String path, String text) {
        List<String> lines() {
            return text.lines().toList();
        }

        boolean isJava() {
            return path.endsWith(".java");
        }

        boolean isMarkdown() {
            return path.endsWith(".md");
        }
    }

    private static final Pattern EMPTY_NAME = Pattern.compile(
            "\\b(?:class|interface|record|enum)\\s+" + "(\\w+(?:Impl|Manager|Utils?|Helper|Dto|DTO|Service))\\b");
    private static final Pattern LATER = Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final String MODIFIERS = "(?:(?:final|abstract|sealed|non-sealed|static) )*";
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public " + MODIFIERS + "(?:class|interface|record|enum|@interface) (\\w+)");
    private static final Pattern LATER_MIGRATION =
            Pattern.compile("/maplebridge/scenes/.*/V(?!1__)\\d+(?:\\.\\d+)*__\\w+\\.sql$");
    private static final Pattern REWRITES = Pattern.compile("(?s)^(?:update|delete|truncate|drop table)\\b.*"
            + "|^alter table\\b.*\\b(?:not null|default|generated|rename|drop|alter column|primary key)\\b.*");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)\\s]+)\\)");

    private Tidy() {}

    static List<String> tooLong(Source source) {
        var count = source.lines().size();
        return !source.isMarkdown() && count > LONGEST_FILE
                ? List.of(source.path() + ": " + count + " lines, more than " + LONGEST_FILE)
                : List.of();
    }

    static List<String> wideLines(Source source) {
        return source.isMarkdown()
                ? List.of()
                : numbered(source, line -> line.codePointCount(0, line.length()) > LONGEST_LINE, "wider than 120");
    }

    static List<String> unfinished(Source source) {
        return numbered(source, line -> LATER.matcher(line).find(), "left for later");
    }

    static List<String> emptyNames(Source source) {
        if (!source.isJava() && !source.path().contains(".ts")) {
            return List.of();
        }
        return numbered(source, line -> EMPTY_NAME.matcher(line).find(), "a name that says nothing");
    }

    /// The compiler's own parser tells where a method begins and ends.
    static List<String> longMethods(Source source) {
        var found = new ArrayList<String>();
        if (!source.isJava() || source.lines().size() <= LONGEST_METHOD) {
            return found; // the parser takes its time
        }
        for (var method : JavaMethods.of(source)) {
            int lines = method.lastLine() - method.firstLine() + 1;
            if (lines > LONGEST_METHOD) {
                found.add(source.path() + ":" + method.firstLine() + ": a method of " + lines + " lines");
            }
        }
        return found;
    }

    static List<String> undocumentedTypes(Source source) {
        var found = new ArrayList<String>();
        var shared =
                source.path().contains("/maplebridge/kernel/") || source.path().contains("/maplebridge/engines/");
        if (!source.isJava() || !shared || !source.path().startsWith("src/main/")) {
            return found;
        }
        var lines = source.lines();
        for (var i = 0; i < lines.size(); i++) {
            var type = PUBLIC_TYPE.matcher(lines.get(i));
            if (type.find() && !documented(lines, i)) {
                found.add(source.path() + ":" + (i + 1) + ": " + type.group(1) + " has no /// sentence");
            }
        }
        return found;
    }

    /// What would change the facts of matters that exist, and so their digests; see decision 0010.
    static List<String> rewrittenFacts(Source source) {
        if (!LATER_MIGRATION.matcher("/" + source.path()).find()) {
            return List.of();
        }
        var plain = source.text().toLowerCase(Locale.ROOT).replaceAll("--[^\n]*", "");
        return Pattern.compile(";")
                .splitAsStream(plain)
                .map(String::strip)
                .filter(statement -> REWRITES.matcher(statement).matches())
                .map(statement -> source.path() + ": changes facts: " + statement)
                .toList();
    }

    private static boolean documented(List<String> lines, int type) {
        var above = type - 1;
        while (above >= 0 && !lines.get(above).isBlank() && !lines.get(above).startsWith("///")) {
            above--; // annotations, perhaps on several lines
        }
        return above >= 0 && lines.get(above).startsWith("///");
    }

    /// Relative links of a page that lead nowhere; `exists` is asked with the path from the repository's root.
    static List<String> deadLinks(Source source, Predicate<String> exists) {
        var found = new ArrayList<String>();
        if (!source.isMarkdown()) {
            return found;
        }
        var slash = source.path().lastIndexOf('/');
        var folder = slash < 0 ? "" : source.path().substring(0, slash + 1);
        for (Matcher link = LINK.matcher(source.text()); link.find(); ) {
            var target = link.group(1).replaceFirst("#.*$", "");
            if (target.isEmpty() || target.contains("://") || target.startsWith("mailto:")) {
                continue;
            }
            if (!exists.test(target.startsWith("/") ? target.substring(1) : folder + target)) {
                found.add(source.path() + ": link to " + target + " leads nowhere");
            }
        }
        return found;
    }

    private static List<String> numbered(Source source, Predicate<String> wrong, String what) {
        var found = new ArrayList<String>();
        var lines = source.lines();
        for (var i = 0; i < lines.size(); i++) {
            if (wrong.test(lines.get(i))) {
                found.add(source.path() + ":" + (i + 1) + ": " + what);
            }
        }
        return found;
    }
}
