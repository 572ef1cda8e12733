package org.maplebridge.kernel.matters;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Takes a request off the wire: body, key and version, each with a clear answer when it can't be taken.
public final class Incoming {

    /// The most bytes a body may have. Files have a door of their own.
    static final int MOST_BYTES = 512 * 1024;

    private static final String RULE = "ground.json";
    private static final Pattern PLAIN_FRACTION = Pattern.compile("-?\\d{1,15}\\.\\d{1,10}");

    private Incoming() {}

    public static Request read(HttpServletRequest http, Actor actor, String route) {
        return new Request(actor, body(http), key(http, route), OptionalInt.empty(), Optional.empty());
    }

    /// As [#read], with the version that officers must name.
    static Request readVersioned(HttpServletRequest http, Actor actor, String route) {
        var key = key(http, route);
        var version = version(http);
        return new Request(actor, body(http), key, OptionalInt.of(version), Optional.empty());
    }

    /// A part of a request that brings more than JSON: what is said beside a file.
    public static Request read(HttpServletRequest http, Actor actor, String route, String json) {
        return new Request(actor, json(json), key(http, route), OptionalInt.empty(), Optional.empty());
    }

    /// What is said beside a piece of a file.
    public static JsonNode json(String json) {
        try {
            return plain(Canonical.MAPPER.readTree(json));
        } catch (JacksonException malformed) {
            throw new Refused(Problem.of(400, "json", "内容不是完整的 JSON", line(malformed) + "读不懂：不完整、同一项写了两次，或者层次太深。")
                    .withRule(RULE)
                    .withNext("检查是否被截断、编码是否为 UTF-8、每一项是否只写一次。"));
        }
    }

    /// What was sent, where nothing is done by it: no key is needed.
    public static JsonNode body(HttpServletRequest http) {
        var type = http.getContentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw new Refused(Problem.of(415, "content-type", "只收 JSON", "请求的 Content-Type 应是 application/json。")
                    .withRule(RULE)
                    .withNext("请从本系统的页面提交；程序调用请改 Content-Type。"));
        }
        try {
            var bytes = http.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Refused(Problem.of(413, "too-large", "内容太长", "一次最多 " + MOST_BYTES / 1024 + " KB。")
                        .withRule(RULE)
                        .withNext("把长材料作为附件上传，这里只写要点。"));
            }
            return plain(Canonical.MAPPER.readTree(bytes));
        } catch (JacksonException malformed) {
            throw new Refused(Problem.of(400, "json", "内容不是完整的 JSON", line(malformed) + "读不懂：不完整、同一项写了两次，或者层次太深。")
                    .withRule(RULE)
                    .withNext("检查是否被截断、编码是否为 UTF-8、每一项是否只写一次。"));
        } catch (IOException broken) {
            throw new Refused(Problem.of(400, "cut", "内容没有传完", "连接中途断开，没有办理。")
                    .withRule(RULE)
                    .withNext("用同一个 Idempotency-Key 再提交一次。"));
        }
    }

    private static String line(JacksonException malformed) {
        return Optional.ofNullable(malformed.getLocation())
                .filter(at -> at.getLineNr() > 0)
                .map(at -> "第 " + at.getLineNr() + " 行附近")
                .orElse("");
    }

    /// The body, if nothing in it is what no program could keep: numbers beyond all measure, text that is no text.
    private static JsonNode plain(JsonNode read) {
        if (!read.isObject()) {
            throw new Refused(Problem.of(400, "json", "内容应是一个 JSON 对象", "收到的不是 {…} 这样的内容。")
                    .withRule(RULE)
                    .withNext("没有要填的，也请发送 {}。"));
        }
        var faults = new ArrayList<Problem.Field>();
        look(read, "", faults);
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
        return read;
    }

    private static void look(JsonNode read, String place, List<Problem.Field> faults) {
        if (read.isObject()) {
            var before = place.isEmpty() ? "" : place + ".";
            read.properties().forEach(each -> look(each.getValue(), before + Words.shown(each.getKey()), faults));
        } else if (read.isArray()) {
            for (int i = 0; i < read.size(); i++) {
                look(read.get(i), place + "." + i, faults);
            }
        } else if (read.isString() && torn(read.stringValue())) {
            faults.add(new Problem.Field(place, "含有不成字的半个字符，请删去后再提交。"));
        } else if (read.isNumber()
                && !Canonical.carries(read)
                && !PLAIN_FRACTION.matcher(read.toString()).matches()) {
            faults.add(new Problem.Field(place, "这个数太大或太细，请核对。"));
        }
    }

    /// Whether it holds half of a pair of surrogates, which is no letter and has no UTF-8.
    private static boolean torn(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Work.Key key(HttpServletRequest http, String route) {
        return new Work.Key(route, SubmitKey.read(Optional.ofNullable(http.getHeader(SubmitKey.HEADER))));
    }

    private static int version(HttpServletRequest http) {
        var header = http.getHeader("If-Match");
        if (header == null) {
            throw new Refused(Problem.of(428, "if-match", "请说明看到的是第几版", "提交时要带 If-Match，写明您看到的版本，免得盖掉别人刚办的。")
                    .withFields(List.of(new Problem.Field("If-Match", "缺少这一项，应是版本号，如 \"3\"。")))
                    .withRule("matters.version")
                    .withNext("先打开事项，取 version（或 ETag），再提交。"));
        }
        try {
            return Integer.parseInt(header.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException malformed) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("If-Match", "应是版本号，如 \"3\"。")))
                    .withRule("matters.version"));
        }
    }
}
