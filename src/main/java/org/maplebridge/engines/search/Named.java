package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Provisions by law and number: for questions that name them.
final class Named {

    private static final int MOST_OF_A_RANGE = 30;

    private final Map<String, List<Entry>> byLaw = new HashMap<>();
    private final Understanding understanding;

    Named(List<Entry> entries) {
        var called = new TreeMap<String, Set<String>>();
        for (var entry : entries) {
            byLaw.computeIfAbsent(entry.provision().law(), any -> new ArrayList<>())
                    .add(entry);
            called.putIfAbsent(
                    entry.provision().law(), Set.copyOf(entry.provision().called()));
        }
        for (var law : byLaw.values()) {
            law.sort(Comparator.comparing((Entry entry) -> entry.provision().from())
                    .reversed()
                    .thenComparingInt(entry -> entry.provision().number())
                    .thenComparingInt(entry -> entry.provision().suffix()));
        }
        understanding = new Understanding(new Names(called), List.of());
    }

    Understanding understanding() {
        return understanding;
    }

    /// The articles that are named outright.
    List<Entry> articles(Understanding.Understood understood, Question question) {
        var found = new ArrayList<Entry>();
        for (var named : understood.named()) {
            if (named.article() > 0) {
                byLaw.getOrDefault(named.law(), List.of()).stream()
                        .filter(entry -> entry.provision().number() >= named.article()
                                && entry.provision().number() <= named.last()
                                && (named.last() > named.article()
                                        || entry.provision().suffix() == named.suffix()))
                        .filter(entry -> entry.allowed(question))
                        .limit(MOST_OF_A_RANGE)
                        .filter(entry -> !found.contains(entry))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /// The laws that are named as a whole.
    static List<String> laws(Understanding.Understood understood) {
        return understood.named().stream()
                .filter(named -> named.article() == 0 && !named.law().isEmpty())
                .map(Understanding.Named::law)
                .distinct()
                .toList();
    }

    /// The first articles of a law, where nothing but the law is asked for.
    List<Entry> first(String law, Question question) {
        return byLaw.getOrDefault(law, List.of()).stream()
                .filter(entry -> entry.allowed(question))
                .limit(question.limit())
                .toList();
    }
}
