package org.maplebridge.kernel.parameters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.kernel.orgs.Area;

/// All versions of all numbers, best first.
final class ParameterBook {

    private final Map<String, List<Version>> byName;
    private final Map<String, Parameter> byVersion;

    /// @param recordedAt when it was entered; what a release brings counts as older than any edit
    record Version(Parameter parameter, Instant recordedAt) {

        static Version base(Parameter parameter) {
            return new Version(parameter, Instant.EPOCH);
        }
    }

    private static final Comparator<Version> BEST_FIRST = Comparator.comparing((Version each) ->
                    each.parameter().area().map(String::length).orElse(0))
            .thenComparing(each -> each.parameter().from())
            .thenComparing(Version::recordedAt)
            .thenComparing(each -> each.parameter().version())
            .reversed();

    ParameterBook(List<Version> versions) {
        this.byName = versions.stream()
                .sorted(BEST_FIRST)
                .collect(Collectors.groupingBy(
                        each -> each.parameter().name(), TreeMap::new, Collectors.toUnmodifiableList()));
        this.byVersion = versions.stream()
                .map(Version::parameter)
                .collect(Collectors.toUnmodifiableMap(Parameter::version, Function.identity()));
    }

    Optional<Parameter> find(String name, String area, LocalDate day) {
        return versions(name).stream().filter(each -> each.holds(area, day)).findFirst();
    }

    Optional<Parameter> version(String version) {
        return Optional.ofNullable(byVersion.get(version));
    }

    List<Parameter> versions(String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .map(Version::parameter)
                .toList();
    }

    List<Parameter> inForce(String area, LocalDate day) {
        return byName.keySet().stream()
                .flatMap(name -> find(name, area, day).stream())
                .toList();
    }

    List<Parameter> overrides(Parameter own) {
        if (own.area().isEmpty()) {
            return List.of();
        }
        var area = own.area().orElseThrow();
        return versions(own.name()).stream()
                .filter(each -> each.area()
                        .map(wider -> !wider.equals(area) && Area.covers(wider, area))
                        .orElse(true))
                .filter(each -> meet(each, own))
                .toList();
    }

    private static boolean meet(Parameter one, Parameter other) {
        return one.until().map(last -> !last.isBefore(other.from())).orElse(true)
                && other.until().map(last -> !last.isBefore(one.from())).orElse(true);
    }
}
