package org.maplebridge.kernel.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.people.Initials;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds files by their names. A name that only the office in charge is told is found by nobody else: that it is found
/// would already tell it.
@Component
public final class FileFinding {

    private static final String NAMED = """
        select f.matter, f.no, f.name, f.kind, f.restricted is not null as restricted,
               f.withdrawn is not null as withdrawn
          from evidence.named(:words, :most) n
          join evidence.file f on f.matter = n.matter and f.no = n.no
         order by f.matter desc, f.no\
        """;

    private static final int SPARE = 3;

    private final JdbcClient db;
    private final Matters matters;
    private final Given given;

    FileFinding(JdbcClient db, Matters matters, Given given) {
        this.db = db;
        this.matters = matters;
        this.given = given;
    }

    /// A file of a matter.
    ///
    /// @param withdrawn whether it is marked as not used any more
    public record Named(Matter matter, int no, String name, String kind, boolean withdrawn) {}

    private record Row(UUID matter, int no, String name, EvidenceKind kind, boolean restricted, boolean withdrawn) {}

    /// Those whose names hold all the words, of the newest matters first. Needs a transaction of whoever asks.
    public List<Named> found(Work work, Actor actor, List<String> words, int most) {
        var plain = words.stream()
                .map(Initials::plain)
                .filter(word -> word.length() > 1)
                .toList();
        if (plain.isEmpty()) {
            return List.of();
        }
        var seen = new HashMap<UUID, Optional<Matter>>();
        return db
                .sql(NAMED)
                .param("words", plain.toArray(String[]::new))
                .param("most", most * SPARE)
                .query((row, at) -> new Row(
                        row.getObject("matter", UUID.class),
                        row.getInt("no"),
                        row.getString("name"),
                        EvidenceKind.valueOf(row.getString("kind")),
                        row.getBoolean("restricted"),
                        row.getBoolean("withdrawn")))
                .list()
                .stream()
                .filter(row -> plain.stream().allMatch(Initials.plain(row.name())::contains))
                .flatMap(row -> seen
                        .computeIfAbsent(row.matter(), matters::find)
                        .filter(matter -> told(work, actor, matter, row.restricted()))
                        .map(matter -> new Named(
                                matter, row.no(), row.name(), row.kind().title(), row.withdrawn()))
                        .stream())
                .limit(most)
                .toList();
    }

    private boolean told(Work work, Actor actor, Matter matter, boolean restricted) {
        return !restricted || !Given.veiled(true, given.standing(work, actor, matter));
    }
}
