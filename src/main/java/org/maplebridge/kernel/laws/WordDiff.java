package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.maplebridge.kernel.laws.LawRevisions.Part;
import org.maplebridge.kernel.laws.LawRevisions.Stretch;

/// Where two texts differ, sign by sign, numbers and Latin words as a whole: the longest common sequence. Our own, as
/// it is forty lines and a text of law is short.
final class WordDiff {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.]+|\\R|.", Pattern.DOTALL);

    /// Above this a changed stretch is shown as a whole.
    private static final long MOST_CELLS = 9_000_000;

    private WordDiff() {}

    static List<Part> of(String before, String after) {
        var old = tokens(before);
        var fresh = tokens(after);
        int head = 0;
        int most = Math.min(old.size(), fresh.size());
        while (head < most && old.get(head).equals(fresh.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
            tail++;
        }
        var parts = new ArrayList<Part>();
        add(parts, Stretch.SAME, old.subList(0, head));
        between(parts, old.subList(head, old.size() - tail), fresh.subList(head, fresh.size() - tail));
        add(parts, Stretch.SAME, old.subList(old.size() - tail, old.size()));
        return joined(parts);
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(each -> each.group()).toList();
    }

    private static void between(List<Part> parts, List<String> old, List<String> fresh) {
        if ((long) old.size() * fresh.size() > MOST_CELLS) {
            add(parts, Stretch.OUT, old);
            add(parts, Stretch.IN, fresh);
            return;
        }
        // common[i][j]: how many signs the rests from i and from j have in common
        var common = new int[old.size() + 1][fresh.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = fresh.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(fresh.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() || j < fresh.size()) {
            boolean both = i < old.size() && j < fresh.size();
            if (both && old.get(i).equals(fresh.get(j))) {
                add(parts, Stretch.SAME, old.subList(i, i + 1));
                i++;
                j++;
            } else if (j >= fresh.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
                add(parts, Stretch.OUT, old.subList(i, i + 1));
                i++;
            } else {
                add(parts, Stretch.IN, fresh.subList(j, j + 1));
                j++;
            }
        }
    }

    private static void add(List<Part> parts, Stretch kind, List<String> tokens) {
        if (!tokens.isEmpty()) {
            parts.add(new Part(kind, String.join("", tokens)));
        }
    }

    /// Neighbours of a kind are one; a single sign left standing between two changes is taken into them: nobody reads a
    /// sentence in which every other sign has changed.
    private static List<Part> joined(List<Part> parts) {
        var found = new ArrayList<Part>();
        var out = new StringBuilder();
        var in = new StringBuilder();
        var plain = merged(parts);
        for (int i = 0; i < plain.size(); i++) {
            var part = plain.get(i);
            boolean island = part.kind() == Stretch.SAME && part.text().length() == 1 && i > 0 && i + 1 < plain.size();
            if (part.kind() == Stretch.SAME && !island) {
                flush(found, out, in);
                found.add(part);
            } else {
                out.append(part.kind() == Stretch.IN ? "" : part.text());
                in.append(part.kind() == Stretch.OUT ? "" : part.text());
            }
        }
        flush(found, out, in);
        return List.copyOf(found);
    }

    private static List<Part> merged(List<Part> parts) {
        var found = new ArrayList<Part>();
        for (var part : parts) {
            if (!found.isEmpty() && found.getLast().kind() == part.kind()) {
                found.add(new Part(part.kind(), found.removeLast().text() + part.text()));
            } else {
                found.add(part);
            }
        }
        return found;
    }

    private static void flush(List<Part> found, StringBuilder out, StringBuilder in) {
        if (!out.isEmpty()) {
            found.add(new Part(Stretch.OUT, out.toString()));
        }
        if (!in.isEmpty()) {
            found.add(new Part(Stretch.IN, in.toString()));
        }
        out.setLength(0);
        in.setLength(0);
    }
}
