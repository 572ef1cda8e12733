package org.maplebridge.engines.search;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/// Grows the trees that rank. Sources: Ke et al., LightGBM (2017); Burges, From RankNet to LambdaRank to LambdaMART
/// (2010).
final class TreeGrowing {

    private TreeGrowing() {}

    /// @param pools rows of each question
    /// @param right which rows answer
    static Forest grow(List<float[][]> pools, List<boolean[]> right, String options, int trees) {
        var flat = Features.flat(pools);
        int columns = Features.NAMES.size();
        var labels = new float[flat.length / columns];
        var groups = new int[pools.size()];
        int at = 0;
        for (int i = 0; i < groups.length; i++) {
            groups[i] = pools.get(i).length;
            for (boolean yes : right.get(i)) {
                labels[at++] = yes ? 1 : 0;
            }
        }
        try {
            var data = LGBMDataset.createFromMat(flat, labels.length, columns, true, options, null);
            data.setField("label", labels);
            data.setField("group", groups);
            var booster = LGBMBooster.create(data, options);
            for (int i = 0; i < trees; i++) {
                booster.updateOneIter();
            }
            var forest = read(booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN));
            booster.close();
            data.close();
            return forest;
        } catch (LGBMException failed) {
            throw new IllegalStateException("the trees didn't grow", failed);
        }
    }

    /// The same with each leaf times a number.
    static Forest scaled(Forest forest, double by) {
        return new Forest(forest.trees().stream()
                .map(tree -> {
                    var leaves = tree.leaves().clone();
                    for (int i = 0; i < leaves.length; i++) {
                        leaves[i] *= (float) by;
                    }
                    return new Forest.Tree(tree.numbers(), tree.bounds(), tree.left(), tree.right(), leaves);
                })
                .toList());
    }

    /// From LightGBM's own text.
    static Forest read(String text) {
        var trees = new ArrayList<Forest.Tree>();
        for (var part : text.substring(0, text.indexOf("end of trees")).split("\nTree=")) {
            var lines = new HashMap<String, String>();
            part.lines()
                    .filter(line -> line.contains("="))
                    .forEach(line ->
                            lines.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
            if (!lines.containsKey("leaf_value") || lines.get("leaf_value").isBlank()) {
                continue;
            }
            var leaves = floats(lines.get("leaf_value"));
            boolean stump = leaves.length < 2;
            trees.add(new Forest.Tree(
                    stump ? new int[0] : ints(lines.getOrDefault("split_feature", "")),
                    stump ? new float[0] : floats(lines.getOrDefault("threshold", "")),
                    stump ? new int[0] : ints(lines.getOrDefault("left_child", "")),
                    stump ? new int[0] : ints(lines.getOrDefault("right_child", "")),
                    leaves));
        }
        return new Forest(List.copyOf(trees));
    }

    private static int[] ints(String text) {
        return Arrays.stream(text.strip().split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static float[] floats(String text) {
        var words = text.strip().split(" ");
        var floats = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            floats[i] = (float) Double.parseDouble(words[i]);
        }
        return floats;
    }
}
