package org.maplebridge.kernel.people;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The first letters of Chinese words in pinyin: 白龙桥 is `blq`. A sign that is read in several ways has several.
@Component
public final class Initials {

    private static final int MOST = 8;

    private final JdbcClient db;
    private volatile @Nullable Map<Integer, String> read;

    Initials(JdbcClient db) {
        this.db = db;
    }

    /// What of a text counts when it is looked for: small letters, digits and Chinese signs, nothing between them. As
    /// `people.plain` has it.
    public static String plain(String said) {
        var plain = new StringBuilder();
        said.toLowerCase(Locale.ROOT).codePoints().filter(Initials::counts).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean counts(int sign) {
        return (sign >= '0' && sign <= '9')
                || (sign >= 'a' && sign <= 'z')
                || (sign >= 0x3400 && sign <= 0x9fff)
                || (sign >= 0x20000 && sign <= 0x3ffff);
    }

    /// Whether a plain text has a stretch that these letters are the initials of. Needs a transaction.
    public boolean sounds(String text, String letters) {
        int[] signs = text.codePoints().toArray();
        for (int from = 0; from + letters.length() <= signs.length; from++) {
            int same = 0;
            while (same < letters.length() && letters(signs[from + same]).indexOf(letters.charAt(same)) >= 0) {
                same++;
            }
            if (same == letters.length()) {
                return true;
            }
        }
        return false;
    }

    /// The initials of a whole text in each reading, at most eight; none if a sign of it has none. Needs a
    /// transaction.
    public List<String> of(String text) {
        Set<String> readings = new LinkedHashSet<>(List.of(""));
        for (int sign : plain(text).codePoints().toArray()) {
            var more = new LinkedHashSet<String>();
            var letters = letters(sign);
            for (String begun : readings) {
                letters.chars().forEach(letter -> more.add(begun + (char) letter));
            }
            readings = more;
        }
        return readings.stream().filter(each -> !each.isEmpty()).limit(MOST).toList();
    }

    private String letters(int sign) {
        if (sign < 0x80) {
            return Character.toString(sign);
        }
        return table().getOrDefault(sign, "");
    }

    private Map<Integer, String> table() {
        var known = read;
        if (known == null) {
            var fresh = new HashMap<Integer, String>();
            db.sql("select letter, initial from people.initial order by letter, initial")
                    .query(row -> {
                        fresh.merge(row.getString("letter").codePointAt(0), row.getString("initial"), String::concat);
                    });
            known = Map.copyOf(fresh);
            read = known;
        }
        return known;
    }
}
