package org.maplebridge.doors;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.fixtures.County;
import org.maplebridge.kernel.ground.Page;

/// Everything bad that may come in, by what is bad about it.
final class BadRequests {

    static final String OPEN = "/api/scenes/disputes";

    private static final String FORM = "ground.form";
    private static final String JSON = "ground.json";
    private static final String KEY = "ground.idempotency";
    private static final String REQUEST = "ground.request";

    private BadRequests() {}

    private static Map<String, Object> report(String field, Object value) {
        var said = House.report("楼下的店放音乐太吵", County.TOWN);
        said.put(field, value);
        return said;
    }

    static Stream<Bad> fields() {
        return Stream.of(
                Bad.post("没有正文", OPEN, report("words", ""), 422, FORM, "words"),
                Bad.post("正文是数字", OPEN, report("words", 12), 422, FORM, "words"),
                Bad.post("正文是列表", OPEN, report("words", List.of("一")), 422, FORM, "words"),
                Bad.post("正文太长", OPEN, report("words", "长".repeat(10_001)), 422, FORM, "words"),
                Bad.post("正文太短", OPEN, report("words", "短"), 422, FORM, "words"),
                Bad.post("控制字符", OPEN, report("words", "铃\u0007响了"), 422, FORM, "words"),
                Bad.post("空字符", OPEN, report("title", "前\u0000后"), 422, FORM, "title"),
                Bad.post("改变方向", OPEN, report("title", "正常\u202E倒过来"), 422, FORM, "title"),
                Bad.post("隔离方向", OPEN, report("place", "正常\u2066倒过来"), 422, FORM, "place"),
                Bad.post("非字符", OPEN, report("title", "前\uFFFF后"), 422, FORM, "title"),
                Bad.raw("半个字", OPEN, "{\"words\":\"前\\ud800后\"}", 422, FORM, "words"),
                Bad.raw("栏名是半个字", OPEN, "{\"\\udc00\":1}", 400, JSON),
                Bad.post("标题换行", OPEN, report("title", "第一行\n第二行"), 422, FORM, "title"),
                Bad.post("没有这个地方", OPEN, report("area", "99.99"), 422, FORM, "area"),
                Bad.post("没有这一天", OPEN, report("occurredAt", "2026-02-30T08:00:00+08:00"), 422, FORM, "occurredAt"),
                Bad.post("只有日子", OPEN, report("occurredAt", "2026-02-03"), 422, FORM, "occurredAt"),
                Bad.post("太久以前", OPEN, report("occurredAt", "0001-01-01T00:00:00Z"), 422, FORM, "occurredAt"),
                Bad.post(
                        "还没有发生",
                        OPEN,
                        report("occurredAt", "2190-01-01T00:00:00Z"),
                        422,
                        "disputes.happened",
                        "occurredAt"),
                Bad.post("没有这个来源", OPEN, report("source", "RUMOUR"), 422, FORM, "source"),
                Bad.post("电话不对", OPEN, report("phone", "12345"), 422, FORM, "phone"),
                Bad.post("多出一项", OPEN, report("colour", "red"), 422, FORM, "colour"),
                Bad.post(
                        "几处一起错",
                        OPEN,
                        Map.of("area", 3, "words", ""),
                        422,
                        FORM,
                        "area",
                        "words",
                        "source",
                        "occurredAt"));
    }

    static Stream<Bad> bodies() {
        var good = House.report("楼下的店放音乐太吵", County.TOWN);
        var huge = report("words", "大".repeat(4_000_000));
        return Stream.of(
                Bad.post("十兆字节", OPEN, huge, 413, JSON),
                Bad.raw("截断", OPEN, "{\"words\":\"说到一", 400, JSON),
                Bad.raw("不是对象", OPEN, "[]", 400, JSON),
                Bad.raw("是空的", OPEN, "", 400, JSON),
                Bad.raw("后面还有", OPEN, "{} {}", 400, JSON),
                Bad.raw("一项两次", OPEN, "{\"words\":\"一\",\"words\":\"二\"}", 400, JSON),
                Bad.raw("套得太深", OPEN, "{\"words\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}", 400, JSON),
                Bad.raw("小数当文字", OPEN, "{\"words\":12.5}", 422, FORM, "words", "area", "occurredAt", "source"),
                Bad.raw("太大的数", OPEN, "{\"words\":1e400000000}", 422, FORM, "words"),
                Bad.raw("很长的数", OPEN, "{\"words\":" + "9".repeat(900) + "}", 422, FORM, "words"),
                Bad.raw("不是数", OPEN, "{\"words\":NaN}", 400, JSON),
                Bad.post("另一种编码", OPEN, good, 400, JSON)
                        .bytes("{\"words\":\"国标编码的字\"}".getBytes(Charset.forName("GBK"))),
                Bad.post("两个字节一字", OPEN, good, 415, JSON)
                        .bytes("{\"words\":\"一\"}".getBytes(StandardCharsets.UTF_16LE))
                        .with("Content-Type", "application/octet-stream"),
                Bad.post("不说是什么", OPEN, good, 415, JSON).with("Content-Type", ""),
                Bad.post("说是文字", OPEN, good, 415, JSON).with("Content-Type", "text/plain"),
                Bad.post("要别的格式", OPEN, good, 406, REQUEST).with("Accept", "application/xml"),
                Bad.post("没有编号", OPEN, good, 400, KEY, "Idempotency-Key").with("Idempotency-Key", ""),
                Bad.post("编号太短", OPEN, good, 400, KEY, "Idempotency-Key").with("Idempotency-Key", "1234567"),
                Bad.post("编号太长", OPEN, good, 400, KEY, "Idempotency-Key").with("Idempotency-Key", "x".repeat(81)),
                Bad.post("没有这类业务", "/api/scenes/nothing", good, 404, ""),
                Bad.post("业务名藏字", "/api/scenes/a%E2%80%AEb", good, 404, ""),
                Bad.post("方法不对", OPEN, good, 405, "ground.method").by("PUT"),
                Bad.post("群众不能直接提", "/api/public/scenes/stretch.relay", good, 403, ""));
    }

    static Stream<Bad> moves(String matter, String relay, String version) {
        var begin = Map.of("willing", "BOTH", "informed", true);
        return Stream.of(
                Bad.post("没有版本", move(matter, "begin"), begin, 428, "matters.version", "If-Match"),
                Bad.post("版本旧了", move(matter, "begin"), begin, 412, "matters.version")
                        .with("If-Match", "\"1\""),
                Bad.post("版本不是数", move(matter, "begin"), begin, 422, "matters.version", "If-Match")
                        .with("If-Match", "\"abc\""),
                Bad.post("环节不对", move(matter, "close"), Map.of("summary", "结了"), 409, "matters.lifecycle")
                        .with("If-Match", version),
                Bad.post("没有这个动作", move(matter, "nothing"), Map.of(), 404, "").with("If-Match", version),
                Bad.post("动作名藏字", move(matter, "a%E2%80%AEb"), Map.of(), 404, "")
                        .with("If-Match", version),
                Bad.post("没有这件事", "/api/matters/" + UUID.randomUUID() + "/moves/begin", begin, 404, "")
                        .with("If-Match", "1"),
                Bad.post("编号不像编号", "/api/matters/1/moves/begin", begin, 404, "").with("If-Match", "1"),
                Bad.post("看不到的事", "/api/matters/" + relay + "/moves/check", begin, 404, "")
                        .with("If-Match", "1"),
                Bad.post(
                                "法律不许",
                                move(matter, "begin"),
                                Map.of("willing", "REFUSED", "informed", true),
                                409,
                                "disputes.voluntary")
                        .with("If-Match", version)
                        .citing("人民调解法第十七条"),
                Bad.post(
                                "没有告知",
                                move(matter, "begin"),
                                Map.of("willing", "BOTH", "informed", false),
                                422,
                                "disputes.begin-informed",
                                "informed")
                        .with("If-Match", version)
                        .citing("人民调解法第二十三条"),
                Bad.post(
                                "并入自己",
                                move(matter, "merge"),
                                Map.of("matter", matter, "reason", "同一件"),
                                422,
                                "matters.link-self",
                                "matter")
                        .with("If-Match", version),
                Bad.post(
                                "并入看不到的",
                                move(matter, "merge"),
                                Map.of("matter", relay, "reason", "同一件"),
                                422,
                                "matters.link-unseen",
                                "matter")
                        .with("If-Match", version),
                Bad.post(
                                "转到没有的业务",
                                move(matter, "refer"),
                                Map.of("scene", "a\u2067b", "blocking", true, "reason", "试"),
                                422,
                                FORM,
                                "scene")
                        .with("If-Match", version),
                Bad.post(
                                "交给没有的单位",
                                move(matter, "transfer"),
                                Map.of("agency", relay, "reason", "试"),
                                422,
                                FORM,
                                "agency")
                        .with("If-Match", version),
                Bad.post("没有中止", move(matter, "resume"), Map.of("reason", "试"), 409, "matters.lifecycle")
                        .with("If-Match", version));
    }

    static Stream<Bad> questions(String matter, String relay) {
        var foreign = Page.encode(List.of("x"));
        return Stream.of(
                Bad.get("太多", "/api/matters?limit=100000", 422, FORM, "limit"),
                Bad.get("负数", "/api/inbox?limit=-1", 422, FORM, "limit"),
                Bad.get("不是数", "/api/alerts?limit=many", 422, FORM, "limit"),
                Bad.get("坏的翻页标记", "/api/matters?after=%25%25", 422, FORM, "after"),
                Bad.get("别处的翻页标记", "/api/matters?after=" + foreign, 422, FORM, "after"),
                Bad.get("改过的翻页标记", "/api/matters?after=" + Page.encode(List.of(false, "x", "y")), 422, FORM, "after"),
                Bad.get("别处的翻页标记", "/api/inbox?after=" + foreign, 422, FORM, "after"),
                Bad.get("别处的翻页标记", "/api/alerts?after=" + foreign, 422, FORM, "after"),
                Bad.get("别处的翻页标记", "/api/matters/" + matter + "/trail?after=" + foreign, 422, FORM, "after"),
                Bad.get("空字符", "/api/matters?q=%00", 422, FORM, "q"),
                Bad.get("空字符", "/api/matters?colour=red%00", 422, FORM, "colour"),
                Bad.get("太长的问题", "/api/matters?q=" + "a".repeat(101), 422, FORM, "q"),
                Bad.get("没有说找什么", "/api/search", 422, FORM, "q"),
                Bad.get("只有一个字", "/api/search?q=%E6%A0%91", 422, "search.words", "q"),
                Bad.get("空字符", "/api/search?q=ab%00", 422, FORM, "q"),
                Bad.get("地址里的电话", "/api/search?q=13800005678", 422, "search.words", "q"),
                Bad.get("没有这一类", "/api/search?q=ab&kind=NOTHING", 422, "search.words", "kind"),
                Bad.get("太多", "/api/search?q=ab&limit=1000", 422, FORM, "limit"),
                Bad.get("没有这个地方", "/api/matters?area=99.99", 422, FORM, "area"),
                Bad.get("没有这个颜色", "/api/matters?colour=pink", 422, FORM, "colour"),
                Bad.get("没有这个环节", "/api/matters?scene=disputes&stage=NOWHERE", 422, FORM, "stage"),
                Bad.get("只有环节", "/api/matters?stage=ROUTED", 422, FORM, "scene"),
                Bad.get("没有这类业务", "/api/matters?scene=nothing", 404, ""),
                Bad.get("没有这一刻", "/api/matters?dueBefore=2026-02-30T00:00:00Z", 422, FORM, "dueBefore"),
                Bad.get("够不到的一刻", "/api/matters?dueBefore=%2B999999-01-01T00:00:00Z", 422, FORM, "dueBefore"),
                Bad.get("不是是否", "/api/matters?open=perhaps", 422, FORM, "open"),
                Bad.get("没有这一天", "/api/calendar?from=2026-02-30", 422, FORM, "from"),
                Bad.get("太多天", "/api/calendar?days=100000", 422, FORM, "days"),
                Bad.get("没有这个筛选", "/api/inbox?filter=nice", 422, FORM, "filter"),
                Bad.get("没有这个参数", "/api/parameters?name=nothing.here", 404, ""),
                Bad.get("没有这个单位", "/api/posts?agency=" + relay, 404, ""),
                Bad.get("没有这个岗位", "/api/me", 422, FORM, "X-Maple-Post").with("X-Maple-Post", "x"),
                Bad.get("不是我的岗位", "/api/me", 403, "").with("X-Maple-Post", relay),
                Bad.get("没有这一页", "/api/nowhere", 404, ""),
                Bad.get("不是哈希", "/api/public/log/proof?entry=zz", 422, FORM, "entry"),
                Bad.get("没有说哪一条", "/api/public/log/proof", 422, FORM, "entry"),
                Bad.get("没有这份总账", "/api/public/log/consistency?from=-1", 422, FORM, "from"),
                Bad.get("没有这张回执", "/api/public/receipts/NOTHING", 404, ""),
                Bad.get("空字符的回执", "/api/public/receipts/A%00B", 400, REQUEST),
                Bad.get("方法不对", "/api/matters", 405, "ground.method").by("DELETE"));
    }

    static Stream<Bad> elsewhere(String matter, String task) {
        var edit = new HashMap<String, Object>(
                Map.of("name", "access.lock-minutes", "value", "20", "from", "2026-03-01", "reason", "本地安全要求"));
        var impossible = new HashMap<>(edit);
        impossible.put("from", "2026-02-30");
        var unknown = new HashMap<>(edit);
        unknown.put("colour", "red");
        var hostile = new HashMap<>(edit);
        hostile.put("reason", "看起来\u202E没事");
        return Stream.of(
                Bad.post("没有这一天", "/api/parameters/proposals", impossible, 422, FORM, "from"),
                Bad.post("多出一项", "/api/parameters/proposals", unknown, 422, FORM, "colour"),
                Bad.post("改变方向", "/api/parameters/proposals", hostile, 422, FORM, "reason"),
                Bad.post("没有编号", "/api/parameters/proposals", edit, 400, KEY, "Idempotency-Key")
                        .with("Idempotency-Key", ""),
                Bad.raw("一项两次", "/api/parameters/proposals", "{\"name\":\"a\",\"name\":\"b\"}", 400, JSON),
                Bad.raw("截断", "/api/tokens", "{\"name\":", 400, JSON),
                Bad.post("十兆字节", "/api/tokens", Map.of("name", "大".repeat(4_000_000)), 413, JSON),
                Bad.raw(
                        "套得太深",
                        "/api/tokens",
                        "{\"name\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                        422,
                        FORM,
                        "name"),
                Bad.post("空字符", "/api/tokens", Map.of("name", "前\u0000后", "days", 1), 422, FORM, "name"),
                Bad.post("多少天都行", "/api/tokens", Map.of("name", "好", "days", 100000), 422, FORM, "days"),
                Bad.post("不是岗位", "/api/tasks/" + task + "/assign", Map.of("post", "x"), 422, FORM, "post"),
                Bad.post("没有编号", "/api/tasks/" + task + "/assign", Map.of("post", task), 400, KEY, "Idempotency-Key")
                        .with("Idempotency-Key", ""),
                Bad.post("没有这件待办", "/api/tasks/" + matter + "/claim", Map.of(), 404, ""),
                Bad.post("没有这条预警", "/api/alerts/" + matter + "/acknowledge", Map.of(), 404, ""),
                Bad.post("没有这张桌子", "/api/desks/" + matter + "/handover", Map.of("to", matter, "reason", "试试"), 404, ""),
                Bad.post("没有用户名", "/api/session", Map.of("password", "x"), 422, FORM, "user"),
                Bad.post(
                        "密码不对",
                        "/api/session",
                        Map.of("user", "ren", "password", "wrong-wrong"),
                        401,
                        "access.failures"),
                Bad.post("没有后四位", "/api/public/progress", Map.of("code", "ABC"), 422, FORM, "phoneLast4"),
                Bad.post(
                        "查询码里有空字符",
                        "/api/public/progress",
                        Map.of("code", "A\u0000C", "phoneLast4", "1234"),
                        422,
                        FORM,
                        "code"),
                Bad.post(
                        "查询码是对象",
                        "/api/public/progress",
                        Map.of("code", Map.of(), "phoneLast4", "1234"),
                        422,
                        FORM,
                        "code"),
                Bad.raw("不是对象", "/api/public/evaluations", "[1]", 400, JSON));
    }

    private static String move(String matter, String verb) {
        return "/api/matters/" + matter + "/moves/" + verb;
    }
}
