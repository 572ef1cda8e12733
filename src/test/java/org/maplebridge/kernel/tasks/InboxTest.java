package org.maplebridge.kernel.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.errand.ErrandCounty;
import org.maplebridge.fixtures.errand.ErrandCounty.People;
import org.maplebridge.fixtures.errand.ErrandCounty.Seat;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxTest {

    @Autowired
    ErrandCounty county;

    @Autowired
    Transactions transactions;

    @Autowired
    Inbox inbox;

    @Autowired
    TaskStore store;

    @Autowired
    JdbcClient db;

    private People people = new People(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY);
    private static final Seat NOBODY = new Seat(new UUID(0, 0), new UUID(0, 0), new UUID(0, 0));

    @BeforeAll
    void aCounty() {
        people = county.people();
    }

    private InboxRow.Rows rows(Seat seat, Filter filter, Optional<String> after, int limit) {
        var actor = county.actor(seat);
        return transactions.run(actor.scope(), work -> inbox.rows(work, actor, filter, after, limit));
    }

    private List<UUID> all(Seat seat, Filter filter, int limit) {
        var found = new ArrayList<UUID>();
        Optional<String> after = Optional.empty();
        do {
            var page = rows(seat, filter, after, limit);
            page.items().forEach(row -> found.add(row.matter().id()));
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    @Test
    void theEarliestLimitComesFirstAndPagesFollowWithoutGap() {
        var clerk = county.actor(people.clerk());
        var withoutLimit = new ArrayList<UUID>();
        for (int i = 0; i < 2; i++) {
            var errand = county.errand("已接下的", people.clerk().agency());
            withoutLimit.add(county.move(clerk, errand, "take", Map.of("how", "马上")));
        }
        var dated = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            dated.add(county.errand("第" + i + "件", people.clerk().agency()));
            ErrandCounty.tick(Duration.ofDays(1));
        }

        var found = all(people.clerk(), Filter.ALL, 2);

        assertThat(found).doesNotHaveDuplicates();
        assertThat(found.subList(0, 5)).containsExactlyElementsOf(dated);
        assertThat(found.subList(5, 7)).containsExactlyInAnyOrderElementsOf(withoutLimit);
        var first = rows(people.clerk(), Filter.ALL, Optional.empty(), 50);
        assertThat(first.counts().all()).isEqualTo(7);
        assertThat(first.counts().unclaimed()).isEqualTo(7);
        assertThat(first.counts().overdue()).isPositive();
        assertThat(first.items().getFirst().nextMove().orElseThrow().verb()).isEqualTo("take");
        county.job(work -> db.sql("select matter from tasks.task where state <> 'DONE'")
                        .query(UUID.class)
                        .list())
                .forEach(errand -> end(errand));
        assertThat(all(people.clerk(), Filter.ALL, 50)).isEmpty();
    }

    private void end(UUID errand) {
        var clerk = county.actor(people.clerk());
        var stage = county.job(work -> db.sql("select stage from matters.matter where id = :id")
                .param("id", errand)
                .query(String.class)
                .single());
        if (stage.equals("ASKED")) {
            county.move(clerk, errand, "take", Map.of("how", "马上"));
        }
        county.move(clerk, errand, "finish", Map.of("how", "办好了"));
    }

    @Test
    void aWrongOfficeSeesNothing() {
        var errand = county.errand("甲镇的事", people.clerk().agency());
        var task = county.job(work -> store.openOf(errand)).orElseThrow();
        var neighbour = county.actor(people.neighbour());

        assertThat(all(people.neighbour(), Filter.ALL, 50)).isEmpty();
        transactions.run(neighbour.scope(), work -> {
            assertThat(db.sql("select count(*) from tasks.task")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThatThrownBy(() -> inbox.row(work, neighbour, task.id())).isInstanceOf(Refused.class);
            assertThat(store.claim(work, task.id(), neighbour.person())).isFalse();
            return work;
        });
        end(errand);
    }

    @Test
    void whoSeesOnlyTheirPostHasOnlyWhatLiesOnItsDesk() {
        var clerk = county.actor(people.clerk());
        var errand = county.errand("要人跑一趟", people.clerk().agency());
        assertThat(all(people.runner(), Filter.ALL, 50)).isEmpty();

        county.move(
                clerk, errand, "assign", Map.of("post", people.runner().post().toString(), "reason", "顺路"));

        assertThat(all(people.runner(), Filter.ALL, 50)).containsExactly(errand);
        assertThat(all(people.runner(), Filter.MINE, 50)).containsExactly(errand);
        assertThat(all(people.otherRunner(), Filter.ALL, 50)).isEmpty();
        assertThat(all(people.clerk(), Filter.ALL, 50)).doesNotContain(errand);
        end(errand);
    }

    @Test
    void aMoveOnTheSameDeskKeepsTheTaskAndWhoeverHasIt() {
        var clerk = county.actor(people.clerk());
        var errand = county.errand("一件", people.clerk().agency());
        var before = county.job(work -> store.openOf(errand)).orElseThrow();
        transactions.run(clerk.scope(), work -> store.claim(work, before.id(), clerk.person()));

        county.move(clerk, errand, "take", Map.of("how", "马上"));

        var after = county.job(work -> store.openOf(errand)).orElseThrow();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.staff()).contains(clerk.person());
        assertThat(after.due()).isEmpty();
        end(errand);
        Optional<Task> gone = county.job(work -> store.openOf(errand));
        assertThat(gone).isEmpty();
    }
}
