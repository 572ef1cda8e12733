package org.maplebridge.kernel.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Rooms of an office: one at a time, closed when nothing is planned, written by whoever arranges the office's days.
class RoomsTest extends AppointmentsStory {

    @Test
    void ofTwoAtOneMomentOneGetsTheRoomAndTheOtherIsToldWhatIsFree() throws Exception {
        var one = dispute("一起抢房间的甲");
        var other = dispute("一起抢房间的乙");
        for (int round = 0; round < 5; round++) {
            int day = 30 + round;
            var barrier = new CyclicBarrier(2);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Integer>> both = List.of(
                        () -> {
                            barrier.await();
                            return arrange("ren", one, session(day, "09:00", "10:00"))
                                    .status();
                        },
                        () -> {
                            barrier.await();
                            return arrange("hua", other, session(day, "09:30", "10:30"))
                                    .status();
                        });
                var answers = threads.invokeAll(both).stream()
                        .map(future -> future.resultNow())
                        .toList();
                assertThat(answers).containsExactlyInAnyOrder(200, 422);
            }
        }
        intact();
    }

    @Test
    void aRoomIsClosedOnlyWhenNothingIsPlannedThere() {
        var room = as("shou").post("/api/rooms", Map.of("name", "小会议室", "seats", 6, "place", "一楼"));
        assertThat(room.status()).as(room.toString()).isEqualTo(201);
        var matter = dispute("小会议室里的一件");
        var said = session(40, "09:00", "10:00");
        said.put("room", "小会议室");
        arranged("ren", matter, said);
        var path = "/api/rooms/" + room.text("id");
        var refused = as("shou").delete(path);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("1 次");
        moved("ren", matter, "call-off", Map.of("session", 1, "reason", "不开了"));
        assertThat(as("shou").delete(path).status()).isEqualTo(204);
        assertThat(arrange("ren", matter, said).body().path("fields").toString())
                .contains("没有叫", ROOM);
        assertThat(as("shou")
                        .post("/api/rooms", Map.of("name", "小会议室", "seats", 6, "place", "一楼"))
                        .status())
                .as("its name is free again")
                .isEqualTo(201);
    }

    @Test
    void roomsAreTheOfficesOwnAndThoseAboveReadThemToo() {
        var same = as("ren").post("/api/rooms", Map.of("name", ROOM, "seats", 0, "place", ""));
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.body().path("fields").findValuesAsString("name"))
                .containsExactlyInAnyOrder("name", "seats", "place");
        var id = as("ren").get("/api/rooms").body().at("/items/0/id").asString("");
        assertThat(as("lin").delete("/api/rooms/" + id).status()).isEqualTo(403);
        assertThat(as("lin").get("/api/rooms").body().toString()).doesNotContain(ROOM);
        assertThat(as("hua")
                        .post("/api/rooms", Map.of("name", "县厅", "seats", 6, "place", "一楼"))
                        .status())
                .as("whoever sees only their own desk arranges nothing")
                .isIn(201, 403);
        var county = as("xian").post("/api/rooms", Map.of("name", "县中心大厅", "seats", 60, "place", "县城"));
        assertThat(county.status()).isEqualTo(201);
        var matter = dispute("到县里去谈");
        var said = session(41, "09:00", "10:00");
        said.put("room", "县中心大厅");
        arranged("ren", matter, said);
    }
}
