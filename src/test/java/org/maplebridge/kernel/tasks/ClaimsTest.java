package org.maplebridge.kernel.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.errand.ErrandCounty;
import org.maplebridge.fixtures.errand.ErrandCounty.People;
import org.maplebridge.fixtures.errand.ErrandCounty.Seat;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsTest {

    private static final Seat NOBODY = new Seat(new UUID(0, 0), new UUID(0, 0), new UUID(0, 0));

    @Autowired
    ErrandCounty county;

    @Autowired
    Transactions transactions;

    @Autowired
    Claims claims;

    @Autowired
    TaskStore store;

    @Autowired
    Handover handover;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient db;

    private People people = new People(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY);

    @BeforeAll
    void aCounty() {
        people = county.people();
    }

    private Task task(UUID errand) {
        return county.job(work -> store.openOf(errand)).orElseThrow();
    }

    private String claim(Seat seat, UUID task) {
        var actor = county.actor(seat);
        try {
            transactions.run(actor.scope(), work -> {
                claims.claim(work, actor, task);
                return work;
            });
            return "";
        } catch (Refused refused) {
            return refused.problem().detail();
        }
    }

    private void release(Seat seat, UUID task) {
        var actor = county.actor(seat);
        transactions.run(actor.scope(), work -> {
            claims.release(work, actor, task);
            return work;
        });
    }

    @Test
    void ofTwoAtOnceOneClaimsAndTheOtherLearnsWho() throws Exception {
        var task = task(county.errand("抢着办的", people.clerk().agency()));
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> both = List.of(
                    () -> {
                        barrier.await();
                        return claim(people.clerk(), task.id());
                    },
                    () -> {
                        barrier.await();
                        return claim(people.secondClerk(), task.id());
                    });
            var answers = threads.invokeAll(both).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers).containsOnlyOnce("");
            var refused =
                    answers.stream().filter(each -> !each.isEmpty()).findFirst().orElseThrow();
            assertThat(refused).startsWith("这件已由").contains("签收").containsAnyOf("李伟", "王芳");
        }
        assertThat(task(task.matter()).state()).isEqualTo(Task.State.CLAIMED);
    }

    @Test
    void takingTwiceIsTakingOnceAndWhatIsGivenBackCanBeTakenByAnother() {
        var task = task(county.errand("放回去的", people.clerk().agency()));
        assertThat(claim(people.clerk(), task.id())).isEmpty();
        assertThat(claim(people.clerk(), task.id())).isEmpty();
        release(people.clerk(), task.id());
        assertThat(claim(people.secondClerk(), task.id())).isEmpty();
    }

    @Test
    void onlyWhoeverHasItOrHandsOutWorkThereGivesItBack() {
        var task = task(county.errand("别人拿着的", people.clerk().agency()));
        assertThat(claim(people.clerk(), task.id())).isEmpty();
        assertThatThrownBy(() -> release(people.supervisor(), task.id()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("李伟");
        release(people.secondClerk(), task.id());
        assertThat(task(task.matter()).state()).isEqualTo(Task.State.OPEN);
    }

    @Test
    void whoWatchesOverAnAreaClaimsNothingOfItsOffices() {
        var task = task(county.errand("镇里的", people.clerk().agency()));
        assertThat(claim(people.supervisor(), task.id())).contains("甲镇中心").contains("不在您的桌上");
        assertThat(claim(people.neighbour(), task.id())).contains("不在您能看的范围里");
    }

    @Test
    void handingOverADeskMovesEverythingOnItOnce() {
        var clerk = county.actor(people.clerk());
        for (int i = 0; i < 5; i++) {
            var errand = county.errand("桌上的第" + i + "件", people.clerk().agency());
            county.move(clerk, errand, "assign", Map.of("post", post(people.runner()), "reason", "顺路"));
        }
        var key = UUID.randomUUID().toString();

        var done =
                handover.all(clerk, people.runner().post(), people.otherRunner().post(), "张强休假", key);

        assertThat(done.left()).isEmpty();
        assertThat(done.moved()).isEqualTo(5);
        assertThat(onDesk(people.runner())).isEmpty();
        assertThat(onDesk(people.otherRunner())).hasSize(5);
        var reached = county.job(work -> db.sql("""
                        select count(*) from ground.reach where unit = :unit and until is null""")
                .param("unit", "t:" + people.otherRunner().post())
                .query(Integer.class)
                .single());
        assertThat(reached).isEqualTo(5);
        var again =
                handover.all(clerk, people.runner().post(), people.otherRunner().post(), "张强休假", key);
        assertThat(again.moved()).isEqualTo(5);
        assertThatThrownBy(() -> handover.all(
                        clerk, people.runner().post(), people.clerk().post(), "张强休假", key))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Idempotency-Key");
    }

    @Test
    void theOfficesAdministratorHandsOverADeskWithoutAnyOtherRole() {
        var clerk = county.actor(people.clerk());
        var errand = county.errand("人走了留下的", people.clerk().agency());
        county.move(clerk, errand, "assign", Map.of("post", post(people.secondClerk()), "reason", "顺路"));
        var administrator = county.actor(administrator());

        var done = handover.all(
                administrator,
                people.secondClerk().post(),
                people.clerk().post(),
                "王芳调走了",
                UUID.randomUUID().toString());

        assertThat(done.left()).isEmpty();
        assertThat(done.moved()).isEqualTo(1);
        assertThat(task(errand).post()).contains(people.clerk().post());
    }

    private Seat administrator() {
        var agency = people.clerk().agency();
        return county.job(work -> {
            var post = offices.addPost(work, agency, "管理岗", List.of("kernel.registrar"));
            var staff = offices.addStaff(work, "郑管", agency);
            offices.appoint(
                    work, new Offices.Appointment(post.id(), staff.id(), work.today(), java.util.Optional.empty()));
            return new Seat(staff.id(), post.id(), agency);
        });
    }

    @Test
    void onlyWhoHandsOutWorkThereHandsOverADeskAndOnlyWithinTheOffice() {
        var runner = county.actor(people.runner());
        assertThatThrownBy(() -> handover.all(
                        runner, people.runner().post(), people.otherRunner().post(), "我休假", "key-of-runner"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("派件的人");
        var clerk = county.actor(people.clerk());
        assertThatThrownBy(() -> handover.all(
                        clerk, people.runner().post(), people.neighbour().post(), "去乙镇", "key-of-clerk"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("本单位的另一个岗位");
    }

    private static String post(Seat seat) {
        return seat.post().toString();
    }

    private List<Task> onDesk(Seat seat) {
        var actor = county.actor(seat);
        return transactions.run(actor.scope(), work -> store.onDesk(seat.post()));
    }
}
