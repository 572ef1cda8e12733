package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.maplebridge.doors.Knock.Whose;
import org.maplebridge.fixtures.Wire;

/// A walk along the doors of a [House]: what each must answer to whom, and that nothing gets out or moves.
///
/// @param watcher the right officer in a session of their own, who only looks
record Walk(House.Inside inside, Wire watcher) {

    /// The id of a matter is opaque and stands in what the receipt's signature covers.
    private static final Set<String> SHOW_THE_ID = Set.of("GET /api/public/receipts/{code}");

    static boolean shut(Knock knock, int status) {
        return switch (knock.whose()) {
            case THEIRS -> status == 403 || status == 404;
            case COUNTYS, PROGRAMS -> status == 403;
            case PROVEN -> status == 422;
            case PUBLIC, SIGNED_IN -> status != 401 && status < 500;
        };
    }

    /// Served, or refused for another reason than who knocks.
    static boolean answered(Knock knock, int status) {
        return knock.whose() == Whose.PUBLIC ? status != 401 && status != 403 && status < 500 : status == 401;
    }

    interface Expected {
        boolean holds(Knock knock, int status);
    }

    /// Knocks everywhere; no answer may hold a word of what happened, and nothing may have moved.
    void along(List<Knock> where, Wire who, Expected expected) {
        var before = versions();
        var wrong = new LinkedHashMap<String, String>();
        for (Knock knock : where) {
            var answer = knock.by(who, version(knock));
            if (!expected.holds(knock, answer.status())) {
                wrong.put(knock.toString(), answer.toString());
            }
            leaks(knock, answer).forEach(word -> wrong.put(knock + " tells " + word, answer.toString()));
        }
        assertThat(wrong).isEmpty();
        assertThat(versions()).isEqualTo(before);
    }

    List<String> leaks(Knock knock, Wire.Answer answer) {
        var secrets = Stream.concat(House.WORDS.stream(), inside.marks().stream());
        return secrets.filter(word -> answer.raw().body().contains(word)
                        || answer.raw().headers().map().toString().contains(word))
                .filter(word -> !SHOW_THE_ID.contains(knock.endpoint())
                        || !word.equals(inside.matter().id()))
                .toList();
    }

    List<String> versions() {
        return Stream.of(inside.matter(), inside.linked(), inside.closed())
                .map(filed -> watcher.get("/api/matters/" + filed.id())
                        .body()
                        .path("version")
                        .toString())
                .toList();
    }

    /// The version of the matter that a knock names, as the right officer sees it.
    String version(Knock knock) {
        return knock.seen()
                ? "\""
                        + watcher.get(knock.path().substring(0, knock.path().indexOf("/moves/")))
                                .body()
                                .path("version")
                        + "\""
                : "";
    }
}
