package org.maplebridge.kernel.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.ground.Hash;

/// A draw follows from its seed alone, is fair to every file, and reaches every office.
class DrawTest {

    private static Hash root(long seed) {
        return Hash.sm3(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Draw.File> files(Random random, List<Integer> sizes) {
        var files = new ArrayList<Draw.File>();
        for (int stratum = 0; stratum < sizes.size(); stratum++) {
            var office = new UUID(7, stratum);
            for (int i = 0; i < sizes.get(stratum); i++) {
                files.add(new Draw.File(new UUID(random.nextLong(), random.nextLong()), office));
            }
        }
        return files;
    }

    @Property(tries = 60)
    void theOrderDoesNotDependOnHowTheFilesStand(
            @ForAll long seed, @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        var random = new Random(seed);
        var files = files(random, sizes);
        var shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, random);
        var key = Draw.seed("计划", root(seed));
        assertThat(Draw.placed(key, shuffled)).isEqualTo(Draw.placed(key, files));
    }

    @Property(tries = 60)
    void placesAreDenseInEachStratumAndByTheKey(
            @ForAll long seed, @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        var key = Draw.seed("计划", root(seed));
        var byStratum = Draw.placed(key, files(new Random(seed), sizes)).stream()
                .collect(Collectors.groupingBy(each -> each.file().stratum()));
        byStratum.values().forEach(placed -> {
            assertThat(placed.stream().map(Draw.Placed::place))
                    .containsExactlyElementsOf(
                            IntStream.range(0, placed.size()).boxed().toList());
            assertThat(placed.stream()
                            .map(each -> Draw.key(key, each.file().id()).toString()))
                    .isSorted();
        });
    }

    @Property(tries = 300)
    void everyOfficeIsReachedAndNoneMoreThanItHas(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 500) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 400) int wanted) {
        Map<UUID, Integer> strata = new HashMap<>();
        for (int i = 0; i < sizes.size(); i++) {
            strata.put(new UUID(1, i), sizes.get(i));
        }
        int all = sizes.stream().mapToInt(each -> each).sum();
        long offices = sizes.stream().filter(each -> each > 0).count();
        if (all == 0) {
            return;
        }
        var quotas = Draw.quotas(strata, wanted);
        quotas.forEach((office, many) -> assertThat(many).isBetween(1, strata.getOrDefault(office, 0)));
        assertThat(quotas).hasSize((int) offices);
        int drawn = quotas.values().stream().mapToInt(each -> each).sum();
        assertThat(drawn).isGreaterThanOrEqualTo(Math.min(wanted, all));
        assertThat(drawn).isLessThanOrEqualTo((int) (Math.min(wanted, all) + offices));
    }

    /// Chi-square over which of ten files comes first, for 5,000 seeds: 9 degrees of freedom, one in a thousand is
    /// 27.9.
    @Test
    void everyFileComesFirstAsOften() {
        var files = files(new Random(4), List.of(10));
        var first = new HashMap<UUID, Integer>();
        for (int i = 0; i < 5_000; i++) {
            var placed = Draw.placed(Draw.seed("计划", root(i)), files);
            first.merge(placed.getFirst().file().id(), 1, Integer::sum);
        }
        double chi = files.stream()
                .mapToDouble(file -> Math.pow(first.getOrDefault(file.id(), 0) - 500.0, 2) / 500.0)
                .sum();
        assertThat(chi).isLessThan(27.9);
    }

    @Test
    void anotherPlanOrAnotherRootGivesAnotherOrder() {
        var files = files(new Random(9), List.of(200));
        var one = Draw.placed(Draw.seed("计划一", root(1)), files);
        assertThat(Draw.placed(Draw.seed("计划二", root(1)), files)).isNotEqualTo(one);
        assertThat(Draw.placed(Draw.seed("计划一", root(2)), files)).isNotEqualTo(one);
    }

    @Test
    void aShareIsRoundedUp() {
        assertThat(Draw.wanted(new BigDecimal("0.10"), 41)).isEqualTo(5);
        assertThat(Draw.wanted(new BigDecimal("0.10"), 40)).isEqualTo(4);
        assertThat(Draw.wanted(new BigDecimal("0.10"), 0)).isZero();
    }
}
