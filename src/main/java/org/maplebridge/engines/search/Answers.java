package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Answers a question by quoting articles to the letter, or says why it does not. It never tells anybody's odds, and
/// where somebody may be in danger a person is called for first.
public final class Answers {

    private static final int MOST = 5;
    /// Beyond the first, an article is quoted if it is about as good.
    private static final double NEAR_THE_BEST = 0.5;
    /// Below this nothing is said; see docs/kernel/laws-ask.md on how sure is reckoned.
    private static final double THIN = 0.25;
    /// A question is answered well where its articles have this much of what it asks.
    private static final double COVERED = 0.3;
    private static final int LEAST_SIGNS = 2;

    private static final Map<String, String> HINTS = pairs("answers-hints.tsv");
    private static final Map<String, String> TONES = pairs("answers-tone.tsv");
    private static final List<List<String>> FACTS = DataLines.of("answers-missing.tsv");
    private static final Map<String, Pattern> SAID = Map.of(
            "@date",
            Pattern.compile("\\d{4}|[\\d一二三四五六七八九十两几半]{1,8}(?:年|个月|月|天|日|号|周|星期)" + "|去年|今年|前年|昨天|今天|前天|上个?月|上周|年底|刚"),
            "@amount",
            Pattern.compile("[\\d一二三四五六七八九十百千万两几]{1,8}(?:元|块|万|千|百|钱)|\\d{3,}"),
            "@age",
            Pattern.compile("[\\d一二三四五六七八九十两]{1,4}(?:周)?岁|年龄"),
            "@place",
            Pattern.compile("[省市县区镇乡村]"));

    private static final Pattern ODDS_IN_NUMBERS =
            Pattern.compile("(?:胜诉|胜算|赢|败诉|支持)[^。，]{0,12}(?:\\d|[一二三四五六七八九十]成|百分之)"
                    + "|[一二三四五六七八九十\\d]成(?:把握|胜算)"
                    + "|(?:必|肯定|一定|必然)(?:能|会)?(?:胜诉|赢|败诉)");

    private Answers() {}

    /// How a question came out.
    public enum State {
        ANSWERED,
        THIN,
        REFUSED,
        URGENT
    }

    /// An article with what of it answers, to the letter.
    public record Quoted(String id, Hit.Why why, List<Quote> quotes) {
        public Quoted {
            quotes = List.copyOf(quotes);
        }
    }

    /// A part of an article's text.
    ///
    /// @param from first UTF-16 unit
    /// @param to after the last
    public record Quote(String text, int from, int to) {}

    /// An answer.
    ///
    /// @param topic none if nothing was said
    /// @param sure from 0 to 1
    /// @param quoted empty unless answered or urgent
    /// @param missing what is still to be asked, in Chinese
    /// @param hints what else is to be said, in Chinese, the most pressing first
    public record Answer(
            State state,
            Optional<Topics.Guess> topic,
            double sure,
            List<Quoted> quoted,
            List<String> missing,
            List<String> hints) {
        public Answer {
            quoted = List.copyOf(quoted);
            missing = List.copyOf(missing);
            hints = List.copyOf(hints);
        }
    }

    /// Answers.
    ///
    /// @param said by anybody, any text
    /// @param hits what was found for it, best first
    /// @param texts of articles by their id
    public static Answer answer(String said, List<Hit> hits, Function<String, Optional<String>> texts) {
        var plainly = Plainly.of(said);
        var words = plainly.text();
        var hints = new ArrayList<String>();
        var urgent = Urgency.of(words);
        urgent.forEach(kind -> hints.add(hint(kind.name())));
        if (plainly.cut()) {
            hints.add(hint("CUT"));
        }
        if (words.codePoints().filter(Character::isLetterOrDigit).count() < LEAST_SIGNS) {
            return new Answer(State.REFUSED, Optional.empty(), 0, List.of(), List.of(), List.of(hint("EMPTY")));
        }
        if (asks("ODDS", words)) {
            hints.add(hint("ODDS"));
        }
        var known = known(hits, texts);
        boolean named = !hits.isEmpty() && hits.getFirst().why() != Hit.Why.MEANING;
        var everyday = Lexicon.ours().said(words);
        boolean ofLaw = named || everyday.stream().anyMatch(word -> !word.endsWith("律师"));
        boolean angry = asks("ABUSE", words);
        if (urgent.isEmpty() && !ofLaw && (angry || asks("INJECTION", words))) {
            hints.add(hint(angry ? "CALM" : "REFUSED"));
            return new Answer(State.REFUSED, Optional.empty(), 0, List.of(), List.of(), hints);
        }
        var topic = Topics.ours().guess(words);
        var quotes = new Quotes(words, List.copyOf(known.values()));
        double sure = sure(hits, known, quotes);
        var quoted = sure < THIN ? List.<Quoted>of() : quoted(hits, known, quotes);
        if (urgent.isEmpty() && quoted.isEmpty()) {
            hints.add(hint("THIN"));
        }
        var state = !urgent.isEmpty() ? State.URGENT : quoted.isEmpty() ? State.THIN : State.ANSWERED;
        return new Answer(state, Optional.of(topic), rounded(sure), quoted, missing(words, topic.topic()), hints);
    }

    /// Whether words speak of somebody's odds; nobody can know them.
    public static boolean tellsOdds(String words) {
        return asks("ODDS", words) || ODDS_IN_NUMBERS.matcher(words).find();
    }

    /// What is said of a kind.
    static String hint(String kind) {
        return HINTS.getOrDefault(kind, "");
    }

    /// The texts of the hits that still have one.
    private static Map<String, String> known(List<Hit> hits, Function<String, Optional<String>> texts) {
        var known = new LinkedHashMap<String, String>();
        for (var hit : hits.subList(0, Math.min(hits.size(), 2 * MOST))) {
            texts.apply(hit.id()).filter(text -> !text.isBlank()).ifPresent(text -> known.put(hit.id(), text));
        }
        return known;
    }

    /// The score of the best, halved where its words have nothing of what is asked. An article that is named is sure.
    private static double sure(List<Hit> hits, Map<String, String> known, Quotes quotes) {
        var best = hits.stream().filter(hit -> known.containsKey(hit.id())).findFirst();
        if (best.isEmpty()) {
            return 0;
        }
        if (best.get().why() == Hit.Why.NAMED) {
            return 1;
        }
        double score = Math.clamp(best.get().score(), 0, 1);
        var together = String.join("\n", known.values().stream().limit(MOST).toList());
        return score * (0.5 + 0.5 * Math.min(1, quotes.covered(together) / COVERED));
    }

    private static List<Quoted> quoted(List<Hit> hits, Map<String, String> known, Quotes quotes) {
        var quoted = new ArrayList<Quoted>();
        double least = hits.isEmpty() ? 0 : NEAR_THE_BEST * hits.getFirst().score();
        for (var hit : hits) {
            var text = known.get(hit.id());
            if (text == null || quoted.size() == MOST || (hit.score() < least && hit.why() == Hit.Why.MEANING)) {
                continue;
            }
            var spans = hit.spans().stream()
                    .filter(span -> span.from() >= 0 && span.from() < span.to() && span.to() <= text.length())
                    .toList();
            spans = spans.isEmpty() ? quotes.of(text) : spans;
            spans = spans.isEmpty() ? Quotes.sentences(text).stream().limit(1).toList() : spans;
            quoted.add(new Quoted(
                    hit.id(),
                    hit.why(),
                    spans.stream()
                            .map(span -> new Quote(text.substring(span.from(), span.to()), span.from(), span.to()))
                            .toList()));
        }
        return quoted;
    }

    private static List<String> missing(String words, String topic) {
        var missing = new LinkedHashSet<String>();
        for (var fact : FACTS) {
            if (fact.get(0).equals(topic) && !told(words, fact.get(1))) {
                missing.add(fact.get(2));
            }
        }
        return List.copyOf(missing);
    }

    private static boolean told(String words, String signs) {
        for (var sign : signs.split(" ", -1)) {
            var pattern = SAID.get(sign);
            if (pattern == null ? words.contains(sign) : pattern.matcher(words).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean asks(String tone, String words) {
        var small = words.toLowerCase(Locale.ROOT);
        for (var word : TONES.getOrDefault(tone, "").split("\\|", -1)) {
            if (!word.isEmpty() && small.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> pairs(String file) {
        var pairs = new LinkedHashMap<String, String>();
        DataLines.of(file).forEach(line -> pairs.put(line.get(0), line.get(1)));
        return Map.copyOf(pairs);
    }

    private static double rounded(double sure) {
        return Math.round(sure * 100) / 100.0;
    }
}
