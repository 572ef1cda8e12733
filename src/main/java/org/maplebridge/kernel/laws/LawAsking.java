package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.engines.search.Answers;
import org.maplebridge.engines.search.Hit;
import org.maplebridge.engines.search.Plainly;
import org.maplebridge.engines.search.Question;
import org.springframework.stereotype.Component;

/// Puts an answer together: what is found, what of it is quoted, and, if the county has named a model elsewhere, what
/// that makes of it as far as it holds.
@Component
class LawAsking {

    private static final int LOOKED_AT = 10;
    private static final String OURS = "没有使用语言模型：只列出条文原文。您的问题不保存，也不离开本机。";
    private static final String NOT_READY = "检索还没有准备好，请稍后再试。";

    private final LawIndex index;
    private final LawReads reads;
    private final LawChecked checked;
    private final LawWording wording;

    LawAsking(LawIndex index, LawReads reads, LawChecked checked, LawWording wording) {
        this.index = index;
        this.reads = reads;
        this.checked = checked;
        this.wording = wording;
    }

    /// What was found for a question.
    record Found(String words, LocalDate on, Answers.Answer answer, Map<UUID, LawRow.Placed> rows, boolean ready) {}

    /// Needs a transaction, anybody's.
    Found found(String said, LocalDate on) {
        var words = Plainly.of(said).text();
        var search = index.search();
        var hits = words.isBlank()
                ? List.<Hit>of()
                : search.map(open -> open.search(new Question(words, LOOKED_AT, on, true, Set.of(), Set.of())))
                        .orElse(List.of());
        var ids = hits.stream().map(hit -> UUID.fromString(hit.id())).toList();
        var rows = reads.placed(ids).stream()
                .collect(Collectors.toMap(row -> row.text().id(), Function.identity()));
        var answer = Answers.answer(
                said,
                hits,
                id -> Optional.ofNullable(rows.get(UUID.fromString(id)))
                        .map(row -> row.text().text()));
        return new Found(words, on, answer, rows, search.isPresent());
    }

    /// What a model elsewhere says; none if none is named or nothing is answered. Takes its time: no transaction.
    ///
    /// @param wanted whether whoever asks let the question go elsewhere; else it stays here
    Optional<String> worded(Found found, boolean wanted) {
        if (!wanted || !wording.on() || found.answer().state() != Answers.State.ANSWERED) {
            return Optional.empty();
        }
        return wording.worded(
                found.words(),
                placed(found)
                        .map(row -> new LawWording.Given(
                                row.lawName(), row.text().label(), row.text().text()))
                        .toList());
    }

    /// Needs a transaction, anybody's.
    ///
    /// @param wanted whether whoever asks let the question go elsewhere
    LawAskDesk.AskAnswer answer(Found found, Optional<String> worded, boolean wanted) {
        var answer = found.answer();
        var shown = placed(found).map(row -> row.text().text()).toList();
        var held = worded.map(words -> checked.check(words, shown, found.on()));
        return new LawAskDesk.AskAnswer(
                found.on(),
                answer.state(),
                answer.topic().map(topic -> new LawAskDesk.AskTopic(topic.topic(), rounded(topic.sure()))),
                answer.sure(),
                answer.quoted().stream()
                        .map(quoted -> article(quoted, found.rows()))
                        .flatMap(Optional::stream)
                        .toList(),
                answer.missing(),
                answer.hints(),
                held.map(LawChecked.Held::words).filter(words -> !words.isEmpty()),
                !wanted && wording.on() && answer.state() == Answers.State.ANSWERED,
                note(found, held, wanted));
    }

    private String note(Found found, Optional<LawChecked.Held> held, boolean wanted) {
        if (!found.ready()) {
            return NOT_READY;
        }
        if (!wording.on() || !wanted) {
            return OURS;
        }
        return held.map(each -> "文字由外部语言模型起草，您的问题已发给它；每处引用都与当日有效的条文核对过"
                        + (each.refused() > 0 ? "，有 " + each.refused() + " 句对不上，已删去。" : "。")
                        + "以条文原文为准；您的问题不保存。")
                .orElse("外部语言模型没有参与这次回答：只列出条文原文。您的问题不保存。");
    }

    private static Stream<LawRow.Placed> placed(Found found) {
        return found.answer().quoted().stream()
                .map(quoted -> Optional.ofNullable(found.rows().get(UUID.fromString(quoted.id()))))
                .flatMap(Optional::stream);
    }

    private static Optional<LawAskDesk.AskArticle> article(Answers.Quoted quoted, Map<UUID, LawRow.Placed> rows) {
        return Optional.ofNullable(rows.get(UUID.fromString(quoted.id())))
                .map(row -> new LawAskDesk.AskArticle(
                        row.text().id(),
                        row.lawName(),
                        row.text().label(),
                        row.text().edition(),
                        row.from(),
                        quoted.quotes().stream()
                                .map(quote -> new LawAskDesk.AskQuote(quote.text(), quote.from(), quote.to()))
                                .toList(),
                        quoted.why().name()));
    }

    private static double rounded(double sure) {
        return Math.round(sure * 100) / 100.0;
    }
}
