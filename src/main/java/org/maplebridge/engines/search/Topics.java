package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which of twenty topics a question is about. A linear model over pieces of one to three signs and the legal terms of
/// [Lexicon]; made by [TopicsLearner] from questions of our own and openly licensed ones, see docs/models/topics.md.
public final class Topics {

    /// Weights are kept in hundredths.
    private static final double FINE = 100;

    /// Pieces that weigh less for every topic are not kept.
    private static final double LEAST = 0.1;

    private static final double ALL_BUT_NOTHING = 1e-9;

    private final List<String> names;
    private final Map<String, Piece> pieces;

    Topics(List<String> names, Map<String, Piece> pieces) {
        this.names = List.copyOf(names);
        this.pieces = Map.copyOf(pieces);
    }

    /// A piece of text: how rare it is, and what it says for each topic.
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(double rarity, double[] weights) {}

    /// A topic and how sure it is, from 0 to 1.
    public record Guess(String topic, double sure) {}

    /// A question of which the topic is known.
    public record Example(String topic, String text) {}

    /// That which ships with the program.
    public static Topics ours() {
        return Shipped.TOPICS;
    }

    /// The questions of our own to learn from.
    public static List<Example> own() {
        return DataLines.of("topics-own.tsv").stream()
                .map(line -> new Example(line.get(0), line.get(1)))
                .toList();
    }

    /// The likeliest topic of a text; any text may be given.
    public Guess guess(String text) {
        double[] sure = all(text);
        int best = 0;
        for (int i = 1; i < sure.length; i++) {
            best = sure[i] > sure[best] ? i : best;
        }
        return new Guess(names.get(best), sure[best]);
    }

    /// The names, in the order of the model.
    public List<String> names() {
        return names;
    }

    /// The model as lines of a data file, `topics-model.tsv`.
    public List<String> written() {
        var lines = new TreeMap<String, String>();
        pieces.forEach((text, piece) -> {
            if (Arrays.stream(piece.weights()).anyMatch(weight -> Math.abs(weight) >= LEAST)) {
                var line = new StringBuilder(text)
                        .append('\t')
                        .append(Math.round(piece.rarity() * FINE))
                        .append('\t');
                for (double weight : piece.weights()) {
                    line.append(Math.round(weight * FINE)).append(' ');
                }
                lines.put(text, line.toString().strip());
            }
        });
        var file = new ArrayList<String>();
        file.add("# Made by ./maplebridge bench topics --model; see docs/models/topics.md. First the topics, then by"
                + " piece");
        file.add("# of text its rarity and its weight for each topic, in hundredths; = before a legal term, ~ before a"
                + " law.");
        file.add(String.join("\t", names));
        file.addAll(lines.values());
        return file;
    }

    /// How likely each topic is, in the order of [#names]; they add up to 1.
    double[] all(String text) {
        var sum = new double[names.size()];
        var said = TopicsLearner.pieces(text);
        double length = 0;
        for (var each : said.entrySet()) {
            var piece = pieces.get(each.getKey());
            if (piece != null) {
                double value = each.getValue() * piece.rarity();
                length += value * value;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += piece.weights()[i] * value;
                }
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= Math.max(ALL_BUT_NOTHING, Math.sqrt(length));
        }
        return softmax(sum);
    }

    static double[] softmax(double[] sum) {
        double most = Arrays.stream(sum).max().orElse(0);
        double[] sure = Arrays.stream(sum).map(each -> Math.exp(each - most)).toArray();
        double total = Arrays.stream(sure).sum();
        return Arrays.stream(sure).map(each -> each / total).toArray();
    }

    private static Topics read(List<List<String>> lines) {
        var pieces = new HashMap<String, Piece>();
        for (var line : lines.subList(1, lines.size())) {
            var weights = Arrays.stream(line.get(2).split(" ", -1))
                    .mapToDouble(weight -> Integer.parseInt(weight) / FINE)
                    .toArray();
            pieces.put(line.get(0), new Piece(Integer.parseInt(line.get(1)) / FINE, weights));
        }
        return new Topics(lines.getFirst(), pieces);
    }

    /// Read when it is first wanted.
    private static final class Shipped {
        static final Topics TOPICS = read(DataLines.of("topics-model.tsv"));
    }
}
