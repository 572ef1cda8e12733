package org.maplebridge.scenes.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.SceneView.Line;
import org.maplebridge.kernel.matters.SceneView.Section;
import org.maplebridge.kernel.matters.SceneView.Shown;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// What the page of an order shows, in the words of `orders.yml`.
@Component
class OrdersView {

    private final OrdersStore store;
    private final ObjectProvider<Matters> matters;
    private final DataFile words;

    /// @param matters asked for late: they know every scene, this one too
    OrdersView(OrdersStore store, ObjectProvider<Matters> matters, DataFiles files) {
        this.store = store;
        this.matters = matters;
        this.words = files.all().stream()
                .filter(file -> file.section("scene").path("name").asString("").equals("orders"))
                .findFirst()
                .orElseThrow();
    }

    String title(Order.Kind kind) {
        return words.section("Kind").path(kind.name()).asString("");
    }

    /// The number of a matter, with the way to it for those who see it.
    private Line number(String title, String code) {
        return new Line(title, code, "text", matters.getObject().withCode(code).map(Matter::id));
    }

    Shown shown(UUID matter) {
        var order = store.find(matter);
        var wanted = order.wanted();
        var asked = new ArrayList<Line>();
        asked.add(Line.text("申请", title(wanted.kind())));
        asked.add(number("事项编号", wanted.code()));
        wanted.party().ifPresent(no -> asked.add(Line.text("第几位当事人", "第 " + no + " 位")));
        wanted.otherCode().ifPresent(code -> asked.add(number("另一件的编号", code)));
        wanted.otherParty().ifPresent(no -> asked.add(Line.text("另一件里第几位", "第 " + no + " 位")));
        wanted.domain()
                .ifPresent(domain -> asked.add(Line.text(
                        "与哪个保密域核对", words.section("Domain").path(domain.name()).asString(""))));
        wanted.hours().ifPresent(hours -> asked.add(Line.text("开放多久", hours + " 小时")));
        asked.add(Line.text("法律依据", wanted.article()));
        var decided = new ArrayList<Line>();
        order.opinion().ifPresent(opinion -> decided.add(Line.text("审批意见", opinion)));
        order.outcome().ifPresent(outcome -> decided.add(Line.text("结果", outcome)));
        store.review(matter).ifPresent(review -> decided.add(Line.text("事后复核", review)));
        var sections = new ArrayList<>(List.of(new Section("申请", asked)));
        if (!decided.isEmpty()) {
            sections.add(new Section("决定", decided));
        }
        return new Shown(java.util.Optional.of(wanted.reason()), sections, List.of());
    }
}
