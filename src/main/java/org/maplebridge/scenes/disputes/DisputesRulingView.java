package org.maplebridge.scenes.disputes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.matters.SceneView.Line;
import org.maplebridge.kernel.matters.SceneView.Section;
import org.maplebridge.scenes.disputes.DisputesRulings.Ruled;
import org.maplebridge.scenes.disputes.DisputesRulings.Ruling;

/// What the page shows of judicial confirmation, and what a party is told of it in plain words.
final class DisputesRulingView {

    private final DisputesRulings rulings;
    private final DataFile words;

    DisputesRulingView(DisputesRulings rulings, DataFile words) {
        this.rulings = rulings;
        this.words = words;
    }

    List<Section> sections(UUID matter, String choice, Dispute.Confirmation confirmation) {
        var lines = new ArrayList<Line>();
        lines.add(Line.text("双方的决定", choice));
        confirmation.appliedOn().ifPresent(day -> lines.add(date("申请日", day)));
        confirmation.court().ifPresent(court -> lines.add(Line.text("法院", court)));
        var all = new ArrayList<Section>();
        var found = rulings.find(matter);
        found.ifPresent(ruling -> lines.addAll(after(ruling)));
        all.add(new Section("司法确认", lines));
        found.flatMap(Ruling::ruled)
                .ifPresent(ruled -> all.add(new Section(
                        "接下来",
                        next(ruled.result()).stream()
                                .map(each -> Line.text(each.title(), each.words()))
                                .toList())));
        return all;
    }

    private List<Line> after(Ruling ruling) {
        return ruling.ruled()
                .map(ruled -> {
                    var lines = new ArrayList<Line>();
                    lines.add(Line.text("结果", word(ruled)));
                    lines.add(date("裁定日", ruled.day()));
                    lines.add(Line.text("案号", ruled.caseNo()));
                    ruled.reason().ifPresent(reason -> lines.add(new Line("法院的理由", reason, "longText")));
                    return (List<Line>) lines;
                })
                .orElseGet(() -> List.of(
                        Line.text("等法院裁定", "法院应在法定期限内审结（民事诉讼法第一百八十七条）；按申请日起算，到 " + ruling.rulingBy() + " 为止，供参考")));
    }

    private String word(Ruled ruled) {
        return words.section("CourtResult")
                .path(ruled.result().name())
                .asString(ruled.result().name());
    }

    /// A way that is open from here.
    private record Way(String title, String words) {}

    private static List<Way> next(Choices.CourtResult result) {
        return switch (result) {
            case CONFIRMED ->
                List.of(
                        new Way("一方不履行的", "另一方可以向作出裁定的法院申请执行（民事诉讼法第二百零六条）"),
                        new Way(
                                "对裁定有异议的",
                                "当事人自收到裁定之日起十五日内，利害关系人自知道或者应当知道权益受到侵害之日起六个月内，" + "向作出裁定的法院提出（民事诉讼法解释第三百七十二条）"));
            case DISMISSED ->
                List.of(
                        new Way("重新调解", "可以变更原来的协议，或者达成新的协议（民事诉讼法第二百零六条）"),
                        new Way("诉讼", "可以向有管辖权的人民法院起诉（民事诉讼法第二百零六条）；经济困难的，可以申请法律援助"));
            case WITHDRAWN -> List.of(new Way("协议还在", "双方照协议履行；还在申请期限内的，可以再次共同申请（人民调解法第三十三条）"));
        };
    }

    /// In plain words, for a party.
    List<String> told(UUID matter) {
        return rulings.find(matter)
                .map(ruling -> List.of(ruling.ruled()
                        .map(ruled -> said(ruling, ruled))
                        .orElseGet(
                                () -> "双方已在 " + day(ruling.appliedOn()) + " 向" + court(ruling) + "共同申请司法确认，正在等法院裁定。")))
                .orElse(List.of());
    }

    private static String said(Ruling ruling, Ruled ruled) {
        var when = court(ruling) + " " + day(ruled.day()) + " ";
        return switch (ruled.result()) {
            case CONFIRMED -> when + "裁定确认了你们的调解协议。对方不照着做的，您可以向法院申请执行。";
            case DISMISSED -> when + "没有确认你们的调解协议。您还可以找调解员重新调解、改协议，也可以向法院起诉。";
            case WITHDRAWN -> when + "准许撤回了司法确认的申请。协议还在，请照着做；还在申请期限内的，双方可以再一起申请。";
        };
    }

    private static String court(Ruling ruling) {
        return ruling.court().orElse("法院");
    }

    private static String day(LocalDate day) {
        return day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日";
    }

    private static Line date(String title, LocalDate day) {
        return new Line(title, day.toString(), "date");
    }
}
