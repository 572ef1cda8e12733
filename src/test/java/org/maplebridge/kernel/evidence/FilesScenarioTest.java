package org.maplebridge.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Parcels;
import org.maplebridge.fixtures.Wire;

/// Files of a matter, told through HTTP.
class FilesScenarioTest extends FilesStory {

    private static final int MB = 1 << 20;

    @Test
    void aPhotoIsSealedAddedReadBackAndItsWayIsKept() throws IOException {
        var matter = dispute("13800005611");
        var picture = Parcels.picture("墙边的树枝照片");
        var key = UUID.randomUUID().toString();
        var said = of(matter, Parcels.photo("墙边.png", picture));
        var added = Parcels.add(as("ren"), "/api/files", said, picture, key);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.body().path("no").asInt(0)).isEqualTo(1);
        assertThat(added.text("kindTitle")).isEqualTo("现场照片");
        assertThat(added.body().path("about").toString()).contains("测***人").doesNotContain("测试拍摄人");
        var again = Parcels.add(as("ren"), "/api/files", said, picture, key);
        assertThat(again.status()).as("the same key: the same answer").isEqualTo(201);
        assertThat(names(matter)).containsExactly("墙边.png");
        var read = as("ren").get("/api/matters/" + matter.id() + "/files/" + Parcels.sha256(picture));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.raw().body()).contains("墙边的树枝照片");
        assertThat(read.header("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(as("ren")
                        .get("/api/matters/" + matter.id() + "/files/" + Parcels.sha256(picture) + "/custody")
                        .body()
                        .toString())
                .contains("取阅", "测试员ren");
        assertThat(as("ren")
                        .get("/api/matters/" + matter.id() + "/trail")
                        .body()
                        .toString())
                .contains("添加材料", Parcels.sha256(picture));
        assertThat(sealed("墙边的树枝照片"))
                .as("nothing on the disk tells what it holds")
                .isTrue();
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    private boolean sealed(String words) throws IOException {
        try (var all = Files.walk(data.resolve("files"))) {
            return all.filter(Files::isRegularFile).noneMatch(path -> holds(path, words));
        }
    }

    private static boolean holds(Path path, String words) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).contains(words);
        } catch (IOException unread) {
            throw new IllegalStateException(unread);
        }
    }

    @Test
    void aLargeFileComesInPiecesAndGoesOnWhereItBroke() {
        var matter = dispute("13800005612");
        var film = new byte[3 * MB + 12_345];
        Arrays.fill(film, (byte) 'a');
        System.arraycopy(Parcels.picture("录像"), 0, film, 0, Parcels.picture("录像").length);
        var begun = as("ren")
                .post(
                        "/api/files/uploads",
                        Map.of(
                                "matter",
                                matter.id(),
                                "name",
                                "现场.png",
                                "size",
                                film.length,
                                "sha256",
                                Parcels.sha256(film)));
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
        var upload = begun.text("id");
        var cut = Parcels.piece(as("ren"), upload, 0, Arrays.copyOf(film, 2 * MB + 777));
        assertThat(cut.body().path("received").asLong(0))
                .as("half a frame is sent again")
                .isEqualTo(2L * MB);
        var wrong = Parcels.piece(as("ren"), upload, MB, Arrays.copyOfRange(film, MB, film.length));
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.text("detail")).contains(String.valueOf(2 * MB));
        var early = as("ren").post("/api/files/uploads/" + upload + "/finish", Parcels.photo("现场.png", film));
        assertThat(early.status()).isEqualTo(409);
        assertThat(Parcels.piece(as("lin"), upload, 2L * MB, Arrays.copyOfRange(film, 2 * MB, film.length))
                        .status())
                .as("another's upload is nobody's business")
                .isEqualTo(404);
        var rest = Parcels.piece(as("ren"), upload, 2L * MB, Arrays.copyOfRange(film, 2 * MB, film.length));
        assertThat(rest.body().path("received").asLong(0)).isEqualTo(film.length);
        var done = as("ren").post("/api/files/uploads/" + upload + "/finish", Parcels.photo("现场.png", film));
        assertThat(done.status()).as(done.toString()).isEqualTo(201);
        assertThat(names(matter)).containsExactly("现场.png");
    }

    @Test
    void whatIsNotWhatItSaysIsRefusedAndLeavesNothing() {
        var matter = dispute("13800005613");
        var picture = Parcels.picture("一张");
        var changed = of(matter, Parcels.photo("变了.png", picture));
        changed.put("sha256", Parcels.sha256(Parcels.picture("另一张")));
        var refused = Parcels.add(as("ren"), "/api/files", changed, picture);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("fields").toString()).contains("对不上");
        var program = "MZ\u0090\u0000 this is a program".getBytes(StandardCharsets.ISO_8859_1);
        var hidden = Parcels.add(as("ren"), "/api/files", of(matter, Parcels.photo("照片.jpg", program)), program);
        assertThat(hidden.status()).isEqualTo(422);
        assertThat(hidden.body().path("fields").toString()).contains("不收");
        var empty = Parcels.add(as("ren"), "/api/files", of(matter, Parcels.photo("空.png", new byte[0])), new byte[0]);
        assertThat(empty.status()).isEqualTo(422);
        var untold = of(matter, Parcels.photo("没说谁拍的.png", picture));
        untold.remove("author");
        var missing = Parcels.add(as("ren"), "/api/files", untold, picture);
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body().path("fields").findValuesAsString("name")).containsExactly("author");
        assertThat(names(matter)).isEmpty();
    }

    @Test
    void aFileIsNotTakenAwayButMarked() {
        var matter = dispute("13800005614");
        var picture = Parcels.picture("拍错了的");
        Parcels.add(as("ren"), "/api/files", of(matter, Parcels.photo("拍错.png", picture)), picture);
        var withdrawn = as("ren").move(matter.id(), "withdraw-file", Map.of("no", 1, "reason", "拍的是别人家的墙"));
        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        var row = as("ren").get("/api/matters/" + matter.id() + "/files").body().at("/items/0");
        assertThat(row.path("withdrawn").asString("")).contains("别人家的墙");
        assertThat(as("ren")
                        .move(matter.id(), "withdraw-file", Map.of("no", 1, "reason", "再标一次看看"))
                        .status())
                .isEqualTo(422);
        var copy = Parcels.picture("遮住了脸的");
        var masked = of(matter, Parcels.photo("遮盖.png", copy));
        masked.put("copyOf", 1);
        assertThat(Parcels.add(as("ren"), "/api/files", masked, copy)
                        .body()
                        .path("copyOf")
                        .asInt(0))
                .isEqualTo(1);
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void onlyWhoeverHandlesTheMatterOrIsItsPartyAddsToIt() {
        var matter = dispute("13800005615");
        var picture = Parcels.picture("当事人拍的");
        var said = of(matter, Parcels.photo("我拍的.png", picture));
        assertThat(Parcels.add(as("lin"), "/api/files", said, picture).status()).isEqualTo(404);
        assertThat(Parcels.add(as("xian"), "/api/files", said, picture).status())
                .isEqualTo(403);
        assertThat(Parcels.add(new Wire(port), "/api/files", said, picture).status())
                .isEqualTo(401);
        var own = Parcels.photo("我拍的.png", picture);
        own.put("code", matter.code());
        own.put("phoneLast4", "0000");
        assertThat(Parcels.add(new Wire(port), "/api/public/own/files", own, picture)
                        .status())
                .isEqualTo(404);
        own.put("phoneLast4", "5615");
        var added = Parcels.add(new Wire(port), "/api/public/own/files", own, picture);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        var row = as("ren").get("/api/matters/" + matter.id() + "/files").body().at("/items/0");
        assertThat(row.path("byParty").asBoolean(false)).isTrue();
        assertThat(as("lin")
                        .get("/api/matters/" + matter.id() + "/files/" + Parcels.sha256(picture))
                        .status())
                .isEqualTo(404);
    }
}
