package org.maplebridge.scenes.disputes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maplebridge.scenes.disputes.Choices.Danger;

/// Guesses what a dispute is about from its words, and says by which. It suggests; a person decides.
///
/// Each word of [DisputesLexicon] counts once, twice if it stands in the title. The category with the most points
/// is suggested; with fewer than three points there is not enough to go by.
final class DisputesClassifier {

    static final String NOT_ENOUGH = "数据不足";

    private static final int PLAIN = 3;
    private static final int HINT = 1;
    private static final int LEAST = 3;
    private static final int MOST_REASONS = 8;

    private DisputesClassifier() {}

    /// What is suggested.
    ///
    /// @param share of the points of the best two categories, how many of a hundred are this one's
    /// @param reasons in Chinese, the weightiest first
    /// @param lexicon version of the words
    record Suggestion(Category category, int share, List<String> reasons, int lexicon) {}

    private record Hit(String word, int points, boolean inTitle) {

        String said() {
            return (inTitle ? "标题" : "正文") + "里有“" + word + "”（" + points + " 分）";
        }
    }

    static Suggestion suggest(String title, String words) {
        Map<Category, List<Hit>> hits = new EnumMap<>(Category.class);
        DisputesLexicon.WORDS.forEach((category, entry) -> {
            var found = new ArrayList<Hit>();
            entry.plain().forEach(word -> look(word, PLAIN, title, words, found));
            entry.hints().forEach(word -> look(word, HINT, title, words, found));
            hits.put(category, found);
        });
        var best = Category.OTHER;
        List<Hit> why = List.of();
        int most = 0;
        int second = 0;
        for (var each : hits.entrySet()) {
            int points = each.getValue().stream().mapToInt(Hit::points).sum();
            if (points > most) {
                second = most;
                most = points;
                best = each.getKey();
                why = each.getValue();
            } else if (points > second) {
                second = points;
            }
        }
        if (most < LEAST) {
            return new Suggestion(Category.OTHER, 0, List.of(NOT_ENOUGH), DisputesLexicon.VERSION);
        }
        var reasons = why.stream()
                .sorted((one, other) -> Integer.compare(other.points(), one.points()))
                .limit(MOST_REASONS)
                .map(Hit::said)
                .toList();
        return new Suggestion(best, 100 * most / (most + second), reasons, DisputesLexicon.VERSION);
    }

    private static void look(String word, int points, String title, String words, List<Hit> found) {
        if (title.contains(word)) {
            found.add(new Hit(word, 2 * points, true));
        } else if (words.contains(word)) {
            found.add(new Hit(word, points, false));
        }
    }

    /// Dangers the words speak of, each with the words. Somebody has to look; nothing follows by itself.
    static List<String> dangers(String words) {
        var reasons = new ArrayList<String>();
        DisputesLexicon.DANGERS.forEach((danger, list) -> list.stream()
                .filter(words::contains)
                .forEach(word -> reasons.add("文字里提到“" + word + "”，请核实是否" + title(danger))));
        DisputesLexicon.VULNERABLE.stream()
                .filter(words::contains)
                .forEach(word -> reasons.add("文字里提到“" + word + "”，请核实是否涉及弱势群体或欠薪"));
        return List.copyOf(reasons);
    }

    static String title(Danger danger) {
        return switch (danger) {
            case VIOLENCE -> "有家庭暴力";
            case HARASSMENT -> "有滋扰、纠缠、跟踪";
            case THREAT -> "扬言采取极端行为";
            case INJURY -> "有人受伤";
        };
    }
}
