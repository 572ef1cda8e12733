package org.maplebridge.scenes.disputes;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.SceneView.Line;
import org.maplebridge.kernel.matters.SceneView.Section;
import org.maplebridge.scenes.disputes.DisputesFurther.Channel;
import org.maplebridge.scenes.disputes.DisputesFurther.Safety;
import org.maplebridge.scenes.disputes.DisputesFurther.Waiver;

/// What the page of a dispute shows of what only some have.
final class DisputesFurtherView {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final DisputesFurtherStore store;
    private final DisputesEarlier earlier;
    private final DisputesDiversions diversions;
    private final DataFile words;

    DisputesFurtherView(
            DisputesFurtherStore store, DisputesEarlier earlier, DisputesDiversions diversions, DataFile words) {
        this.store = store;
        this.earlier = earlier;
        this.diversions = diversions;
        this.words = words;
    }

    List<Section> sections(UUID matter, Dispute dispute, List<Dispute.Performance> done) {
        var all = new ArrayList<Section>();
        store.channel(matter).ifPresent(channel -> all.add(new Section("来件与回告", came(channel))));
        var safety = store.keptSafe(matter);
        if (!safety.isEmpty()) {
            all.add(new Section("安全措施", safety.stream().map(this::safe).toList()));
        }
        var invited = store.invited(matter);
        if (!invited.isEmpty()) {
            all.add(new Section(
                    "联调（一主办多参与）",
                    invited.stream()
                            .map(each -> Line.text(each.office(), word("Force", each.force()) + "：" + each.what()))
                            .toList()));
        }
        var plan = store.planned(matter);
        if (!plan.isEmpty()) {
            all.add(new Section("分期", plan(plan, done)));
        }
        store.waiver(matter).ifPresent(waiver -> all.add(new Section("申请不予处罚（治安管理处罚法第九条）", waiver(waiver))));
        diversions.of(matter).ifPresent(diversion -> all.add(new Section("导入其他途径", diverted(diversion))));
        var doubts = store.doubts(matter);
        if (!doubts.isEmpty()) {
            all.add(new Section(
                    "结案疑点（留给案件评查，不是结论）",
                    doubts.stream()
                            .map(each -> Line.text(
                                    word("Doubt", each.kind()),
                                    each.words() + "。"
                                            + (each.explained().isEmpty() ? "还没有说明" : "说明：" + each.explained())))
                            .toList()));
        }
        var reopened = earlier.reopened(matter);
        if (!reopened.isEmpty()) {
            all.add(new Section(
                    "重新打开、重新调解",
                    reopened.stream()
                            .map(each -> Line.text(word("ReopenGround", each.ground()), each.words()))
                            .toList()));
        }
        if (dispute.ending().equals(Optional.of(Choices.Ending.FAILED))) {
            all.add(new Section("还可以走的路", DisputesPaths.of(dispute.told().category())));
        }
        return all;
    }

    private List<Line> diverted(DisputesDiverting.Divert said) {
        var lines = new ArrayList<Line>();
        lines.add(Line.text("途径", word("Elsewhere", said.to())));
        said.office().ifPresent(office -> lines.add(Line.text("机关", office)));
        lines.add(new Line("为什么", said.reason(), "longText"));
        said.toldOn().ifPresent(day -> lines.add(date("告知当事人", day)));
        said.toldHow().ifPresent(how -> lines.add(Line.text("怎样告知的", word("ToldHow", how))));
        return lines;
    }

    private static List<Line> came(Channel channel) {
        var lines = new ArrayList<Line>();
        channel.sender().ifPresent(sender -> lines.add(Line.text("来件单位", sender)));
        channel.reference().ifPresent(reference -> lines.add(Line.text("来件编号", reference)));
        lines.add(date("收到", channel.received()));
        channel.told().ifPresent(day -> lines.add(date("告知受理", day)));
        channel.reported().ifPresent(day -> lines.add(date("回告", day)));
        channel.report().ifPresent(report -> lines.add(new Line("回告内容", report, "longText")));
        channel.sign().ifPresent(sign -> lines.add(Line.text("回告编号", sign)));
        return lines;
    }

    private Line safe(Safety done) {
        var what = done.kind() == Safety.Measure.REPORTED ? "报告公安" : "告知权利";
        return Line.text(
                what,
                minute(done.at())
                        + done.office().map(office -> "，" + office).orElse("")
                        + done.sign().map(sign -> "，" + sign).orElse("")
                        + done.note().map(note -> "，" + note).orElse(""));
    }

    /// Each part with what has been paid towards it: the earliest first.
    private static List<Line> plan(List<DisputesFurther.Part> plan, List<Dispute.Performance> done) {
        var paid = done.stream().flatMap(each -> each.amount().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < plan.size(); i++) {
            var part = plan.get(i);
            var towards = paid.min(part.amount()).max(BigDecimal.ZERO);
            paid = paid.subtract(towards);
            var state = towards.compareTo(part.amount()) == 0
                    ? "已付清"
                    : towards.signum() > 0 ? "已付 " + towards.toPlainString() + " 元" : "还没有付";
            lines.add(Line.text(
                    "第 " + (i + 1) + " 期",
                    part.day() + "，" + part.amount().toPlainString() + " 元，" + state
                            + part.what().map(what -> "，" + what).orElse("")));
        }
        return lines;
    }

    private List<Line> waiver(Waiver waiver) {
        var lines = new ArrayList<Line>();
        lines.add(Line.text("谁申请", word("WaiverBy", waiver.by())));
        lines.add(date("申请日", waiver.askedOn()));
        lines.add(Line.text(
                "公安机关的决定",
                waiver.decision()
                        .map(decision -> word("WaiverDecision", decision))
                        .orElse("还没有决定；是否认可由公安机关依法决定")));
        waiver.decidedOn().ifPresent(day -> lines.add(date("决定日", day)));
        waiver.sign().ifPresent(sign -> lines.add(Line.text("文书编号", sign)));
        waiver.reason().ifPresent(reason -> lines.add(new Line("理由", reason, "longText")));
        return lines;
    }

    private String word(String list, Enum<?> code) {
        return words.section(list).path(code.name()).asString(code.name());
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(Work.ZONE));
    }

    private static Line date(String title, LocalDate day) {
        return new Line(title, day.toString(), "date");
    }
}
