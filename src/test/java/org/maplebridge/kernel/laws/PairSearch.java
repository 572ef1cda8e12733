package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maplebridge.engines.search.Hit;
import org.maplebridge.engines.search.Names;
import org.maplebridge.engines.search.Provision;
import org.maplebridge.engines.search.Question;
import org.maplebridge.engines.search.StatuteSearch;
import org.maplebridge.engines.search.Understanding;

/// A search for tests: how many pairs of signs of a question a provision has.
final class PairSearch implements StatuteSearch {

    private final Map<String, Provision> all = new LinkedHashMap<>();

    @Override
    public void put(Collection<Provision> provisions) {
        provisions.forEach(each -> all.put(each.id(), each));
    }

    @Override
    public void remove(Collection<String> ids) {
        ids.forEach(all::remove);
    }

    @Override
    public void retain(Set<String> ids) {
        all.keySet().retainAll(ids);
    }

    @Override
    public List<Hit> search(Question question) {
        var hits = new ArrayList<Hit>();
        for (var each : all.values()) {
            boolean holds = !question.on().isBefore(each.from())
                    && each.until().map(question.on()::isBefore).orElse(true);
            double share = share(question.words(), each.text());
            if ((holds || !question.inForce()) && share > 0) {
                hits.add(new Hit(each.id(), share, Hit.Why.MEANING, List.of()));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        return hits.subList(0, Math.min(hits.size(), question.limit()));
    }

    private static double share(String words, String text) {
        int same = 0;
        for (int i = 0; i + 2 <= words.length(); i++) {
            same += text.contains(words.substring(i, i + 2)) ? 1 : 0;
        }
        return words.length() < 2 ? 0 : (double) same / (words.length() - 1);
    }

    @Override
    public Understanding.Understood understand(String words) {
        return new Understanding(new Names(Map.<String, List<String>>of()), List.of()).read(words);
    }

    @Override
    public List<Hit> similar(String id, int limit) {
        return List.of();
    }

    @Override
    public State state() {
        return new State(all.size(), 0, false);
    }

    @Override
    public void close() {
        all.clear();
    }
}
