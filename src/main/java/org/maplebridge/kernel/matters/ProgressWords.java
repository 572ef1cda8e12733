package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Work;

/// What somebody is told who asks how their matter stands. The first sentence is the news, the rest explains it.
final class ProgressWords {

    private ProgressWords() {}

    static String of(
            SceneDef scene,
            MatterState state,
            List<MatterPage.Step> road,
            Optional<PublicMatterDesk.Continued> continued) {
        var stage = state.matter().stage();
        if (stage.open()) {
            var hint = scene.words().section("now").path(stage.name()).asString("");
            return hint.isEmpty() ? "现在在“" + scene.stageTitle(stage.name()) + "”环节，由承办单位办理。" : hint;
        }
        var day = stage.closedAt()
                .map(at -> at.atZone(Work.ZONE))
                .map(at -> "本件于 %d 年 %d 月 %d 日结束。".formatted(at.getYear(), at.getMonthValue(), at.getDayOfMonth()))
                .orElse("");
        if (state.matter().standing().mergedInto().isPresent()) {
            return "这件事已经和另一件合在一起办。" + day
                    + continued
                            .map(other -> "接着办的是“" + other.title() + "”，查询码 " + other.code() + "。")
                            .orElse("那一件涉及别人，这里不能给您看；想知道后来怎样，请问承办单位。");
        }
        boolean regular =
                scene.life().ends().stream().anyMatch(end -> end.name().equals(stage.name()));
        return regular ? "这件事已经办结。" + ended(scene, road) + day : "这一件已经撤销登记，不再办理。" + day;
    }

    /// How it ended: by the last stage of its way that has a word for that.
    private static String ended(SceneDef scene, List<MatterPage.Step> road) {
        var words = scene.words().section("ended");
        return road.reversed().stream()
                .map(step -> words.path(step.stage()).asString(""))
                .filter(word -> !word.isEmpty())
                .findFirst()
                .orElse("");
    }
}
