package org.maplebridge.kernel.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maplebridge.kernel.parameters.ParameterBook.Version;

class ResolutionTest {

    private static final LocalDate DAY_ZERO = LocalDate.of(2026, 1, 1);
    private static final List<String> PLACES = List.of("", "33", "33.07", "33.07.02", "33.08");

    private final ParameterBook book = new ParameterBook(List.of(
            version("base:n@2011-01-01", "", "2011-01-01", "", 0),
            version("base:n@2026-01-01", "", "2026-01-01", "", 0),
            version("city", "33.07", "2020-01-01", "2025-12-31", 1),
            version("city again", "33.07", "2020-01-01", "2025-12-31", 2),
            version("county", "33.07.02", "2024-01-01", "", 3)));

    @ParameterizedTest
    @CsvSource(textBlock = """
            33.08,        2010-12-31,
            33.08,        2011-01-01, base:n@2011-01-01
            33.08,        2026-01-01, base:n@2026-01-01
            33.07,        2019-12-31, base:n@2011-01-01
            33.07,        2020-01-01, city again
            33.07.01,     2025-12-31, city again
            33.07.01,     2026-01-01, base:n@2026-01-01
            33.07.02.103, 2023-12-31, city again
            33.07.02.103, 2024-01-01, county
            33.07.021,    2024-01-01, city again
            """)
    void theNumberOfThePlaceAndTheDayCounts(
            String place, LocalDate day, @org.jspecify.annotations.Nullable String expected) {
        assertThat(book.find("n", place, day).map(Parameter::version)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void aLocalVersionNamesWhatItSetsAside() {
        var county = book.version("county").orElseThrow();
        assertThat(book.overrides(county))
                .map(Parameter::version)
                .containsExactlyInAnyOrder("base:n@2011-01-01", "base:n@2026-01-01", "city", "city again");
        assertThat(book.overrides(book.version("base:n@2026-01-01").orElseThrow()))
                .isEmpty();
    }

    @Property(tries = 400)
    void noVersionThatHoldsBeatsTheOneFound(
            @ForAll("versions") List<Version> versions, @ForAll("places") String place, @ForAll("days") LocalDate day) {
        var found = new ParameterBook(versions).find("n", place, day);
        var holding = new ArrayList<Version>();
        for (var each : versions) {
            var area = each.parameter().area().orElse("");
            boolean there = area.isEmpty() || place.equals(area) || place.startsWith(area + ".");
            boolean then = each.parameter().from().isBefore(day.plusDays(1))
                    && each.parameter().until().orElse(LocalDate.MAX).isAfter(day.minusDays(1));
            if (there && then) {
                holding.add(each);
            }
        }
        assertThat(found.isPresent()).isEqualTo(!holding.isEmpty());
        found.ifPresent(best -> assertThat(holding).noneMatch(other -> beats(other, best, versions)));
    }

    private static boolean beats(Version other, Parameter best, List<Version> all) {
        var bestAt = all.stream()
                .filter(each -> each.parameter().equals(best))
                .findFirst()
                .orElseThrow()
                .recordedAt();
        int area = length(other.parameter()) - length(best);
        int from = other.parameter().from().compareTo(best.from());
        return area > 0
                || (area == 0 && from > 0)
                || (area == 0 && from == 0 && other.recordedAt().isAfter(bestAt));
    }

    private static int length(Parameter parameter) {
        return parameter.area().map(String::length).orElse(0);
    }

    @Provide
    Arbitrary<List<Version>> versions() {
        return Combinators.combine(
                        Arbitraries.of(PLACES),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(-1, 6),
                        Arbitraries.integers().between(0, 3))
                .as(Draft::new)
                .list()
                .ofMaxSize(8)
                .map(ResolutionTest::drawn);
    }

    /// @param lasts days beyond the first; below zero: until further notice
    private record Draft(String area, int from, int lasts, int recorded) {}

    private static List<Version> drawn(List<Draft> drafts) {
        var versions = new ArrayList<Version>();
        for (var draft : drafts) {
            var from = DAY_ZERO.plusDays(draft.from());
            var until = draft.lasts() < 0 ? "" : from.plusDays(draft.lasts()).toString();
            versions.add(version("v" + versions.size(), draft.area(), from.toString(), until, draft.recorded()));
        }
        return versions;
    }

    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of("33.07.02.103", "33.07.02", "33.07", "33.08.01", "44");
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-1, 14).map(DAY_ZERO::plusDays);
    }

    private static Version version(String name, String area, String from, String until, int recorded) {
        return new Version(
                new Parameter(
                        name,
                        "n",
                        "数",
                        "1",
                        Kind.WHOLE,
                        Optional.empty(),
                        area.isEmpty() ? Optional.empty() : Optional.of(area),
                        LocalDate.parse(from),
                        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
                        Optional.empty(),
                        Verification.LOCAL_DEFAULT,
                        "",
                        Optional.empty(),
                        ""),
                Instant.ofEpochSecond(recorded));
    }
}
