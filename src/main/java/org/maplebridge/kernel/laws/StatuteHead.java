package org.maplebridge.kernel.laws;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands above the text: the name, and when it was passed, amended, put in force.
///
/// @param part the second title, where a law is spread over several files
/// @param notes one for each event
/// @param bodyAt index of the first line of the text
record StatuteHead(String name, String part, List<String> notes, int bodyAt) {

    static final Pattern DAY = Pattern.compile("((?:19|20)\\d{2})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日");
    private static final Pattern END = Pattern.compile("<!--\\s*INFO END\\s*-->");
    private static final Pattern TO_FORCE = Pattern.compile("^[\\s\\u3000]*(起)?(施行|实施|生效|执行)[）)。]?$");
    private static final Pattern OPENS =
            Pattern.compile("^(第[" + Numerals.SIGNS + "\\d]+\\s*(编|分编|章|节|条)|[一二三四五六七八九十]+、).*");
    private static final Pattern CONTENTS = Pattern.compile("^目[\\s\\u3000]*[录次]$");
    /// A second title that is the name of a part; others are numbers of papers.
    private static final Pattern PART = Pattern.compile("^#.*(编|总则|分则|附则)$");

    private static final int LONGEST_NAME = 160;
    private static final int MOST_TITLE_LINES = 4;

    private record Dated(LocalDate day, String tail) {}

    /// @param stem the name of the file without its ending and day
    static StatuteHead read(List<String> lines, String stem) {
        int end = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (END.matcher(lines.get(i)).find()) {
                end = i;
                break;
            }
        }
        return end >= 0 ? marked(lines, end, stem) : plain(lines, stem);
    }

    private static StatuteHead marked(List<String> lines, int end, String stem) {
        var titles = new ArrayList<String>();
        var notes = new ArrayList<String>();
        for (var raw : lines.subList(0, end)) {
            var line = raw.strip();
            if (line.startsWith("#") && (titles.isEmpty() || PART.matcher(line).matches())) {
                titles.add(line.replaceFirst("^#+\\s*", ""));
            } else if (!line.isEmpty()) {
                note(notes, line.replaceFirst("^#+\\s*", ""));
            }
        }
        var name = titles.isEmpty() || titles.getFirst().isEmpty() ? stem : titles.getFirst();
        var part = titles.size() > 1 ? titles.get(1) : "";
        return new StatuteHead(name, part, List.copyOf(notes), end + 1);
    }

    /// A line that begins with a day opens a note; another goes on with the one before.
    private static void note(List<String> notes, String line) {
        if (notes.isEmpty() || DAY.matcher(line).lookingAt()) {
            notes.add(line);
        } else {
            notes.add(notes.removeLast() + line);
        }
    }

    /// Without a mark: title, then what stands in brackets, then contents, then the text.
    private static StatuteHead plain(List<String> lines, String stem) {
        int at = 0;
        var title = new StringBuilder();
        int titles = 0;
        while (at < lines.size()) {
            var line = lines.get(at).strip().replaceFirst("^#+\\s*", "");
            boolean over = line.startsWith("（")
                    || line.startsWith("(")
                    || DAY.matcher(line).lookingAt()
                    || OPENS.matcher(line).matches()
                    || CONTENTS.matcher(line).matches()
                    || line.endsWith("。");
            if (over || titles >= MOST_TITLE_LINES) {
                break;
            }
            if (!line.isEmpty()) {
                title.append(line);
                titles++;
            }
            at++;
        }
        var notes = new ArrayList<String>();
        at = afterNotes(lines, at, notes);
        at = afterContents(lines, at);
        var plain = title.toString().replaceAll("[\\s\\u3000]", "");
        boolean named = !plain.isEmpty() && plain.length() <= LONGEST_NAME;
        return new StatuteHead(named ? plain : stem, "", List.copyOf(notes), at);
    }

    private static int afterNotes(List<String> lines, int from, List<String> notes) {
        int at = from;
        int open = 0;
        var all = new StringBuilder();
        while (at < lines.size()) {
            var line = lines.get(at).strip();
            boolean begins = line.startsWith("（")
                    || line.startsWith("(")
                    || DAY.matcher(line).lookingAt();
            if (!line.isEmpty() && open == 0 && !begins) {
                break;
            }
            open += count(line, "（(") - count(line, "）)");
            open = Math.max(0, open);
            all.append(line);
            at++;
        }
        var text = all.toString();
        var day = DAY.matcher(text);
        var starts = new ArrayList<Integer>();
        while (day.find()) {
            starts.add(day.start());
        }
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            notes.add(text.substring(starts.get(i), end).replaceAll("[；;，,\\s　]*(根据|自)?[）)]*$", ""));
        }
        return at;
    }

    private static int count(String line, String signs) {
        return (int) line.chars().filter(sign -> signs.indexOf(sign) >= 0).count();
    }

    /// The contents name every heading that comes again in the text: the text begins where the first comes again.
    private static int afterContents(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        if (at >= lines.size() || !CONTENTS.matcher(lines.get(at).strip()).matches()) {
            return from;
        }
        var first = "";
        for (int i = at + 1; i < lines.size(); i++) {
            var line = lines.get(i).replaceAll("[\\s\\u3000]", "");
            if (line.isEmpty()) {
                continue;
            }
            if (first.isEmpty()) {
                first = line;
            } else if (line.equals(first)) {
                return i;
            }
        }
        return at + 1;
    }

    private List<Dated> dated() {
        var found = new ArrayList<Dated>();
        for (var note : notes) {
            var day = DAY.matcher(note);
            if (day.find()) {
                day(day.group(1), day.group(2), day.group(3))
                        .ifPresent(one -> found.add(new Dated(one, note.substring(day.end()))));
            }
        }
        return found;
    }

    /// The last day on which it was passed, amended or published.
    Optional<LocalDate> passed() {
        return dated().stream()
                .filter(one -> !TO_FORCE.matcher(one.tail()).find())
                .map(Dated::day)
                .max(LocalDate::compareTo);
    }

    /// The last day on which it is said to come into force.
    Optional<LocalDate> from() {
        return dated().stream()
                .filter(one -> TO_FORCE.matcher(one.tail()).find())
                .map(Dated::day)
                .max(LocalDate::compareTo);
    }

    /// Whether a note says that it no longer holds, and from when, as far as it says so.
    Optional<LocalDate> ended() {
        return dated().stream()
                .filter(one -> one.tail().replaceAll("《.*》", "").matches(".*(废止|失效|停止执行).*"))
                .map(Dated::day)
                .max(LocalDate::compareTo);
    }

    static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
