package org.maplebridge.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;

/// Many files begun at one moment hold no more than the county takes; told through HTTP.
class UploadRacesTest extends FilesStory {

    private static final long MB = 1 << 20;

    @AfterEach
    void today() {
        TestClock.reset();
    }

    private Wire.Answer begun(Opened matter, String digits, long size, String sha256) {
        return new Wire(port)
                .post(
                        "/api/public/own/files/uploads",
                        Map.of(
                                "code",
                                matter.code(),
                                "phoneLast4",
                                digits,
                                "name",
                                "长.png",
                                "size",
                                size,
                                "sha256",
                                sha256));
    }

    private static String hash(String series, int i) {
        return "%s%063d".formatted(series, i);
    }

    /// All of them at once.
    private static List<Wire.Answer> atOnce(int many, IntFunction<Wire.Answer> asked) throws Exception {
        var start = new CyclicBarrier(many);
        try (var all = Executors.newFixedThreadPool(many)) {
            var waiting = IntStream.range(0, many)
                    .mapToObj(i -> all.submit(() -> {
                        start.await();
                        return asked.apply(i);
                    }))
                    .toList();
            var answers = new java.util.ArrayList<Wire.Answer>();
            for (var each : waiting) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private static List<String> refusals(List<Wire.Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() != 201)
                .map(answer -> answer.status() + " " + answer.text("rule"))
                .distinct()
                .toList();
    }

    private static long taken(List<Wire.Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 201).count();
    }

    @Test
    void theBytesOfADayAreNeverPassedHoweverManyBeginAtOnce() throws Exception {
        var matter = dispute("13800005821");
        var answers = atOnce(16, i -> begun(matter, "5821", 300 * MB, hash("a", i)));
        assertThat(refusals(answers)).containsExactly("409 evidence.party-day-mb");
        assertThat(taken(answers)).as("3 × 300 MB of 1000").isEqualTo(3);
    }

    /// Across the matters of one person too.
    @Test
    void whatIsNotWholeYetIsNeverMoreThanIsTakenAtOnce() throws Exception {
        var one = dispute("13800005822");
        var other = dispute("13800005822");
        var answers = atOnce(16, i -> begun(i % 2 == 0 ? one : other, "5822", 9, hash("b", i)));
        assertThat(refusals(answers)).containsExactly("409 evidence.most-at-once");
        assertThat(taken(answers)).isEqualTo(10);
    }

    @Test
    void theBytesOfAMatterAreNeverPassedEither() throws Exception {
        var matter = dispute("13800005823");
        for (int day = 0; day < 2; day++) {
            for (int i = 0; i < 2; i++) {
                ok(begun(matter, "5823", 450 * MB, hash("c", day * 2 + i)));
            }
            aDayLater();
        }
        var answers = atOnce(12, i -> begun(matter, "5823", 150 * MB, hash("d", i)));
        assertThat(refusals(answers)).containsExactly("409 evidence.party-matter-mb");
        assertThat(taken(answers)).as("1800 MB are there, of 2000").isEqualTo(1);
    }

    @Test
    void theSameFileBegunTwiceAtOnceIsOneUpload() throws Exception {
        var matter = dispute("13800005824");
        var answers = atOnce(8, i -> begun(matter, "5824", 300 * MB, hash("e", 0)));
        assertThat(refusals(answers)).isEmpty();
        assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
    }

    @Test
    void anOfficerHasNoMoreThanSoManyOnTheWayEither() throws Exception {
        var matter = dispute("13800005825");
        var answers = atOnce(
                16,
                i -> as("ren")
                        .post(
                                "/api/files/uploads",
                                Map.of("matter", matter.id(), "name", "长.png", "size", 9, "sha256", hash("f", i))));
        assertThat(refusals(answers)).containsExactly("409 evidence.most-at-once");
        assertThat(taken(answers)).isEqualTo(10);
    }
}
