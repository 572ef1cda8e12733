package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.people.Initials;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds matters by words: of the title, of the place, their initials in pinyin, or the end of the code. What is hidden
/// from whoever asks is not found, as if it were not there.
@Component
public final class MatterFinding {

    private static final String FOUND = "select matter from matters.found(:words, :most)";
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern CODE = Pattern.compile("[0-9a-z]{3,}");

    /// Pairs of signs don't tell in which order they stand: some of what the index finds is left out again.
    private static final int SPARE = 3;

    private final JdbcClient db;
    private final MatterRowsView rows;
    private final Initials initials;

    MatterFinding(JdbcClient db, MatterRowsView rows, Initials initials) {
        this.db = db;
        this.rows = rows;
        this.initials = initials;
    }

    /// Those that hold all the words, the newest first. Needs a transaction of whoever asks.
    public List<MatterRow> found(Work work, Actor actor, List<String> words, int most) {
        var plain = words.stream()
                .map(Initials::plain)
                .filter(word -> word.length() > 1)
                .toList();
        if (plain.isEmpty()) {
            return List.of();
        }
        var ids = db.sql(FOUND)
                .param("words", plain.toArray(String[]::new))
                .param("most", most * SPARE)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
        return rows.rows(work, actor, ids).stream()
                .filter(row -> plain.stream().allMatch(word -> holds(row, word)))
                .limit(most)
                .toList();
    }

    private boolean holds(MatterRow row, String word) {
        var text = Initials.plain(row.area().full() + row.title());
        return text.contains(word)
                || (CODE.matcher(word).matches()
                        && row.code().toLowerCase(Locale.ROOT).endsWith(word))
                || (LETTERS.matcher(word).matches() && initials.sounds(text, word));
    }
}
