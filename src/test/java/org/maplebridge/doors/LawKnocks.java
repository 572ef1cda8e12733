package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.doors.Knock.Whose.COUNTYS;
import static org.maplebridge.doors.Knock.Whose.PUBLIC;
import static org.maplebridge.doors.Knock.Whose.SIGNED_IN;
import static org.maplebridge.doors.Knock.on;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// At the doors of the law, which is public, and of how its texts came in, which is the county's.
final class LawKnocks {

    private LawKnocks() {}

    static List<Knock> of(House house) {
        var some = "/" + new UUID(0, 1);
        var edition = "/" + edition(house);
        return List.of(
                on("GET /api/laws", PUBLIC, "/api/laws"),
                on("GET /api/laws/{law}", PUBLIC, "/api/laws" + some),
                on("GET /api/laws/editions/{edition}/articles", PUBLIC, "/api/laws/editions" + some + "/articles"),
                on("GET /api/laws/articles/{id}", PUBLIC, "/api/laws/articles" + some),
                on("GET /api/laws/articles/{id}/cited-by", PUBLIC, "/api/laws/articles" + some + "/cited-by"),
                on("GET /api/laws/articles/{id}/similar", PUBLIC, "/api/laws/articles" + some + "/similar"),
                on(
                        "GET /api/laws/compare",
                        PUBLIC,
                        "/api/laws/compare?from=" + some.substring(1) + "&to=" + some.substring(1)),
                on("GET /api/laws/search", PUBLIC, "/api/laws/search?q=x"),
                on("GET /api/laws/citations", SIGNED_IN, "/api/laws/citations"),
                on("GET /api/laws/editions/{edition}/touched", SIGNED_IN, "/api/laws/editions" + edition + "/touched"),
                on("POST /api/laws/ask", PUBLIC, "/api/laws/ask").saying(Map.of("words", "石桥上能不能晾晒")),
                on("GET /api/laws/imports", COUNTYS, "/api/laws/imports"),
                on("GET /api/laws/imports/{id}/report", COUNTYS, "/api/laws/imports" + some + "/report"));
    }

    /// Of a law that nobody ever passed.
    private static String edition(House house) {
        try {
            var folder = Files.createTempDirectory("laws");
            Files.writeString(
                    folder.resolve("枫桥门前测试条例(2020-01-02).md"),
                    "# 枫桥门前测试条例\n\n2020年1月2日 通过\n\n<!-- INFO END -->\n\n第一条 门前不堆东西。\n");
            house.chores().errand("import laws", folder.toString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var right = house.as(House.RIGHT);
        var laws = right.get("/api/laws?state=ALL&q=枫桥门前测试条例");
        var law = laws.body().at("/items/0/id").asString("");
        assertThat(law).as(laws.toString()).isNotEmpty();
        return right.get("/api/laws/" + law).body().at("/editions/0/id").asString("");
    }
}
