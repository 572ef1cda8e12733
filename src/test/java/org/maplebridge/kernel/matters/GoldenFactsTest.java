package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.scenes.Faces;

/// What the kernel's part of a fact digest covers, as text. It is final: a new component must be optional and left out
/// when empty, so that these two never change.
class GoldenFactsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");

    private static UUID id(int last) {
        return new UUID(0x0190000000007000L, 0x8000000000000000L + last);
    }

    private static void keeps(String name, MatterState state, String... rows) {
        var drawn = new String(state.facts(List.of(rows)), StandardCharsets.UTF_8) + "\n";
        assertThat(Faces.kept(FOLDER.resolve(name + ".json"), drawn)).isEqualTo(drawn);
    }

    @Test
    void aMatterWithEverything() {
        var matter = new Matter(
                id(1),
                "disputes",
                1,
                "general",
                new Matter.Where("AGREED", AT, false, Optional.of(AT)),
                new Matter.Office("33.07.02", "TOWN", Optional.of(id(2)), Optional.of(id(3))),
                new Matter.Label("K1", "漏水", Optional.of("NEIGHBOUR"), Optional.of("RED"), Optional.of("张*")),
                new Matter.Origin(AT, AT, Optional.of("PATROL"), Optional.of(id(4)), Optional.of(id(5))),
                new Matter.Standing(2, Optional.of(AT), Optional.of(id(6)), Optional.empty()),
                Optional.of(AT),
                new Matter.Chain(3, Hash.sm3(), AT));
        var limit = new Deadline(
                1,
                "disputes.accept",
                "2026",
                Optional.of("TOWN"),
                Optional.of(id(9)),
                "3WD",
                AT,
                AT,
                LocalDate.of(2026, 1, 5),
                true,
                "2026-1",
                Deadline.State.SUSPENDED,
                Optional.of(AT),
                List.of(new Deadline.Pause(AT, Optional.of(AT)), new Deadline.Pause(AT, Optional.empty())),
                Optional.of("5WD"));
        keeps(
                "facts",
                new MatterState(
                        matter,
                        List.of(limit),
                        List.of(new Party(1, "applicant", id(7), "张*")),
                        List.of(new Link(1, Link.Kind.CHILD, id(8), true)),
                        4),
                "dispute {\"words\": \"一\"}");
    }

    @Test
    void aMatterWithAsLittleAsCanBe() {
        var matter = new Matter(
                id(1),
                "disputes",
                1,
                "general",
                new Matter.Where("REPORTED", AT, true, Optional.empty()),
                new Matter.Office("33", "COUNTY", Optional.empty(), Optional.empty()),
                new Matter.Label("K1", "漏水", Optional.empty(), Optional.empty(), Optional.empty()),
                new Matter.Origin(AT, AT, Optional.empty(), Optional.empty(), Optional.empty()),
                new Matter.Standing(0, Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                new Matter.Chain(0, Hash.sm3(), AT));
        keeps("facts-least", new MatterState(matter, List.of(), List.of(), List.of(), 0));
    }
}
