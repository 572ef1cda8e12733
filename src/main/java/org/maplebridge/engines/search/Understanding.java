package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a question: which articles and laws it names, what was written otherwise than it is meant. Nothing is replaced
/// in silence: what was read otherwise is said and only searched for besides.
public final class Understanding {

    private static final Set<String> NOT_PINYIN = Set.of(
            "app", "vip", "ktv", "gps", "pos", "atm", "ceo", "kpi", "suv", "bmw", "wifi", "usb", "nba", "mba", "dna",
            "pdf", "word", "excel", "http", "https", "www", "com", "cn", "ppt", "iphone", "apple", "taxi", "bus");

    /// More runs of letters than these are no question.
    private static final int MOST_RUNS = 20;

    private final Names names;
    private final Terms terms;

    /// @param names of the laws that are known
    /// @param terms words that stand in laws, the likelier first; those of the lexicon are known anyway
    public Understanding(Names names, Collection<String> terms) {
        this.names = names;
        var all = new LinkedHashSet<String>(names.called());
        all.addAll(terms);
        all.addAll(Lexicon.ours().terms());
        this.terms = new Terms(all);
    }

    /// An article or a whole law that is named.
    ///
    /// @param law its full name; empty if a number is said without a law
    /// @param article 0 for the whole law
    /// @param last of a range, else the article
    /// @param suffix of 第…条之一
    /// @param paragraph 0 if none is said
    /// @param item 0 if none is said
    /// @param said as it stands in the question
    public record Named(String law, int article, int last, int suffix, int paragraph, int item, String said) {}

    /// What was read otherwise than it was written.
    ///
    /// @param why how it differs
    /// @param from as written; empty for a whole text
    /// @param to as read
    public record Changed(Why why, String from, String to) {}

    /// Why something is read otherwise.
    public enum Why {
        TRADITIONAL,
        PINYIN,
        WRONG_SIGN,
        WRONG_NAME,
        CUT
    }

    /// What was understood.
    ///
    /// @param words in normal form, as written
    /// @param besides words to search for besides, of pinyin and wrong signs
    /// @param named articles and laws, those of an article first
    /// @param changed what was read otherwise
    public record Understood(String words, List<String> besides, List<Named> named, List<Changed> changed) {
        public Understood {
            besides = List.copyOf(besides);
            named = List.copyOf(named);
            changed = List.copyOf(changed);
        }
    }

    /// Reads a question. Any text may be given.
    public Understood read(String said) {
        var plainly = Plainly.of(said);
        var words = plainly.text();
        var changed = new ArrayList<Changed>();
        var besides = new LinkedHashSet<String>();
        if (plainly.simplified()) {
            changed.add(new Changed(Why.TRADITIONAL, "", words));
        }
        if (plainly.cut()) {
            changed.add(new Changed(Why.CUT, "", ""));
        }
        for (var run : letters(words)) {
            var read = terms.spelled(run);
            if (!read.isEmpty()) {
                changed.add(new Changed(Why.PINYIN, run, String.join(" ", read)));
                besides.addAll(read);
            }
        }
        for (var wrong : terms.wrong(words)) {
            changed.add(new Changed(Why.WRONG_SIGN, words.substring(wrong.from(), wrong.until()), wrong.meant()));
            besides.add(wrong.meant());
        }
        return new Understood(words, List.copyOf(besides), named(words, besides, changed), changed);
    }

    private List<Named> named(String words, Set<String> besides, List<Changed> changed) {
        var articles = new LinkedHashMap<String, Named>();
        var laws = new LinkedHashMap<String, Named>();
        var found = names.in(words);
        for (var cited : Cited.in(words)) {
            var law = law(cited, words, found).orElse("");
            var said = words.substring(cited.from(), cited.until());
            var named = new Named(
                    law, cited.article(), cited.last(), cited.suffix(), cited.paragraph(), cited.item(), said);
            articles.putIfAbsent(law + ' ' + cited.article() + ' ' + cited.suffix(), named);
        }
        for (var one : found) {
            var said = words.substring(one.from(), one.until());
            laws.putIfAbsent(one.law(), whole(one.law(), said));
            if (!one.exactly()) {
                changed.removeIf(other -> other.why() == Why.WRONG_SIGN && said.equals(other.from()));
                changed.add(new Changed(Why.WRONG_NAME, said, one.law()));
                besides.add(one.law());
            }
        }
        for (var word : besides) {
            names.meant(word).ifPresent(law -> laws.putIfAbsent(law, whole(law, word)));
        }
        articles.values().forEach(named -> laws.remove(named.law()));
        var all = new ArrayList<>(articles.values());
        all.addAll(laws.values());
        return all;
    }

    private static Named whole(String law, String said) {
        return new Named(law, 0, 0, 0, 0, 0, said);
    }

    /// The law a citation means: as it is named, else the last one named before it, else the only one named at all.
    private Optional<String> law(Cited cited, String words, List<Names.Found> found) {
        if (!cited.law().isEmpty()) {
            var meant = names.meant(cited.law());
            if (meant.isPresent()) {
                return meant;
            }
        }
        var before = found.stream()
                .filter(one -> one.until() <= cited.until())
                .reduce((one, later) -> later)
                .map(Names.Found::law);
        var laws = found.stream().map(Names.Found::law).distinct().toList();
        return before.or(() -> laws.size() == 1 ? Optional.of(laws.getFirst()) : spelledBefore(words, cited));
    }

    private Optional<String> spelledBefore(String words, Cited cited) {
        var runs = letters(words.substring(0, cited.from()));
        return runs.isEmpty()
                ? Optional.empty()
                : terms.spelled(runs.getLast()).stream()
                        .map(names::meant)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /// Runs of small Latin letters with single blanks or apostrophes between, at least three letters long.
    private static List<String> letters(String words) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        for (int at = 0; at <= words.length() && runs.size() < MOST_RUNS; at++) {
            char sign = at < words.length() ? words.charAt(at) : '。';
            char small = sign >= 'A' && sign <= 'Z' ? (char) (sign + ('a' - 'A')) : sign;
            boolean letter = small >= 'a' && small <= 'z';
            if (letter || (!run.isEmpty() && (sign == ' ' || sign == '\''))) {
                run.append(small);
                continue;
            }
            var whole = run.toString().strip();
            if (whole.length() > 2 && !NOT_PINYIN.contains(whole)) {
                runs.add(whole);
            }
            run.setLength(0);
        }
        return runs;
    }
}
