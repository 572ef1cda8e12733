package org.maplebridge.kernel.scores;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.scores.Card.Factor;
import org.maplebridge.kernel.scores.Card.Gap;
import org.maplebridge.kernel.scores.Card.Jump;
import org.maplebridge.kernel.scores.Card.Step;
import tools.jackson.databind.JsonNode;

/// Reads cards, and checks that they can be counted by with the numbers the release brings.
final class CardReading {

    private static final Set<String> POINTS = Set.of("WHOLE");
    private static final Set<String> SIZES = Set.of("WHOLE", "MONEY", "RATIO");

    private final Map<String, String> kinds = new HashMap<>();
    /// What holds everywhere, by name and first day.
    private final Map<String, TreeMap<LocalDate, BigDecimal>> values = new HashMap<>();

    CardReading(List<DataFile> files) {
        for (var file : files) {
            for (var entry : file.section("parameters")) {
                var name = entry.path("name").asString("");
                var kind = entry.path("kind").asString("TEXT");
                kinds.put(name, kind);
                if (SIZES.contains(kind) && entry.path("area").isMissingNode()) {
                    var from = entry.path("from").asString("").substring(0, 10);
                    values.computeIfAbsent(name, unseen -> new TreeMap<>())
                            .put(
                                    LocalDate.parse(from),
                                    new BigDecimal(entry.path("value").asString("")));
                }
            }
        }
    }

    Card card(String file, JsonNode node) {
        var at = new Place(file + ".yml", node.path("name").asString("?"));
        var steps = new ArrayList<Step>();
        for (var each : node.path("bands")) {
            steps.add(new Step(band(at, each), parameter(at, each, "from", POINTS)));
        }
        at.require(steps.size() > 1, "a card has at least two bands");
        var factors = new ArrayList<Factor>();
        for (var each : node.path("factors")) {
            factors.add(factor(at, each));
        }
        at.require(!factors.isEmpty(), "a card has at least one factor");
        var jumps = new ArrayList<Jump>();
        for (var each : node.path("jumps")) {
            jumps.add(jump(at, each, steps));
        }
        var gap = node.path("gap");
        var card = new Card(
                word(at, node, "name"),
                word(at, node, "title"),
                node.path("version").asInt(0),
                node.path("most").asInt(0),
                node.has("sum") ? Optional.of(node.path("sum").asInt()) : Optional.empty(),
                factors,
                jumps,
                steps,
                new Gap(band(at, gap), gap.path("anywhere").asBoolean(false)));
        checked(at, card);
        return card;
    }

    private Factor factor(Place at, JsonNode node) {
        var name = word(at, node, "name");
        var points = parameter(at, node, "points", POINTS);
        at.require(points.isPresent(), "the factor " + name + " says no points");
        var from = parameter(at, node, "from", SIZES);
        boolean graded = node.path("graded").asBoolean(false);
        at.require(!graded || from.isEmpty(), "the factor " + name + " is graded and has a threshold");
        return new Factor(
                name, node.path("fact").asString(name), word(at, node, "why"), points.orElseThrow(), from, graded);
    }

    private Jump jump(Place at, JsonNode node, List<Step> steps) {
        var to = word(at, node, "to");
        var band = steps.stream()
                .map(Step::band)
                .filter(each -> each.name().equals(to))
                .findFirst();
        at.require(band.isPresent(), "a jump leads to the band " + to + ", which there is not");
        return new Jump(
                word(at, node, "fact"),
                parameter(at, node, "from", SIZES),
                band.orElseThrow(),
                word(at, node, "why"),
                word(at, node, "then"),
                node.path("firm").asBoolean(false));
    }

    private static Band band(Place at, JsonNode node) {
        return new Band(word(at, node, "name"), word(at, node, "title"), word(at, node, "colour"));
    }

    private Optional<String> parameter(Place at, JsonNode node, String field, Set<String> allowed) {
        var name = node.path(field).asString("");
        if (name.isBlank()) {
            return Optional.empty();
        }
        var kind = kinds.get(name);
        at.require(kind != null, "nobody declares the parameter " + name);
        at.require(allowed.contains(kind), "the parameter " + name + " is " + kind + ", not one of " + allowed);
        return Optional.of(name);
    }

    private void checked(Place at, Card card) {
        at.require(card.version() > 0, "version is missing");
        at.require(card.most() > 0, "most is missing");
        var kinds = card.facts();
        Stream.concat(
                        card.factors().stream().map(factor -> Map.entry(factor.fact(), factor.kind())),
                        card.jumps().stream().map(jump -> Map.entry(jump.fact(), jump.kind())))
                .forEach(each -> at.require(
                        kinds.get(each.getKey()) == each.getValue(),
                        "the fact " + each.getKey() + " is asked for in two ways"));
        var names = new HashSet<String>();
        card.factors().forEach(each -> at.require(names.add(each.name()), "two factors are called " + each.name()));
        var bands = new HashSet<String>();
        card.steps().forEach(each -> at.require(bands.add(each.band().name()), "a band stands there twice"));
        at.require(bands.add(card.gap().band().name()), "the gap is no band of its own");
        at.require(card.steps().getFirst().from().isEmpty(), "the lowest band begins with nothing");
        card.steps().stream()
                .skip(1)
                .forEach(each -> at.require(
                        each.from().isPresent(), "the band " + each.band().name() + " says no from"));
        days(card).forEach(day -> numbers(at, card, day));
    }

    /// Every day on which one of the card's numbers begins.
    private Set<LocalDate> days(Card card) {
        var days = new TreeSet<LocalDate>();
        names(card)
                .forEach(name ->
                        days.addAll(values.getOrDefault(name, new TreeMap<>()).keySet()));
        return days;
    }

    private static Stream<String> names(Card card) {
        return Stream.of(
                        card.factors().stream().map(Factor::points),
                        card.factors().stream().flatMap(each -> each.from().stream()),
                        card.jumps().stream().flatMap(each -> each.from().stream()),
                        card.steps().stream().flatMap(each -> each.from().stream()))
                .flatMap(each -> each);
    }

    private void numbers(Place at, Card card, LocalDate day) {
        var before = BigDecimal.ZERO;
        for (var step : card.steps().subList(1, card.steps().size())) {
            var from = value(at, step.from().orElseThrow(), day);
            at.require(
                    from.compareTo(before) > 0,
                    "on " + day + " the band " + step.band().name() + " doesn't begin above the one before");
            before = from;
        }
        at.require(
                before.compareTo(BigDecimal.valueOf(card.most())) <= 0,
                "on " + day + " the highest band can't be reached");
        var all = card.factors().stream()
                .map(factor -> value(at, factor.points(), day))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        card.sum()
                .ifPresent(sum -> at.require(
                        all.compareTo(BigDecimal.valueOf(sum)) == 0,
                        "on " + day + " the points add up to " + all.toPlainString() + ", not " + sum));
        names(card).forEach(name -> value(at, name, day));
    }

    private BigDecimal value(Place at, String name, LocalDate day) {
        var found =
                Optional.ofNullable(values.getOrDefault(name, new TreeMap<>()).floorEntry(day));
        at.require(found.isPresent(), "the parameter " + name + " isn't in force on " + day);
        return found.orElseThrow().getValue();
    }

    private static String word(Place at, JsonNode node, String field) {
        var word = node.path(field).asString("");
        at.require(!word.isBlank(), "no " + field + " in " + node);
        return word;
    }

    /// Where something stands that may be wrong.
    private record Place(String file, String card) {

        void require(boolean met, String message) {
            if (!met) {
                throw new IllegalStateException("scorecard " + card + " in " + file + ": " + message);
            }
        }
    }
}
