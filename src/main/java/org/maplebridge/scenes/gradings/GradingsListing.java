package org.maplebridge.scenes.gradings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.scenes.gradings.GradingsDesk.GradingRow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The gradings of a year by name: how far each has come and which grade was decided. No points: nobody is ranked.
@Component
class GradingsListing {

    private final GradingsStore store;
    private final GradingsBook book;
    private final GradingsWords words;
    private final ObjectProvider<Matters> matters;

    /// @param matters asked for late: they know every scene, this one too
    GradingsListing(GradingsStore store, GradingsBook book, GradingsWords words, ObjectProvider<Matters> matters) {
        this.store = store;
        this.book = book;
        this.words = words;
        this.matters = matters;
    }

    /// As far as the scope reaches.
    List<GradingRow> of(int year, Optional<String> stage) {
        var byName = Collator.getInstance(Locale.CHINA);
        return store.matters(year).stream()
                .flatMap(each -> row(each, stage).stream())
                .sorted(Comparator.comparing(GradingRow::name, byName).thenComparing(GradingRow::id))
                .toList();
    }

    private Optional<GradingRow> row(UUID id, Optional<String> stage) {
        return matters.getObject()
                .find(id)
                .filter(matter -> stage.filter(
                                wanted -> !wanted.equals(matter.stage().name()))
                        .isEmpty())
                .map(matter -> {
                    var subject = store.find(id).subject();
                    var decision = book.decisions(id).stream().reduce((one, later) -> later);
                    return new GradingRow(
                            id,
                            subject.name(),
                            subject.areaName(),
                            subject.year(),
                            matter.stage().name(),
                            words.of("stages", matter.stage().name()),
                            decision.map(each -> words.of(each.grade())),
                            decision.map(Grading.Decision::paper),
                            decision.map(Grading.Decision::day));
                });
    }

    /// The decided ones as a workbook, all of it as text.
    static byte[] sheet(int year, List<GradingRow> all, LocalDate day) {
        var decided = all.stream().filter(each -> each.grade().isPresent()).toList();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(year + " 年调解员等级", "截至 " + day, decided.size() + " 人"));
        rows.add(List.of("姓名", "地方", "等级", "文号", "审定的日子"));
        decided.forEach(each -> rows.add(List.of(
                each.name(),
                each.areaName(),
                each.grade().orElse(""),
                each.paper().orElse(""),
                each.day().map(LocalDate::toString).orElse(""))));
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Maplebridge", "1.0")) {
            var page = workbook.newWorksheet("等级");
            for (int at = 0; at < rows.size(); at++) {
                var cells = rows.get(at);
                for (int column = 0; column < cells.size(); column++) {
                    page.inlineString(at, column, Words.cell(cells.get(column)));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
