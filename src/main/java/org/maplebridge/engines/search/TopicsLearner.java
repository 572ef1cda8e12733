package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Learns [Topics] from examples: a softmax over weighted pieces of text, by stochastic gradient descent. The same
/// examples in the same order give the same model.
public final class TopicsLearner {

    private static final int LONGEST_PIECE = 3;
    private static final int SEEN_AT_LEAST = 2;
    private static final int ROUNDS = 40;
    private static final double STEP = 0.8;
    private static final double SLOWING = 0.1;
    private static final long SEED = 7;
    /// Said whatever the matter is.
    private static final String COURTESY = "你好|您好|请问|谢谢|怎么办|咨询一下|我想问一下|想问";

    private TopicsLearner() {}

    /// The model of these examples.
    public static Topics learn(List<Topics.Example> examples) {
        var names =
                examples.stream().map(Topics.Example::topic).distinct().sorted().toList();
        var all = examples.stream().map(example -> pieces(example.text())).toList();
        var seen = new TreeMap<String, Integer>();
        all.forEach(pieces -> pieces.keySet().forEach(piece -> seen.merge(piece, 1, Integer::sum)));
        seen.values().removeIf(times -> times < SEEN_AT_LEAST);
        var places = new HashMap<String, Integer>();
        var rarity = new double[seen.size()];
        seen.forEach((piece, times) -> {
            rarity[places.size()] = Math.log((examples.size() + 1.0) / (times + 1));
            places.put(piece, places.size());
        });
        var rows = new ArrayList<Row>();
        for (int i = 0; i < examples.size(); i++) {
            rows.add(row(
                    all.get(i), places, rarity, names.indexOf(examples.get(i).topic())));
        }
        double[][] weights = descend(rows, seen.size(), names.size());
        var model = new LinkedHashMap<String, Topics.Piece>();
        seen.keySet().forEach(piece -> {
            int place = places.getOrDefault(piece, 0);
            model.put(piece, new Topics.Piece(rarity[place], weights[place]));
        });
        return new Topics(names, model);
    }

    /// The pieces of a text with what they weigh: one to three signs in a row, legal terms that are meant, their laws.
    static Map<String, Double> pieces(String said) {
        var text = Plainly.of(said)
                .text()
                .replaceAll("\\s+", " ")
                .replaceAll("\\d+", "0")
                .replaceAll("[xX]{2,}", "")
                .replaceAll(COURTESY, "，");
        var pieces = new LinkedHashMap<String, Double>();
        for (int from = 0; from < text.length(); from++) {
            for (int end = from + 1; end <= Math.min(text.length(), from + LONGEST_PIECE); end++) {
                if (!Character.isLetterOrDigit(text.charAt(end - 1))) {
                    break;
                }
                pieces.put(text.substring(from, end), 1.0);
            }
        }
        Lexicon.ours().meant(text).forEach((term, weight) -> pieces.put("=" + term, weight));
        Lexicon.ours().laws(text).forEach(law -> pieces.put("~" + law, 1.0));
        return pieces;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(int[] places, double[] values, int topic) {}

    private static Row row(Map<String, Double> pieces, Map<String, Integer> places, double[] rarity, int topic) {
        var known = pieces.entrySet().stream()
                .filter(piece -> places.containsKey(piece.getKey()))
                .toList();
        var at = new int[known.size()];
        var values = new double[known.size()];
        double length = 0;
        for (int i = 0; i < at.length; i++) {
            at[i] = places.getOrDefault(known.get(i).getKey(), 0);
            values[i] = known.get(i).getValue() * rarity[at[i]];
            length += values[i] * values[i];
        }
        for (int i = 0; i < at.length; i++) {
            values[i] /= Math.sqrt(length);
        }
        return new Row(at, values, topic);
    }

    /// Weights by piece and topic.
    private static double[][] descend(List<Row> rows, int pieces, int topics) {
        var weights = new double[pieces][topics];
        double decay = 1.0 / rows.size();
        var random = new Random(SEED);
        int[] order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[other];
                order[other] = kept;
            }
            double step = STEP / (1 + round * SLOWING);
            for (int i : order) {
                step(rows.get(i), weights, topics, step, decay);
            }
        }
        return weights;
    }

    private static void step(Row row, double[][] weights, int topics, double step, double decay) {
        var sum = new double[topics];
        for (int i = 0; i < row.places().length; i++) {
            double[] weight = weights[row.places()[i]];
            for (int topic = 0; topic < topics; topic++) {
                sum[topic] += weight[topic] * row.values()[i];
            }
        }
        double[] sure = Topics.softmax(sum);
        sure[row.topic()] -= 1;
        for (int i = 0; i < row.places().length; i++) {
            double[] weight = weights[row.places()[i]];
            for (int topic = 0; topic < topics; topic++) {
                weight[topic] -= step * (sure[topic] * row.values()[i] + decay * weight[topic]);
            }
        }
    }
}
