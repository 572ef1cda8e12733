package org.maplebridge.kernel.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.maplebridge.engines.search.Numerals;
import org.maplebridge.kernel.people.Initials;

/// An article of a law, as texts cite it or people ask for it: 民事诉讼法第二百零五条, 民诉法 205.
///
/// @param law its name, or some signs of it in their order; empty if only the article is said
/// @param article its number; empty if only the law is said
record Citation(String law, OptionalInt article) {

    private static final Pattern CITED = Pattern.compile("([^第；;、，。（）()《》]*)》?第([零〇一二三四五六七八九十百千两\\d]+)条");
    private static final Pattern ASKED = Pattern.compile("(\\D*?)第?([零〇一二三四五六七八九十百千两]+|\\d+)条?\\D*");
    private static final Pattern A_LAW = Pattern.compile(".+(?:法|法典|条例|规定|办法|解释)");
    /// No law has more articles.
    private static final int MOST = 9999;

    /// Those a text cites; one that names no law means the law before it.
    static List<Citation> in(String text) {
        var found = new ArrayList<Citation>();
        var law = "";
        for (var cited = CITED.matcher(text); cited.find(); ) {
            var named = Initials.plain(cited.group(1));
            law = named.isEmpty() || named.equals("至") || named.equals("和") ? law : named;
            found.add(new Citation(law, number(cited.group(2))));
        }
        return found;
    }

    /// What somebody asks for, if it is an article or a law.
    static Optional<Citation> asked(String words) {
        var plain = Initials.plain(words);
        var asked = ASKED.matcher(plain);
        if (asked.matches() && number(asked.group(2)).isPresent()) {
            boolean aLaw = A_LAW.matcher(asked.group(1)).matches();
            boolean anArticle = asked.group(1).isEmpty() && plain.startsWith("第") && plain.contains("条");
            return aLaw || anArticle
                    ? Optional.of(new Citation(asked.group(1), number(asked.group(2))))
                    : Optional.empty();
        }
        return A_LAW.matcher(plain).matches()
                ? Optional.of(new Citation(plain, OptionalInt.empty()))
                : Optional.empty();
    }

    /// Whether this one, as asked for, means the other: 民诉法 is short for 民事诉讼法.
    boolean means(Citation cited) {
        return (article.isEmpty() || article.equals(cited.article)) && isShortFor(cited.law);
    }

    private boolean isShortFor(String whole) {
        int at = 0;
        for (int sign : law.codePoints().toArray()) {
            at = whole.indexOf(sign, at);
            if (at < 0) {
                return false;
            }
            at += Character.charCount(sign);
        }
        return true;
    }

    private static OptionalInt number(String said) {
        var number = Numerals.read(said);
        return number.orElse(0) > MOST ? OptionalInt.empty() : number;
    }
}
