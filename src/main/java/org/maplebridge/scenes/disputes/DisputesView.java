package org.maplebridge.scenes.disputes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.matters.SceneView.Bearing;
import org.maplebridge.kernel.matters.SceneView.Factor;
import org.maplebridge.kernel.matters.SceneView.Line;
import org.maplebridge.kernel.matters.SceneView.Points;
import org.maplebridge.kernel.matters.SceneView.Section;
import org.maplebridge.kernel.matters.SceneView.Shown;
import org.maplebridge.kernel.matters.SceneView.Suggestion;
import org.maplebridge.kernel.scores.Card;
import org.maplebridge.kernel.scores.Scorecards;
import org.maplebridge.kernel.scores.Scored;
import org.springframework.stereotype.Component;

/// What the page of a dispute shows, in the words of `disputes.yml`.
@Component
class DisputesView {

    private final DisputesStore store;
    private final DisputesColours colours;
    private final Card card;
    private final DataFile words;
    private final DisputesFurtherView further;
    private final DisputesRulingView ruling;

    DisputesView(
            DisputesStore store,
            DisputesFurtherStore more,
            DisputesEarlier earlier,
            DisputesRulings rulings,
            DisputesDiversions diversions,
            DisputesColours colours,
            Scorecards cards,
            DataFiles files) {
        this.store = store;
        this.colours = colours;
        this.card = cards.card(DisputesRulesOfIntensity.CARD);
        this.words = files.all().stream()
                .filter(file -> file.section("scene").path("name").asString("").equals("disputes"))
                .findFirst()
                .orElseThrow();
        this.ruling = new DisputesRulingView(rulings, words);
        this.further = new DisputesFurtherView(more, earlier, diversions, words);
    }

    Shown shown(UUID matter) {
        return store.find(matter)
                .map(dispute -> new Shown(
                        Optional.of(dispute.told().words()),
                        sections(matter, dispute),
                        suggestions(dispute, !colours.all(matter).isEmpty())))
                .orElseGet(Shown::nothing);
    }

    /// What a party is told beside where it stands.
    List<String> told(UUID matter) {
        return ruling.told(matter);
    }

    private List<Section> sections(UUID matter, Dispute dispute) {
        var all = new ArrayList<Section>();
        all.add(new Section("事情", about(dispute)));
        all.add(new Section("危险情况", dangers(dispute)));
        var recoloured = colours.all(matter);
        if (!recoloured.isEmpty()) {
            all.add(new Section(
                    "人定的颜色",
                    recoloured.stream()
                            .map(each -> Line.text(
                                    each.colour().title(),
                                    each.reason() + "（规则建议" + each.suggested().title() + "）"))
                            .toList()));
        }
        store.agreement(matter).ifPresent(agreement -> all.add(new Section("调解协议", agreed(agreement))));
        store.confirmation(matter)
                .ifPresent(confirmation -> all.addAll(
                        ruling.sections(matter, word("ConfirmChoice", confirmation.choice()), confirmation)));
        var performances = store.performances(matter);
        if (!performances.isEmpty()) {
            all.add(new Section("履行", performances.stream().map(this::performed).toList()));
        }
        store.evaluation(matter).ifPresent(evaluation -> all.add(new Section("评价", evaluated(evaluation))));
        all.addAll(further.sections(matter, dispute, performances));
        return all;
    }

    /// @param decided whether a person has decided for a colour: then the machine suggests none any more
    private List<Suggestion> suggestions(Dispute dispute, boolean decided) {
        var all = new ArrayList<Suggestion>();
        var judged = dispute.judged();
        var suggested = judged.suggestion();
        var share = suggested.share() > 0 ? "（占 " + suggested.share() + "%）" : "";
        all.add(new Suggestion(
                "类别：" + word("Category", suggested.category()) + share,
                suggested.reasons(),
                "词语规则 第 " + suggested.lexicon() + " 版"));
        all.add(new Suggestion(
                (decided ? "颜色由人定" : "颜色：" + judged.colour().title())
                        + judged.intensity().map(score -> "，激化度 " + score).orElse(""),
                judged.reasons(),
                judged.count().map(Scored::version).orElse(card.edition()),
                judged.count().map(this::points)));
        if (!judged.hints().isEmpty()) {
            all.add(new Suggestion("请核实有没有危险", judged.hints(), "词语规则 第 " + suggested.lexicon() + " 版"));
        }
        return all;
    }

    private Points points(Scored count) {
        return new Points(
                card.title(),
                count.points(),
                BigDecimal.valueOf(card.most()),
                count.band().title(),
                count.band().colour(),
                count.known(),
                count.of(),
                count.reasons().stream()
                        .map(reason -> new Factor(
                                reason.words(),
                                Bearing.valueOf(reason.effect().name()),
                                Optional.of(reason.points()).filter(given -> reason.effect() == Scored.Effect.ADDS),
                                Optional.empty()))
                        .toList());
    }

    private List<Line> about(Dispute dispute) {
        var told = dispute.told();
        var lines = new ArrayList<Line>();
        lines.add(Line.text("类别", word("Category", told.category()) + (told.categorySaid() ? "" : "（规则建议，待分派时确定）")));
        told.place().ifPresent(place -> lines.add(Line.text("具体位置", place)));
        dispute.extent().people().ifPresent(people -> lines.add(Line.text("涉及人数", people + " 人")));
        dispute.extent()
                .amount()
                .filter(amount -> amount.signum() > 0)
                .ifPresent(amount -> lines.add(money("涉及金额", amount)));
        dispute.routeReason().ifPresent(reason -> lines.add(Line.text("分派理由", reason)));
        dispute.ending().ifPresent(ending -> lines.add(Line.text("结果", word("Ending", ending))));
        return lines;
    }

    private static List<Line> dangers(Dispute dispute) {
        var flags = dispute.flags();
        return List.of(
                Line.text("扬言采取极端行为", said(flags.threat())),
                Line.text("有人受伤", said(flags.injury())),
                Line.text("家庭暴力", said(flags.violence())),
                Line.text("滋扰、纠缠、跟踪", said(flags.harassment())),
                Line.text("弱势群体或欠薪", said(flags.vulnerable())),
                Line.text("已报告公安机关", flags.policeInformed() ? "是" : "否"));
    }

    private static String said(Optional<Boolean> flag) {
        return flag.map(yes -> yes ? "是" : "否").orElse("还没有核实");
    }

    private List<Line> agreed(Dispute.Agreement agreement) {
        return List.of(
                Line.text("形式", word("AgreementForm", agreement.form())),
                longText("主要事实", agreement.facts()),
                longText("争议事项和责任", agreement.duties()),
                longText("内容", agreement.content()),
                Line.text("履行方式", agreement.way()),
                date("履行期限", agreement.performBy()),
                date("生效日", agreement.effective()));
    }

    private Line performed(Dispute.Performance done) {
        return Line.text(
                done.day().toString(),
                word("Result", done.result())
                        + done.amount()
                                .map(sum -> "，" + sum.toPlainString() + " 元")
                                .orElse("")
                        + done.note().map(note -> "，" + note).orElse(""));
    }

    /// That somebody has judged, not how: whoever handles the matter sees only sums in which no party is found.
    private List<Line> evaluated(Dispute.Evaluation evaluation) {
        var lines = new ArrayList<Line>();
        if (evaluation.grade().isPresent()) {
            lines.add(Line.text("当事人评价", "已评价。评价匿名汇总，满意不满意、怎么说的，不给办理人看"));
        }
        evaluation.exempt().ifPresent(reason -> lines.add(Line.text("免评理由", word("ExemptReason", reason))));
        evaluation.exemptNote().ifPresent(note -> lines.add(longText("免评情况", note)));
        return lines;
    }

    private String word(String list, Enum<?> code) {
        return words.section(list).path(code.name()).asString(code.name());
    }

    private static Line date(String title, LocalDate day) {
        return new Line(title, day.toString(), "date");
    }

    private static Line money(String title, BigDecimal amount) {
        return new Line(title, amount.toPlainString(), "money");
    }

    private static Line longText(String title, String text) {
        return new Line(title, text, "longText");
    }
}
