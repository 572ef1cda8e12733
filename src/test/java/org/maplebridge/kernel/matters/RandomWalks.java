package org.maplebridge.kernel.matters;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;

/// What is said on a random walk through disputes: for each verb words that could be right.
final class RandomWalks {

    /// Who tries: at each office somebody who may do everything there, and some who may not.
    static final Map<String, List<String>> PEOPLE = Map.of(
            "grid", List.of("disputes.grid-worker", "disputes.dispatcher", "disputes.mediator"),
            "village", List.of("disputes.mediator", "disputes.dispatcher", "disputes.police"),
            "town", List.of("disputes.mediator", "disputes.dispatcher", "disputes.clerk", "disputes.police"),
            "county", List.of("disputes.mediator", "disputes.dispatcher", "disputes.clerk"),
            "police", List.of("disputes.police"),
            "department", List.of("kernel.supervisor"));

    /// Every row that a move may write.
    static final String ROWS = "select md5(string_agg(row, '|' order by row)) from ("
            + Stream.of(
                            "matters.matter",
                            "matters.deadline",
                            "matters.party",
                            "matters.link",
                            "matters.code",
                            "trail.receipt",
                            "trail.entry",
                            "trail.matter_key",
                            "people.persona",
                            "tasks.task",
                            "ground.reach",
                            "ground.request",
                            "disputes.dispute",
                            "disputes.agreement",
                            "disputes.confirmation",
                            "disputes.performance",
                            "evaluations.given",
                            "evaluations.call")
                    .map(table -> "select (to_jsonb(t) - 'leaf')::text as row from " + table + " t")
                    .collect(Collectors.joining(" union all "))
            + ") everything";

    private RandomWalks() {}

    /// A step that somebody tries.
    ///
    /// @param fits whether the verb is one that the page has for the stage
    /// @param own whether an officer of the office in charge tries it
    /// @param pick which verb, which other officer
    /// @param hours how long before
    record Try(boolean fits, boolean own, int pick, int hours) {}

    /// Every verb there is, the scene's and the kernel's, with a body.
    static Map<String, Map<String, ?>> said(LocalDate today, County county, UUID post, UUID other) {
        var village = county.office("village").id().toString();
        var said = new HashMap<String, Map<String, ?>>();
        var registered = DisputeForms.calmBut("policeInformed", true);
        registered.put("respondent", "吴强");
        said.put("register", registered);
        said.put("route", Map.of("area", County.VILLAGE, "category", "NOISE", "agency", village, "reason", "就近"));
        said.put("accept", Map.of());
        said.put("begin", Map.of("willing", "BOTH", "informed", true));
        said.put("flag", Map.of("danger", "THREAT", "policeInformed", true, "note", "说了狠话"));
        said.put("respond", Map.of("how", "PHONE", "note", "已联系上"));
        said.put("clear", Map.of("reason", "已核实，没有危险"));
        said.put("agree", DisputeForms.agreement(today, "夜里太吵。", "晚上不施工。"));
        said.put("confirm", Map.of("choice", "GIVEN_UP", "joint", true));
        said.put("perform", Map.of());
        said.put("performed", Map.of("day", today.toString(), "result", "FULL"));
        said.put("fail", Map.of("reason", "NO_CONSENSUS", "note", "谈不拢", "informed", true));
        said.put("withdraw", Map.of("reason", "不想再提了"));
        said.put("divert", Map.of("to", "LITIGATION", "reason", "要打官司", "informed", true));
        said.put("evaluate", Map.of("grade", "SATISFIED", "channel", "PHONE"));
        said.put("exempt", Map.of("reason", "DECLINED", "note", "不愿意评价"));
        said.put("close", Map.of("summary", "办完了。"));
        said.put("return", Map.of("reason", "不归这里管"));
        said.put("upgrade", Map.of("reason", "这里办不了"));
        said.put("transfer", Map.of("agency", village, "reason", "由村里办"));
        said.put("assign", Map.of("post", post.toString(), "reason", "按分工"));
        said.put("suspend", Map.of("reason", "等鉴定"));
        said.put("resume", Map.of("reason", "鉴定好了"));
        said.put("extend", Map.of("reason", "还差一点", "agreed", true));
        said.put("link", Map.of("matter", other.toString(), "reason", "同一栋楼"));
        said.put("merge", Map.of("matter", other.toString(), "reason", "同一件事"));
        said.put("refer", Map.of("scene", "disputes", "blocking", true, "reason", "另有一桩"));
        said.put("revoke", Map.of("reason", "导入错了"));
        return said;
    }
}
