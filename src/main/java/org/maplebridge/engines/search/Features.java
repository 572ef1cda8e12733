package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What the ranking knows of each provision in a pool, as numbers: lexical, dense, what earlier questions say, how the
/// neighbours do, and what kind of text it is. A pool without vectors gives zeros there.
final class Features {

    /// How the numbers are called, in their order.
    static final List<String> NAMES = List.of(
            "pairs",
            "pairsToBest",
            "pairsRank",
            "words",
            "wordsToBest",
            "title",
            "titleToBest",
            "body",
            "bodyToBest",
            "raw",
            "rawToBest",
            "rawRank",
            "turned",
            "turnedToBest",
            "turnedRank",
            "coverage",
            "density",
            "run",
            "runShare",
            "titleCoverage",
            "vote",
            "voteShare",
            "nearestAsked",
            "alikeAsked",
            "timesAsked",
            "lawAsked",
            "lawVote",
            "chapterVote",
            "aroundVote",
            "anyAsked",
            "lawBest",
            "lawMean",
            "lawRank",
            "lawCount",
            "beside",
            "besidePairs",
            "length",
            "number",
            "level",
            "general",
            "named",
            "questionLength",
            "turnedVote",
            "turnedVoteShare",
            "turnedNearest",
            "turnedLawVote",
            "turnedChapterVote",
            "turnedAround",
            "terms",
            "termsInTitle",
            "usualLaw",
            "leant",
            "leantToBest",
            "leantRank",
            "like",
            "together",
            "defines",
            "counts",
            "prison",
            "fine",
            "fused");

    private static final List<String> LEVELS = List.of(
            "民法典", "民法商法", "刑法", "社会法", "行政法", "经济法", "诉讼与非诉讼程序法", "司法解释", "行政法规", "宪法相关法", "宪法", "法律解释", "部门规章");
    private static final Pattern GENERAL = Pattern.compile("总则|附则|一般规定|基本原则");
    private static final Pattern ASKS_WHAT = Pattern.compile("什么是|是什么|何为|是指|定义|含义|哪些|包括");
    private static final Pattern DEFINES = Pattern.compile("是指|本法所称|本条例所称|本解释所称|包括[：:下]|下列");
    private static final Pattern ASKS_MUCH = Pattern.compile("多少|多久|多长|几[天日年个月]|何时|什么时候|期限|时效|标准");
    private static final Pattern COUNTS = Pattern.compile("[一二三四五六七八九十百千万]+(?:[日天年元倍]|个月|个工作日)|百分之");
    private static final Pattern ASKS_CRIME = Pattern.compile("罪|判刑|坐牢|处罚|刑|犯法|违法|拘留|罚");

    private static final int BEST = 8;
    private static final int MOST_RUN = 300;

    private final Pool pool;
    private final int size;
    private final float[][] rows;

    private Features(Pool pool) {
        this.pool = pool;
        size = pool.entries().length;
        rows = new float[size][NAMES.size()];
    }

    /// One row for each entry of the pool.
    static float[][] of(Pool pool) {
        var features = new Features(pool);
        features.lexical();
        features.dense();
        features.comparing();
        features.asked();
        features.lexicon();
        features.neighbours();
        features.kinds();
        return features.rows;
    }

    private void set(int row, String name, double value) {
        rows[row][at(name)] = (float) value;
    }

    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        for (int i = 0; i < NAMES.size(); i++) {
            PLACES.put(NAMES.get(i), i);
        }
    }

    /// The place of a number in its row.
    static int at(String name) {
        return java.util.Objects.requireNonNull(PLACES.get(name), name);
    }

    private void lexical() {
        toBest("pairs", "pairsToBest", "pairsRank", pool.said().pairs());
        toBest("words", "wordsToBest", "", pool.said().words());
        toBest("title", "titleToBest", "", pool.said().title());
        toBest("body", "bodyToBest", "", pool.said().body());
    }

    private void dense() {
        toBest("raw", "rawToBest", "rawRank", pool.said().raw());
        toBest("turned", "turnedToBest", "turnedRank", pool.said().turned());
        toBest("leant", "leantToBest", "leantRank", pool.said().leant());
    }

    private void toBest(String name, String best, String rank, float[] values) {
        double most = 1e-6;
        for (float value : values) {
            most = Math.max(most, value);
        }
        var ranks = ranks(values);
        for (int i = 0; i < size; i++) {
            set(i, name, values[i]);
            set(i, best, values[i] / most);
            if (!rank.isEmpty()) {
                set(i, rank, Math.log(1 + ranks[i]));
            }
        }
    }

    /// The place of each value, 0 for the greatest.
    static int[] ranks(float[] values) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .toList();
        var ranks = new int[values.length];
        for (int i = 0; i < order.size(); i++) {
            ranks[order.get(i)] = i;
        }
        return ranks;
    }

    private void comparing() {
        var reading = pool.reading();
        double whole = Math.max(1e-6, reading.weight());
        var question =
                reading.text().substring(0, Math.min(MOST_RUN, reading.text().length()));
        for (int i = 0; i < size; i++) {
            var entry = pool.entries()[i];
            var body = Signs.pairs(entry.text());
            double common = reading.common(body);
            set(i, "coverage", common / whole);
            set(i, "density", common / Math.sqrt(whole * Math.max(4, body.length)));
            int run = Signs.run(
                    question,
                    entry.text().substring(0, Math.min(600, entry.text().length())));
            set(i, "run", run);
            set(i, "runShare", run / (double) Math.max(1, reading.text().length()));
            set(i, "titleCoverage", reading.common(Signs.pairs(entry.title())) / whole);
            set(i, "questionLength", reading.text().length());
        }
    }

    private void asked() {
        var votes = pool.votes();
        var ranks = ranks(pool.said().leant());
        var best = new HashSet<String>();
        for (int i = 0; i < size; i++) {
            if (ranks[i] < BEST) {
                best.add(pool.entries()[i].key());
            }
        }
        var turned = pool.turnedVotes();
        double sum = 1e-9;
        double turnedSum = 1e-9;
        for (var entry : pool.entries()) {
            sum += votes.article(entry);
            turnedSum += turned.article(entry);
        }
        for (int i = 0; i < size; i++) {
            var entry = pool.entries()[i];
            set(i, "like", pool.said().like()[i]);
            set(i, "together", Math.log(1 + votes.together(entry, best)));
            set(i, "vote", votes.article(entry));
            set(i, "voteShare", votes.article(entry) / sum);
            set(i, "turnedVote", turned.article(entry));
            set(i, "turnedVoteShare", turned.article(entry) / turnedSum);
            set(i, "turnedNearest", turned.nearest(entry));
            set(i, "turnedLawVote", turned.law(entry));
            set(i, "turnedChapterVote", turned.chapter(entry));
            set(i, "turnedAround", turned.around(entry));
            set(i, "nearestAsked", votes.nearest(entry));
            set(i, "alikeAsked", votes.alike(entry));
            set(i, "timesAsked", Math.log(1 + votes.count(entry)));
            set(i, "lawAsked", Math.log(1 + votes.ofLaw(entry)));
            set(i, "lawVote", votes.law(entry));
            set(i, "chapterVote", votes.chapter(entry));
            set(i, "aroundVote", votes.around(entry));
            set(i, "anyAsked", votes.nearest());
        }
    }

    /// What everyday words mean by our own lexicon.
    private void lexicon() {
        var meant = Lexicon.ours().meant(pool.reading().text());
        var laws = Lexicon.ours().laws(pool.reading().text());
        double whole = Math.max(1, meant.values().stream().mapToDouble(it -> it).sum());
        for (int i = 0; i < size; i++) {
            var entry = pool.entries()[i];
            double body = 0;
            double title = 0;
            for (var term : meant.entrySet()) {
                body += entry.text().contains(term.getKey()) ? term.getValue() : 0;
                title += entry.title().contains(term.getKey()) ? term.getValue() : 0;
            }
            set(i, "terms", body / whole);
            set(i, "termsInTitle", title / whole);
            set(i, "usualLaw", laws.stream().anyMatch(entry.law()::contains) ? 1 : 0);
        }
    }

    private void neighbours() {
        var laws = new HashMap<String, List<Integer>>();
        for (int i = 0; i < size; i++) {
            laws.computeIfAbsent(pool.entries()[i].provision().law(), any -> new ArrayList<>())
                    .add(i);
        }
        var turned = pool.said().leant();
        var pairs = pool.said().pairs();
        for (var law : laws.values()) {
            law.sort(Comparator.comparingDouble(i -> -turned[i]));
            double best =
                    law.stream().limit(3).mapToDouble(i -> turned[i]).average().orElse(0);
            for (int place = 0; place < law.size(); place++) {
                int i = law.get(place);
                set(i, "lawBest", turned[law.getFirst()]);
                set(i, "lawMean", best);
                set(i, "lawRank", Math.log(1 + place));
                set(i, "lawCount", Math.log(law.size()));
                double beside = 0;
                double besidePairs = 0;
                for (int other : law) {
                    int away = Math.abs(pool.entries()[other].provision().number()
                            - pool.entries()[i].provision().number());
                    if (other != i && away <= 2) {
                        beside = Math.max(beside, turned[other]);
                        besidePairs = Math.max(besidePairs, pairs[other]);
                    }
                }
                set(i, "beside", beside);
                set(i, "besidePairs", besidePairs);
            }
        }
    }

    private void kinds() {
        var words = pool.reading().text();
        boolean what = ASKS_WHAT.matcher(words).find();
        boolean much = ASKS_MUCH.matcher(words).find();
        boolean crime = ASKS_CRIME.matcher(words).find();
        for (int i = 0; i < size; i++) {
            var entry = pool.entries()[i];
            var text = entry.text();
            set(i, "length", Math.log(1 + text.length()));
            set(i, "number", Math.log(1 + entry.provision().number()));
            set(i, "level", LEVELS.indexOf(entry.level()));
            set(i, "general", GENERAL.matcher(entry.title()).find() ? 1 : 0);
            set(i, "named", words.contains(entry.law()) ? 1 : 0);
            set(i, "defines", flag(what, DEFINES.matcher(text).find()));
            set(i, "counts", flag(much, COUNTS.matcher(text).find()));
            set(i, "prison", flag(crime, text.contains("有期徒刑") || text.contains("拘役")));
            set(i, "fine", flag(crime, text.contains("罚款")));
            var row = rows[i];
            set(i, "fused", row[at("pairsToBest")] + 2 * row[at("leantToBest")] + row[at("voteShare")]);
        }
    }

    /// 0: neither; 1: only the text; 2: only asked for; 3: both.
    private static int flag(boolean asks, boolean says) {
        return (asks ? 2 : 0) + (says ? 1 : 0);
    }

    /// The rows as one, for who takes them so.
    static float[] flat(List<float[][]> pools) {
        int rows = pools.stream().mapToInt(rowsOf -> rowsOf.length).sum();
        var flat = new float[rows * NAMES.size()];
        int at = 0;
        for (var pool : pools) {
            for (var row : pool) {
                System.arraycopy(row, 0, flat, at, row.length);
                at += row.length;
            }
        }
        return Arrays.copyOf(flat, at);
    }
}
