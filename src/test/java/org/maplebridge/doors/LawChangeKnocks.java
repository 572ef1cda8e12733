package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// At the doors of what a new edition makes work of.
final class LawChangeKnocks {

    private static final int ARTICLES = 35;

    private LawChangeKnocks() {}

    static List<Knock> of(House house) {
        var change = "/api/lawchanges/" + raised(house, House.RIGHT).id();
        return List.of(
                on("GET /api/lawchanges", SIGNED_IN, "/api/lawchanges"),
                on("GET /api/lawchanges/{id}/lines", THEIRS, change + "/lines"),
                on("GET /api/lawchanges/{id}/lines/{no}/marks", THEIRS, change + "/lines/1/marks"),
                on("GET /api/lawchanges/{id}/lines/{no}/matters", THEIRS, change + "/lines/1/matters"),
                on("GET /api/lawchanges/{id}/book", THEIRS, change + "/book"));
    }

    /// Two editions, one after the other, of a text that bears the name of a law which is cited.
    ///
    /// @param who a legal officer who handles what comes of it
    static House.Filed raised(House house, String who) {
        edition(house, "2021-01-02", "石榴树下可以坐。");
        edition(house, "2024-01-02", "石榴树下不可以坐。");
        var officer = house.as(who);
        house.chores()
                .running(
                        "LawChangesRound",
                        () -> officer.get("/api/lawchanges")
                                        .body()
                                        .path("items")
                                        .size()
                                > 0);
        var id = House.ok(officer.get("/api/lawchanges"))
                .body()
                .at("/items/0/id")
                .asString("");
        var code = House.ok(officer.get("/api/matters/" + id)).text("code");
        return new House.Filed(id, code, "");
    }

    private static void edition(House house, String day, String words) {
        var text = new StringBuilder("# 中华人民共和国人民调解法\n\n<!-- INFO END -->\n");
        for (int no = 1; no <= ARTICLES; no++) {
            text.append("\n第 ")
                    .append(no)
                    .append(" 条 这不是那部法律的条文。")
                    .append(no == 17 ? words : "")
                    .append("\n");
        }
        try {
            var folder = Files.createTempDirectory("laws");
            Files.writeString(
                    folder.resolve("人民调解法(" + day + ").md"), text.toString().replaceAll("第 (\\d+) 条", "第$1条"));
            house.chores().errand("import laws", folder.toString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
