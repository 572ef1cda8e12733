package org.maplebridge.kernel.matters;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Takes a request off the wire: body, key and version, each with a clear answer when it can't be taken.
final class Incoming {

    /// The most bytes a body may have. Files have a door of their own.
    static final int MOST_BYTES = 512 * 1024;

    private static final int MOST_KEY = 80;

    private Incoming() {}

    static Request read(HttpServletRequest http, Actor actor, String route) {
        return new Request(actor, body(http), key(http, route), OptionalInt.empty(), Optional.empty());
    }

    /// As [#read], with the version that officers must name.
    static Request readVersioned(HttpServletRequest http, Actor actor, String route) {
        var key = key(http, route);
        var version = version(http);
        return new Request(actor, body(http), key, OptionalInt.of(version), Optional.empty());
    }

    static JsonNode body(HttpServletRequest http) {
        var type = http.getContentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw new Refused(Problem.of(415, "content-type", "只收 JSON", "请求的 Content-Type 应是 application/json。"));
        }
        try {
            var bytes = http.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Refused(Problem.of(413, "too-large", "内容太长", "一次最多 " + MOST_BYTES / 1024 + " KB。")
                        .withNext("把长材料作为附件上传，这里只写要点。"));
            }
            return Canonical.MAPPER.readTree(bytes);
        } catch (JacksonException malformed) {
            throw new Refused(Problem.of(
                            400,
                            "json",
                            "内容不是完整的 JSON",
                            "第 " + malformed.getLocation().getLineNr() + " 行附近读不懂。")
                    .withNext("检查是否被截断、编码是否为 UTF-8。"));
        } catch (IOException broken) {
            throw new Refused(Problem.of(400, "cut", "内容没有传完", "连接中途断开，没有办理。").withNext("用同一个 Idempotency-Key 再提交一次。"));
        }
    }

    private static Work.Key key(HttpServletRequest http, String route) {
        return new Work.Key(route, key(Optional.ofNullable(http.getHeader("Idempotency-Key"))));
    }

    /// A key that can stand for a request.
    static String key(Optional<String> given) {
        var key = given.orElse(null);
        boolean fits = key != null && key.length() >= 8 && key.length() <= MOST_KEY && key.matches("[!-~]+");
        if (key == null || !fits) {
            throw new Refused(Problem.of(400, "key", "缺少提交编号", "每次提交都要带 Idempotency-Key（8 到 80 个字母、数字或符号），重复提交时不变。")
                    .withFields(List.of(new Problem.Field("Idempotency-Key", "应是 8 到 80 个字母、数字或符号。")))
                    .withRule("ground.idempotency")
                    .withNext("生成一个 UUID 作为 Idempotency-Key 再提交。"));
        }
        return key;
    }

    /// The same key with other words.
    static Refused keyReused() {
        return new Refused(Problem.of(422, "key-reused", "同一个提交编号，内容却不同", "这个 Idempotency-Key 已经用于另一份内容，没有再办一次。")
                .withRule("ground.idempotency")
                .withNext("内容确实要改，就换一个新的 Idempotency-Key 再提交。"));
    }

    private static int version(HttpServletRequest http) {
        var header = http.getHeader("If-Match");
        if (header == null) {
            throw new Refused(Problem.of(428, "if-match", "请说明看到的是第几版", "提交时要带 If-Match，写明您看到的版本，免得盖掉别人刚办的。")
                    .withRule("matters.version")
                    .withNext("先打开事项，取 version（或 ETag），再提交。"));
        }
        try {
            return Integer.parseInt(header.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException malformed) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("If-Match", "应是版本号，如 \"3\"。"))));
        }
    }
}
