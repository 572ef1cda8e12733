package org.maplebridge.kernel.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Neither a part nor what is left when the parts shown are taken from the whole may be too small.
class SmallSamplesTest {

    @Property(tries = 1000)
    void whatIsHiddenTogetherIsNeverTooFewToTell(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 90) Integer> sizes) {
        var parts = new HashMap<String, Integer>();
        for (int i = 0; i < sizes.size(); i++) {
            parts.put("所" + i, sizes.get(i));
        }
        int whole = sizes.stream().mapToInt(each -> each).sum();
        var hidden = SmallSamples.hidden(parts, 30);
        int together =
                hidden.stream().mapToInt(part -> parts.getOrDefault(part, 0)).sum();
        parts.forEach((part, size) -> {
            if (!hidden.contains(part)) {
                assertThat(size == 0 || size >= 30).as(parts + " shows " + part).isTrue();
            }
        });
        assertThat(together == 0 || together >= 30 || together == whole)
                .as(parts + " hides " + hidden)
                .isTrue();
    }

    @Test
    void aSinglePartThatIsTooSmallTakesTheNextSmallestWithIt() {
        assertThat(SmallSamples.hidden(Map.of("甲", 12, "乙", 40, "丙", 90), 30)).containsExactlyInAnyOrder("甲", "乙");
    }

    @Test
    void smallPartsThatCoverOneAnotherLeaveTheOthersAlone() {
        assertThat(SmallSamples.hidden(Map.of("甲", 12, "乙", 29, "丙", 31), 30)).containsExactlyInAnyOrder("甲", "乙");
    }

    @Test
    void nothingIsHiddenWhereAllAreLargeEnough() {
        assertThat(SmallSamples.hidden(Map.of("甲", 30, "乙", 31, "丙", 0), 30)).isEmpty();
    }
}
