package org.maplebridge.kernel.laws;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Laws as they are handed out.
final class LawWire {

    private LawWire() {}

    /// A line of the list.
    ///
    /// @param from first day in force of the edition shown
    /// @param articles of that edition
    record LawLine(
            UUID id,
            String name,
            List<String> called,
            String level,
            String area,
            String areaName,
            LawState state,
            int editions,
            LocalDate from,
            LocalDate passed,
            int articles) {}

    /// @param next hand this back as `after` for what follows; absent at the end
    /// @param levels how many laws of each level fit the other filters
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LawsFound(List<LawLine> items, Optional<String> next, List<LawList.LevelCount> levels, int total) {}

    /// @param stated whether the text says its first day itself; else the day it was passed stands for it
    /// @param repealedBy the law that ended it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record EditionShown(
            UUID id,
            LocalDate from,
            boolean stated,
            Optional<LocalDate> until,
            Optional<String> repealedBy,
            LocalDate passed,
            int articles,
            String source,
            LawState state,
            List<String> notes) {

        static EditionShown of(LawRow.Edition edition, LocalDate on) {
            return new EditionShown(
                    edition.id(),
                    edition.from(),
                    edition.stated(),
                    edition.until(),
                    edition.repealedBy(),
                    edition.passed(),
                    edition.articles(),
                    edition.source(),
                    edition.state(on),
                    edition.notes());
        }
    }

    /// @param article the first below the heading
    /// @param label of that article
    record ContentLine(int depth, String title, UUID article, String label) {}

    /// @param edition of the day that was asked for; absent before the first, see `note`
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LawShown(
            UUID id,
            String name,
            List<String> called,
            String level,
            String branch,
            String area,
            String areaName,
            LawState state,
            List<EditionShown> editions,
            Optional<UUID> edition,
            Optional<String> note,
            List<ContentLine> contents) {}

    /// @param number 0 for what is no article
    /// @param suffix 1 for 第…条之一
    record ArticleText(
            UUID id,
            int number,
            int suffix,
            String label,
            List<String> headings,
            String text,
            List<LawParagraphs.Paragraph> paragraphs) {

        static ArticleText of(LawRow.Text text) {
            return new ArticleText(
                    text.id(),
                    text.number(),
                    text.suffix(),
                    text.label(),
                    text.headings(),
                    text.text(),
                    LawParagraphs.of(text.text()));
        }
    }

    record LawNamed(UUID id, String name, List<String> called, String level, String area) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record EditionNamed(UUID id, LocalDate from, Optional<LocalDate> until, LawState state) {}

    /// The same article in an edition.
    ///
    /// @param article absent where that edition has none that is alike
    /// @param changed whether it reads otherwise than the one asked for
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ArticleThen(
            Optional<UUID> article,
            Optional<String> label,
            UUID edition,
            LocalDate from,
            Optional<LocalDate> until,
            boolean changed) {}

    /// @param article what is cited, in the edition of the day
    /// @param known whether the library has the law
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record CitedArticle(String law, String label, Optional<UUID> article, boolean known) {}

    /// @param citedBy how many provisions in force name it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ArticleShown(
            UUID id,
            int number,
            int suffix,
            String label,
            List<String> headings,
            String text,
            List<LawParagraphs.Paragraph> paragraphs,
            LawNamed law,
            EditionNamed edition,
            boolean inForce,
            Optional<UUID> previous,
            Optional<UUID> next,
            List<ArticleThen> editions,
            List<CitedArticle> cites,
            int citedBy) {}

    record CitingArticle(UUID article, String law, String label, String text, LocalDate from) {}

    /// A side of a comparison.
    record Side(UUID article, String label, String text) {

        static Side of(LawRow.Text text) {
            return new Side(text.id(), text.label(), text.text());
        }
    }

    /// @param parts where the words differ; empty unless there are two sides
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ComparedArticle(
            EditionCompare.Fate kind, Optional<Side> before, Optional<Side> after, List<LawRevisions.Part> parts) {}

    record Counts(int same, int changed, int added, int removed, int moved) {}

    record Compared(String law, EditionShown from, EditionShown to, Counts counts, List<ComparedArticle> items) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record FoundArticle(
            UUID article,
            String law,
            UUID lawId,
            UUID edition,
            LocalDate from,
            Optional<LocalDate> until,
            boolean inForce,
            String level,
            String area,
            int number,
            String label,
            List<String> headings,
            String text,
            double score,
            String why,
            List<AnsweringSpan> spans) {}

    record AnsweringSpan(int from, int to) {}

    /// @param changed what was read otherwise than it was written
    /// @param named laws and articles that were named
    record Understood(String words, List<String> changed, List<String> named) {}

    /// @param articles found by words
    /// @param embedded of them found by meaning
    record Ready(int articles, int embedded) {}

    record SearchAnswer(LocalDate on, List<FoundArticle> items, Understood understood, Ready ready) {}
}
