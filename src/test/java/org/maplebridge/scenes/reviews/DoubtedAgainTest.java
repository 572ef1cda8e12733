package org.maplebridge.scenes.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.Numbered;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.sampling.DoubtedFiles;
import org.maplebridge.kernel.trail.Announcer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What looked doubtful is looked at for each end it had, and by somebody who knows that it lies before them.
class DoubtedAgainTest extends ReviewsStory {

    @Autowired
    DoubtedFiles doubtedFiles;

    @Autowired
    Announcer announcer;

    @Autowired
    JdbcClient db;

    private List<String> reviews(File file) {
        return as("zu").get("/api/matters?scene=reviews&limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(row -> row.path("title").asString("").contains(file.code()))
                .map(row -> row.path("id").asString(""))
                .toList();
    }

    private boolean inbox(String login, String matter) {
        return ok(as(login).get("/api/inbox?limit=100")).body().toString().contains(matter);
    }

    @Test
    void whatWasOpenedAgainAndEndedOnceMoreIsLookedAtOnceMore() {
        announcer.drain();
        var file = ended("ren", County.TOWN);
        doubtedFiles.round();
        doubtedFiles.round();
        assertThat(reviews(file)).as("once").hasSize(1);
        var first = reviews(file).getFirst();
        Numbered.all(transactions, db, sequencer);
        announcer.drain();
        assertThat(inbox("yi", first)).isTrue();
        assertThat(ok(as("yi").get("/api/messages?limit=100")).body().toString())
                .contains("新到一件", first);

        ok(as("ren").move(file.id(), "reopen", Map.of("ground", "WRONGLY_CLOSED", "words", "仲裁委说不归它管")));
        doubtedFiles.round();
        assertThat(reviews(file)).as("it is open").hasSize(1);
        ok(as("ren").move(file.id(), "divert", Map.of("to", "LITIGATION", "reason", "还是要走诉讼", "informed", true)));
        doubtedFiles.round();
        doubtedFiles.round();
        assertThat(reviews(file)).as("another end").hasSize(2);
        sequencer.drain();
        assertThat(verification.verify(List.of()).faults()).isEmpty();
    }

    @Test
    void whatNobodyCouldTakeIsHandedOverOnceSomebodyCan() {
        var file = ended("ren", County.TOWN);
        transactions.run(
                org.maplebridge.kernel.ground.Scope.job("test"),
                work -> db.sql("""
                    insert into sampling.doubted (about, agency, doubts, handed_at, dropped)
                    select m.id, m.agency, 1, m.closed_at, '这次没有单位能接' from matters.matter m where m.id = :id
                    """)
                        .param("id", java.util.UUID.fromString(file.id()))
                        .update());
        doubtedFiles.round();
        assertThat(reviews(file)).as("not every ten minutes").isEmpty();
        TestClock.pass(Duration.ofDays(8));
        doubtedFiles.round();
        assertThat(new Wire(port)
                        .as("zu")
                        .get("/api/matters?scene=reviews&limit=200")
                        .body()
                        .toString())
                .contains(file.code());
    }
}
