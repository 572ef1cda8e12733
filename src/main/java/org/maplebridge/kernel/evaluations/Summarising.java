package org.maplebridge.kernel.evaluations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.kernel.evaluations.SummaryStore.Figure;
import org.maplebridge.kernel.ground.SmallSamples;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;

/// What was counted, as lines: those that would tell of somebody without their figures.
final class Summarising {

    private Summarising() {}

    /// What a summary is broken down by.
    enum By {
        NONE,
        OFFICE,
        AREA
    }

    /// Figures of one place or office.
    ///
    /// @param valid how many have said something: the denominator
    /// @param counts by grade; absent where too few have said something
    /// @param share of those satisfied or fairly, in percent with one digit; absent where too few
    /// @param hidden why they are absent
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Figures(
            String key,
            String name,
            Optional<Integer> valid,
            int exempt,
            Optional<Counts> counts,
            Optional<String> share,
            Optional<String> hidden) {}

    /// How many were not asked for this reason, by the word of the scene.
    record Exempted(String reason, int many) {}

    record Counts(int satisfied, int fairly, int dissatisfied) {}

    /// @param why why the whole is not told, if it isn't
    static Figures whole(List<Figure> figures, Optional<String> why) {
        return row("", "合计", figures, why);
    }

    /// How it is broken down.
    ///
    /// @param area  whose parts
    /// @param least how many must have said something in each
    record Cut(By by, String area, int least) {

        private Function<Figure, String> key() {
            return Summarising.key(by, area);
        }
    }

    /// What is told of all kinds of matters beside that of one.
    ///
    /// @param scene the one; empty where nothing else is told
    record Beside(Optional<String> scene, List<Figure> everything) {

        static final Beside NOTHING = new Beside(Optional.empty(), List.of());

        /// What was said of the others.
        private List<Figure> others() {
            return everything.stream()
                    .filter(figure -> scene.filter(figure.scene()::equals).isEmpty())
                    .toList();
        }

        /// The parts in which what a scene was told is almost all that was told of any: the one without the other
        /// would tell of the rest.
        private Set<String> telling(Cut cut) {
            return everything.stream().collect(Collectors.groupingBy(cut.key())).entrySet().stream()
                    .filter(part -> {
                        var sizes = PooledEvaluations.sizes(part.getValue(), Figure::scene);
                        return scene.filter(SmallSamples.hidden(sizes, cut.least())::contains)
                                .isPresent();
                    })
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    /// By name: an order by share would be a ranking.
    ///
    /// @param few whether the whole is not told, and so no part of it
    static List<Figures> rows(List<Figure> figures, Directory directory, Cut cut, boolean few, Beside beside) {
        if (cut.by() == By.NONE) {
            return List.of();
        }
        var grouped = figures.stream().collect(Collectors.groupingBy(cut.key(), TreeMap::new, Collectors.toList()));
        var hidden = few ? grouped.keySet() : hidden(figures, cut, beside);
        return grouped.entrySet().stream()
                .map(part -> row(
                        part.getKey(),
                        name(directory, cut.by(), part.getKey()),
                        part.getValue(),
                        hidden.contains(part.getKey())
                                ? Optional.of(why(part.getValue(), cut.least()))
                                : Optional.empty()))
                .sorted(Comparator.comparing(Figures::name))
                .toList();
    }

    /// The parts that are too few, or what is left without them; offices also where one is almost the same as a
    /// place that is told: the one without the other would tell of those between. Whatever is hidden is the whole
    /// without the others: one alone is none, nor are some that together leave only a few beside all scenes.
    private static Set<String> hidden(List<Figure> figures, Cut cut, Beside beside) {
        var sizes = PooledEvaluations.sizes(figures, cut.key());
        var hidden = new HashSet<>(SmallSamples.hidden(sizes, cut.least()));
        hidden.addAll(beside.telling(cut));
        hidden.retainAll(sizes.keySet());
        if (cut.by() == By.OFFICE) {
            var places = PooledEvaluations.sizes(figures, key(By.AREA, cut.area()));
            places.keySet().removeAll(SmallSamples.hidden(places, cut.least()));
            sizes.keySet().stream()
                    .filter(office -> places.keySet().stream().anyMatch(place -> {
                        int apart = apart(figures, cut.area(), office, place);
                        return apart > 0 && apart < cut.least();
                    }))
                    .forEach(hidden::add);
        }
        var others = PooledEvaluations.sizes(beside.others(), cut.key());
        var rising = sizes.entrySet().stream()
                .filter(part -> !hidden.contains(part.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .iterator();
        while (rising.hasNext() && telling(hidden, others, cut.least())) {
            hidden.add(rising.next());
        }
        return hidden;
    }

    private static boolean telling(Set<String> hidden, Map<String, Integer> others, int least) {
        int left =
                hidden.stream().mapToInt(part -> others.getOrDefault(part, 0)).sum();
        return hidden.size() == 1 || (left > 0 && left < least);
    }

    private static int apart(List<Figure> figures, String area, String office, String place) {
        return figures.stream()
                .filter(figure -> figure.grade().isPresent())
                .filter(figure -> key(By.OFFICE, area).apply(figure).equals(office)
                        != key(By.AREA, area).apply(figure).equals(place))
                .mapToInt(Figure::many)
                .sum();
    }

    static List<Exempted> exempted(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.exempt().isPresent())
                .collect(Collectors.groupingBy(
                        figure -> figure.exempt().orElse(""), TreeMap::new, Collectors.summingInt(Figure::many)))
                .entrySet()
                .stream()
                .map(reason -> new Exempted(reason.getKey(), reason.getValue()))
                .toList();
    }

    private static Function<Figure, String> key(By by, String area) {
        return by == By.OFFICE
                ? figure -> figure.agency().map(UUID::toString).orElse("")
                : figure -> PooledEvaluations.child(figure, area);
    }

    private static String name(Directory directory, By by, String key) {
        return by == By.OFFICE
                ? Optional.of(key)
                        .filter(id -> !id.isEmpty())
                        .flatMap(id -> directory.agency(UUID.fromString(id)))
                        .map(Agency::name)
                        .orElse("没有承办单位")
                : directory.area(key).map(Area::name).orElse(key);
    }

    private static int valid(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.grade().isPresent())
                .mapToInt(Figure::many)
                .sum();
    }

    private static int of(List<Figure> figures, Grade grade) {
        return figures.stream()
                .filter(figure -> figure.grade().equals(Optional.of(grade)))
                .mapToInt(Figure::many)
                .sum();
    }

    /// Why figures are not told that were counted.
    static String why(List<Figure> figures, int least) {
        return valid(figures) < least ? "样本不足 " + least + "，不显示" : "为免推算出别处的，不显示";
    }

    private static Figures row(String key, String name, List<Figure> figures, Optional<String> hidden) {
        int valid = valid(figures);
        int exempt = figures.stream().mapToInt(Figure::many).sum() - valid;
        if (hidden.isPresent() || valid == 0) {
            return new Figures(key, name, Optional.of(valid), exempt, Optional.empty(), Optional.empty(), hidden);
        }
        var counts =
                new Counts(of(figures, Grade.SATISFIED), of(figures, Grade.FAIRLY), of(figures, Grade.DISSATISFIED));
        var share = BigDecimal.valueOf(100L * (counts.satisfied() + counts.fairly()))
                .divide(BigDecimal.valueOf(valid), 1, RoundingMode.HALF_UP)
                .toPlainString();
        return new Figures(key, name, Optional.of(valid), exempt, Optional.of(counts), Optional.of(share), hidden);
    }
}
