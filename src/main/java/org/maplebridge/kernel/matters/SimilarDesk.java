package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.people.Masks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says before something is filed which open matters may be about the same. It compares the words with the titles of
/// what the officer may see anyway; people decide.
@RestController
class SimilarDesk {

    /// Of each unit, what is due first.
    private static final int LOOKED_AT = 400;

    private static final int MOST = 5;
    private static final int LONGEST = 10_000;

    /// How much of the shorter text the two must have in common; measured on titles of up to forty characters.
    private static final double ALIKE = 0.4;

    private static final String ROWS = """
        select id, code, title, area, opened_at, parties from matters.matter
         where id = any(:ids) and merged_into is null\
        """;

    private final Transactions transactions;
    private final JdbcClient db;
    private final SceneBook scenes;
    private final Offices offices;

    SimilarDesk(Transactions transactions, JdbcClient db, SceneBook scenes, Offices offices) {
        this.transactions = transactions;
        this.db = db;
        this.scenes = scenes;
        this.offices = offices;
    }

    /// What somebody is about to file.
    record Draft(String scene, String words, Optional<String> area, Optional<String> name) {}

    /// An open matter that may be the same.
    ///
    /// @param reasons why, each in one sentence
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Similar(UUID id, String code, String title, String place, Instant openedAt, List<String> reasons) {}

    private record Row(UUID id, String code, String title, String area, Instant openedAt, Optional<String> parties) {}

    private record Scored(Similar similar, double score) {}

    @PostMapping("/api/matters/similar")
    @Allowed(Allowed.Door.OFFICERS)
    @Takes(body = Draft.class)
    Items<Similar> similar(Actor actor, HttpServletRequest http) {
        var body = Incoming.body(http);
        var words = body.path("words").asString("").strip();
        var scene = scenes.scene(body.path("scene").asString(""));
        if (words.length() < 2 || words.length() > LONGEST) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("words", "请先写两个字以上。"))));
        }
        var area = Optional.of(body.path("area").asString("")).filter(path -> !path.isEmpty());
        var shown = Optional.of(body.path("name").asString(""))
                .filter(name -> !name.isBlank())
                .map(String::strip)
                .map(Masks::name);
        var said = bigrams(beginning(words));
        return new Items<>(transactions.run(actor.scope(), work -> {
            var places = offices.at(work);
            return candidates(actor, scene).stream()
                    .map(row -> scored(row, said, area, shown, places.fullName(row.area())))
                    .filter(scored -> scored.score() >= ALIKE)
                    .sorted(Comparator.comparingDouble(Scored::score).reversed())
                    .limit(MOST)
                    .map(Scored::similar)
                    .toList();
        }));
    }

    private List<Row> candidates(Actor actor, SceneDef scene) {
        var ends = scene.life().ends().stream().map(Enum::name).toList();
        var open = scene.life().stages().stream()
                .map(Enum::name)
                .filter(stage -> !ends.contains(stage))
                .map(stage -> new ListQuery.StageAsked(stage, false))
                .toList();
        var query = new ListQuery(
                actor.scope(),
                new ListQuery.Filter(
                        Optional.of(scene.name()),
                        open,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.of(true),
                        Optional.empty(),
                        Optional.empty(),
                        LOOKED_AT));
        var ids = query.sql()
                .map(sql -> db.sql(sql)
                        .params(query.values())
                        .query((row, at) -> row.getObject("matter", UUID.class))
                        .list())
                .orElse(List.of());
        return db.sql(ROWS)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, at) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("area"),
                        MatterStore.instant(row, "opened_at"),
                        Optional.ofNullable(row.getString("parties"))))
                .list();
    }

    private static Scored scored(
            Row row, Set<String> said, Optional<String> area, Optional<String> name, String place) {
        var title = bigrams(row.title());
        var common = new HashSet<>(title);
        common.retainAll(said);
        double score =
                title.isEmpty() || said.isEmpty() ? 0 : (double) common.size() / Math.min(title.size(), said.size());
        var reasons = new ArrayList<String>();
        if (!common.isEmpty()) {
            reasons.add("说法相近，都有“" + String.join("”“", runs(row.title(), common)) + "”");
        }
        if (area.filter(row.area()::equals).isPresent()) {
            score += 0.1;
            reasons.add("在同一个地方");
        }
        if (name.filter(each -> List.of(row.parties().orElse("").split("、")).contains(each))
                .isPresent()) {
            score += 0.2;
            reasons.add("当事人的姓相同、字数一样");
        }
        return new Scored(new Similar(row.id(), row.code(), row.title(), place, row.openedAt(), reasons), score);
    }

    /// What the two have in common, as it stands in the title, the longest first.
    private static List<String> runs(String title, Set<String> common) {
        int[] letters = letters(title);
        var runs = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < letters.length; i++) {
            boolean goesOn = i + 1 < letters.length && common.contains(new String(letters, i, 2));
            if (!goesOn) {
                if (i > from) {
                    runs.add(new String(letters, from, i - from + 1));
                }
                from = i + 1;
            }
        }
        return runs.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(3)
                .toList();
    }

    private static int[] letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).toArray();
    }

    /// As much as a title would take of it.
    private static String beginning(String words) {
        int most = 60;
        int length = words.codePointCount(0, words.length());
        return length <= most ? words : words.substring(0, words.offsetByCodePoints(0, most));
    }

    /// Pairs of neighbouring letters that stand for something.
    private static Set<String> bigrams(String text) {
        int[] letters = letters(text);
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < letters.length; i++) {
            pairs.add(new String(letters, i, 2));
        }
        return pairs;
    }
}
