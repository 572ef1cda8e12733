package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maplebridge.engines.search.Answers;
import org.maplebridge.engines.search.Cited;
import org.springframework.stereotype.Component;

/// Checks words that somebody else has made of articles, sentence by sentence: a law that is named must be known, an
/// article must stand in the edition in force on the day, quoted words must stand in it to the letter. A sentence that
/// does not hold is left out. Needs a transaction, anybody's.
@Component
class LawChecked {

    private static final Pattern QUOTED = Pattern.compile("[“「\"]([^“”「」\"]{1,2000})[”」\"]");
    private static final Pattern TITLED = Pattern.compile("《([^《》]{2,80})》");
    private static final Pattern LEFT_OUT = Pattern.compile("……|…|\\.{3,}");
    private static final String ENDS = "。！？；\n";
    private static final String OPEN = "“「《（";
    private static final String CLOSE = "”」》）";
    /// Fewer signs between quotation marks are a word, not what a law says.
    private static final int A_WORD = 6;
    private static final int LONGEST_RANGE = 20;

    private final LawReads reads;

    LawChecked(LawReads reads) {
        this.reads = reads;
    }

    /// What held.
    ///
    /// @param words the sentences that held, as they were said; empty if none that cites an article did
    /// @param refused how many did not
    record Held(String words, int refused) {}

    /// @param shown texts of the articles that were answered with, for quotations without a citation
    Held check(String said, List<String> shown, LocalDate on) {
        var held = new StringBuilder();
        int refused = 0;
        int cited = 0;
        for (var sentence : sentences(said)) {
            var citations = Cited.in(sentence);
            if (holds(sentence, citations, shown, on)) {
                held.append(sentence);
                cited += citations.size();
            } else {
                refused++;
            }
        }
        return new Held(cited == 0 ? "" : held.toString().strip(), refused);
    }

    private boolean holds(String sentence, List<Cited> citations, List<String> shown, LocalDate on) {
        if (Answers.tellsOdds(sentence)) {
            return false;
        }
        var titled = TITLED.matcher(sentence);
        while (titled.find()) {
            if (!reads.known(LawNames.meant(titled.group(1)))) {
                return false;
            }
        }
        var texts = new ArrayList<String>();
        for (var one : citations) {
            var found = articles(one, on);
            if (found.isEmpty()) {
                return false;
            }
            texts.addAll(found);
        }
        var quoted = QUOTED.matcher(sentence);
        while (quoted.find()) {
            boolean word = texts.isEmpty() && quoted.group(1).length() < A_WORD;
            if (!word && !stands(quoted.group(1), texts.isEmpty() ? shown : texts)) {
                return false;
            }
        }
        return true;
    }

    /// The texts that a citation means, each of a range; empty if one of them isn't there on the day.
    private List<String> articles(Cited cited, LocalDate on) {
        if (cited.law().isEmpty() || cited.last() - cited.article() > LONGEST_RANGE) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int number = cited.article(); number <= cited.last(); number++) {
            var found = reads.onTheDay(LawNames.meant(cited.law()), number, cited.suffix(), on)
                    .map(LawRow.Text::text)
                    .flatMap(text -> part(text, cited));
            if (found.isEmpty()) {
                return List.of();
            }
            texts.add(found.get());
        }
        return texts;
    }

    /// The paragraph or item that is cited, the whole article if none is.
    private static Optional<String> part(String text, Cited cited) {
        var paragraphs = LawParagraphs.of(text);
        if (cited.paragraph() > paragraphs.size()) {
            return Optional.empty();
        }
        var chosen = cited.paragraph() == 0 ? paragraphs : List.of(paragraphs.get(cited.paragraph() - 1));
        if (cited.item() > 0 && chosen.stream().noneMatch(each -> each.items().size() >= cited.item())) {
            return Optional.empty();
        }
        if (cited.paragraph() == 0) {
            return Optional.of(text);
        }
        var words = new StringBuilder(chosen.getFirst().text());
        chosen.getFirst().items().forEach(item -> words.append(item.label()).append(item.text()));
        return Optional.of(words.toString());
    }

    /// Whether quoted words stand in one of the texts; blanks and line ends do not count.
    private static boolean stands(String quoted, List<String> texts) {
        var parts = LEFT_OUT.split(plain(quoted));
        return texts.stream().map(LawChecked::plain).anyMatch(text -> {
            for (var part : parts) {
                var bare = part.replaceAll("[。；，、：]$", "");
                if (!text.contains(bare)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u3000]", "");
    }

    /// Sentences with their ends; an end between quotation marks or brackets ends nothing.
    private static List<String> sentences(String said) {
        var sentences = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < said.length(); at++) {
            char sign = said.charAt(at);
            depth += OPEN.indexOf(sign) >= 0 ? 1 : CLOSE.indexOf(sign) >= 0 ? -1 : 0;
            depth = sign == '\n' ? 0 : Math.max(0, depth);
            if (depth == 0 && ENDS.indexOf(sign) >= 0) {
                sentences.add(said.substring(from, at + 1));
                from = at + 1;
            }
        }
        if (from < said.length()) {
            sentences.add(said.substring(from));
        }
        return sentences.stream().filter(each -> !each.isBlank()).toList();
    }
}
