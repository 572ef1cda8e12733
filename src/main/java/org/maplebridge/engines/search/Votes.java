package org.maplebridge.engines.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What the questions that were answered before say to a new one: those near it vote for the articles that answered
/// them, and a little for the chapter and the law they stand in.
final class Votes {

    private static final int NEAREST = 24;
    private static final double SHARPNESS = 14;

    private final Knowledge knowledge;
    private final float[] near;
    private final Map<String, Double> article = new HashMap<>();
    private final Map<String, Double> law = new HashMap<>();
    private final Map<String, Double> chapter = new HashMap<>();
    private final Map<String, Map<Integer, Double>> numbers = new HashMap<>();
    private final Map<String, Double> share = new HashMap<>();
    private final float nearest;

    /// @param near how near each question is, one way or the other
    Votes(Knowledge knowledge, float[] near, Map<String, Entry> places) {
        this.knowledge = knowledge;
        this.near = near;
        var order = IntStream.range(0, near.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -near[i]))
                .limit(NEAREST)
                .toList();
        nearest = order.isEmpty() ? 0 : near[order.getFirst()];
        for (int i : order) {
            if (near[i] < 0) {
                continue;
            }
            double weight = Math.exp(SHARPNESS * (near[i] - 1));
            List<String> keys = knowledge.asked().get(i).keys();
            for (var key : keys) {
                article.merge(key, weight, Double::sum);
                share.merge(key, weight / keys.size(), Double::sum);
                law.merge(Knowledge.lawOf(key), weight / keys.size(), Double::sum);
                var place = places.get(key);
                if (place != null) {
                    chapter.merge(place.title(), weight / keys.size(), Double::sum);
                    numbers.computeIfAbsent(place.law(), any -> new HashMap<>())
                            .merge(place.provision().number(), weight / keys.size(), Double::sum);
                }
            }
        }
    }

    /// The weight of each article that nearby questions were answered with, shared among the answers of one.
    Map<String, Double> shares() {
        return share;
    }

    /// How often an article answered together with these.
    double together(Entry entry, Set<String> others) {
        double sum = 0;
        for (int i : knowledge.citing(entry.key())) {
            if (near[i] >= 0) {
                for (var key : knowledge.asked().get(i).keys()) {
                    sum += others.contains(key) && !key.equals(entry.key()) ? 1 : 0;
                }
            }
        }
        return sum;
    }

    Set<String> articles() {
        return article.keySet();
    }

    double article(Entry entry) {
        return article.getOrDefault(entry.key(), 0.0);
    }

    double law(Entry entry) {
        return law.getOrDefault(entry.law(), 0.0);
    }

    double chapter(Entry entry) {
        return chapter.getOrDefault(entry.title(), 0.0);
    }

    /// Votes for the articles around.
    double around(Entry entry) {
        double sum = 0;
        for (var vote : numbers.getOrDefault(entry.law(), Map.of()).entrySet()) {
            int away = Math.abs(vote.getKey() - entry.provision().number());
            sum += away == 0 || away > 8 ? 0 : vote.getValue() / away;
        }
        return sum;
    }

    /// How near the nearest question is that this article answered.
    double nearest(Entry entry) {
        double most = 0;
        for (int i : knowledge.citing(entry.key())) {
            most = Math.max(most, near[i]);
        }
        return most;
    }

    /// How many questions this article answered.
    int count(Entry entry) {
        int count = 0;
        for (int i : knowledge.citing(entry.key())) {
            count += near[i] >= 0 ? 1 : 0;
        }
        return count;
    }

    /// How often articles of its law answered.
    int ofLaw(Entry entry) {
        return knowledge.citingLaw(entry.law());
    }

    /// How near any question is.
    float nearest() {
        return nearest;
    }
}
