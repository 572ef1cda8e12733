package org.maplebridge.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Parcels;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;

/// What becomes of files on the disk: begun and left, changed, destroyed by order.
class FilesKeptTest extends FilesStory {

    private static final int MB = 1 << 20;

    private List<Path> kept() throws IOException {
        try (var all = Files.walk(data.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatWasBegunAndNeverFinishedIsClearedAwayAfterADay() {
        var matter = dispute("13800005616");
        var begun = as("ren")
                .post(
                        "/api/files/uploads",
                        Map.of("matter", matter.id(), "name", "半途.png", "size", 2 * MB, "sha256", "a".repeat(64)));
        var upload = begun.text("id");
        Parcels.piece(as("ren"), upload, 0, new byte[MB]);
        abandoned.clear();
        assertThat(as("ren").get("/api/files/uploads/" + upload).status()).isEqualTo(200);
        aDayLater();
        assertThat(abandoned.clear()).isPositive();
        assertThat(as("ren").get("/api/files/uploads/" + upload).status()).isEqualTo(404);
    }

    @Test
    void onlySoManyAreOnTheWayAtOnce() {
        var matter = dispute("13800005619");
        var said = Map.of("matter", matter.id(), "name", "很多.png", "size", MB, "sha256", "b".repeat(64));
        for (int i = 0; i < 10; i++) {
            assertThat(as("shou").post("/api/files/uploads", said).status()).isEqualTo(201);
        }
        var refused = as("shou").post("/api/files/uploads", said);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("rule")).isEqualTo("evidence.most-at-once");
    }

    @Test
    void aFileChangedOnTheDiskIsNotHandedOut() throws IOException {
        var matter = dispute("13800005617");
        var picture = Parcels.picture("要被改的照片");
        Parcels.add(as("ren"), "/api/files", of(matter, Parcels.photo("改.png", picture)), picture);
        Path newest;
        try (var all = Files.walk(data.resolve("files"))) {
            newest = all.filter(Files::isRegularFile)
                    .max(java.util.Comparator.comparingLong(
                            path -> path.toFile().lastModified()))
                    .orElseThrow();
        }
        var bytes = Files.readAllBytes(newest);
        bytes[bytes.length - 3] ^= 1;
        Files.write(newest, bytes);
        var read = as("ren").get("/api/matters/" + matter.id() + "/files/" + Parcels.sha256(picture));
        assertThat(read.status()).as(read.toString()).isEqualTo(409);
        assertThat(read.text("title")).contains("对不上");
    }

    /// Whoever sent it could else take back what lies in the trail, and nobody could read it any more.
    @Test
    void whatHasBecomeAFileIsNotGivenUpAnyMore() {
        var matter = dispute("13800005620");
        var picture = Parcels.picture("要留住的照片");
        var ren = as("ren");
        var upload = ok(ren.post(
                        "/api/files/uploads",
                        Map.of(
                                "matter",
                                matter.id(),
                                "name",
                                "留.png",
                                "size",
                                picture.length,
                                "sha256",
                                Parcels.sha256(picture))))
                .text("id");
        ok(Parcels.piece(ren, upload, 0, picture));
        ok(ren.post("/api/files/uploads/" + upload + "/finish", of(matter, Parcels.photo("留.png", picture))));
        var dropped = ren.delete("/api/files/uploads/" + upload);
        assertThat(dropped.status()).as(dropped.toString()).isEqualTo(409);
        assertThat(dropped.text("rule")).isEqualTo("evidence.added");
        ok(ren.move(matter.id(), "withdraw-file", Map.of("no", 1, "reason", "照片拍糊了")));
        var again = ren.post("/api/files/uploads/" + upload + "/finish", of(matter, Parcels.photo("留.png", picture)));
        assertThat(again.status()).as("one upload is one file: " + again).isEqualTo(422);
        assertThat(ok(ren.get("/api/matters/" + matter.id() + "/files/" + Parcels.sha256(picture)))
                        .raw()
                        .body())
                .contains("要留住的照片");
    }

    @Test
    void whatIsDestroyedByOrderLeavesNothingOfItsFiles() throws IOException {
        var matter = dispute("13800005618");
        var picture = Parcels.picture("要销毁的照片");
        var before = kept();
        Parcels.add(as("ren"), "/api/files", of(matter, Parcels.photo("销毁.png", picture)), picture);
        var fresh = new ArrayList<>(kept());
        fresh.removeAll(before);
        assertThat(fresh).hasSize(1);
        as("ren").move(matter.id(), "divert", Map.of("to", "LITIGATION", "reason", "双方要走诉讼", "informed", true));
        var said = Map.of("order", UUID.randomUUID().toString(), "article", "个人信息保护法第四十七条");
        var destroyed = matters.move(
                UUID.fromString(matter.id()),
                "erase",
                new Request(
                        Actor.system("orders"),
                        Canonical.MAPPER.valueToTree(said),
                        new Work.Key("erase", UUID.randomUUID().toString()),
                        OptionalInt.empty(),
                        Optional.empty()));
        assertThat(destroyed).isInstanceOf(Outcome.Done.class);
        assertThat(names(matter)).isEmpty();
        assertThat(as("ren")
                        .get("/api/matters/" + matter.id() + "/files/" + Parcels.sha256(picture))
                        .status())
                .isEqualTo(404);
        aDayLater();
        abandoned.clear();
        assertThat(kept()).doesNotContainAnyElementsOf(fresh);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }
}
