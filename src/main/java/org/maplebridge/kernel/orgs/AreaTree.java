package org.maplebridge.kernel.orgs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The areas of a node and what can be asked of them alone.
final class AreaTree {

    private final Map<String, Area> byPath = new HashMap<>();
    private final Map<String, String> fullNames = new HashMap<>();
    private final Map<String, List<Area>> children = new HashMap<>();
    private final List<Area> inOrder;

    AreaTree(List<Area> areas) {
        this.inOrder = areas.stream().sorted(Comparator.comparing(Area::path)).toList();
        for (var area : inOrder) {
            byPath.put(area.path(), area);
            var above = area.parent().orElse("");
            children.computeIfAbsent(above, path -> new ArrayList<>()).add(area);
            fullNames.put(area.path(), fullNames.getOrDefault(above, "") + area.name());
        }
    }

    Optional<Area> root() {
        return inOrder.stream().min(Comparator.comparingInt(area -> area.path().length()));
    }

    Optional<Area> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    List<Area> children(String path) {
        return List.copyOf(children.getOrDefault(path, List.of()));
    }

    String fullName(String path) {
        return fullNames.getOrDefault(path, "");
    }

    static List<String> ancestors(String path, String root) {
        if (!Area.covers(root, path)) {
            return List.of();
        }
        var all = new ArrayList<String>();
        for (int dot = root.length(); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            all.add(path.substring(0, dot));
            if (dot == path.length()) {
                return all;
            }
        }
        all.add(path);
        return all;
    }

    List<Area> search(String words, int limit) {
        var wanted = words.strip().replaceAll("\\s+", " ");
        if (wanted.isEmpty() || limit < 1) {
            return List.of();
        }
        record Hit(Area area, int rank) {}
        return inOrder.stream()
                .flatMap(area -> rank(area, wanted).stream().mapToObj(rank -> new Hit(area, rank)))
                .sorted(Comparator.comparingInt(Hit::rank)
                        .thenComparingInt(hit -> hit.area().path().length())
                        .thenComparing(hit -> hit.area().path()))
                .limit(limit)
                .map(Hit::area)
                .toList();
    }

    /// Lower is better: the name itself, its beginning, within it, within the full name, the letters in that order.
    private OptionalInt rank(Area area, String wanted) {
        var full = fullName(area.path());
        if (area.name().equals(wanted)) {
            return OptionalInt.of(0);
        }
        if (area.name().startsWith(wanted)) {
            return OptionalInt.of(1);
        }
        if (area.name().contains(wanted)) {
            return OptionalInt.of(2);
        }
        if (full.contains(wanted)) {
            return OptionalInt.of(3);
        }
        var joined = wanted.replace(" ", "");
        // without its last letter in the area's own name, every village of a town would fit the town's name
        boolean ends = area.name().indexOf(joined.codePointBefore(joined.length())) >= 0;
        return ends && inThatOrder(joined, full) ? OptionalInt.of(4) : OptionalInt.empty();
    }

    private static boolean inThatOrder(String letters, String text) {
        int from = 0;
        for (int i = 0; i < letters.length(); i++) {
            int at = text.indexOf(letters.charAt(i), from);
            if (at < 0) {
                return false;
            }
            from = at + 1;
        }
        return true;
    }
}
