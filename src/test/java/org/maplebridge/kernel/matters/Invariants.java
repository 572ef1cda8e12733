package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.orgs.Level;

/// What must hold of a matter, after each move and at any time.
final class Invariants {

    private static final int MOST_RETURNS = 2;

    private Invariants() {}

    /// A move was made.
    static void ofMove(Lifecycle<?> life, String verb, MatterState before, MatterState after) {
        var was = before.matter();
        var is = after.matter();
        assertThat(was.stage().open()).as(verb + " after the end").isTrue();
        assertThat(is.chain().version()).isEqualTo(was.chain().version() + 1);
        var step = life.allSteps().get(verb);
        if (step == null) {
            assertThat(is.stage().name()).as(verb).isEqualTo(was.stage().name());
            ofKernelMove(verb, was, is);
        } else {
            boolean paused = was.standing().suspendedAt().isPresent();
            assertThat(paused && !step.runsOn()).as(verb + " while suspended").isFalse();
            assertThat(is.standing().suspendedAt().isPresent())
                    .as(verb + " while suspended")
                    .isEqualTo(paused && step.to().isEmpty());
            assertThat(step.from().stream().map(Enum::name))
                    .as(verb)
                    .contains(was.stage().name());
            assertThat(is.stage().name())
                    .as(verb)
                    .isEqualTo(step.to().map(Enum::name).orElse(was.stage().name()));
            assertThat(is.standing().returns()).isEqualTo(was.standing().returns());
        }
        ended(before.deadlines(), after.deadlines());
        for (Deadline limit : before.deadlines()) {
            passed(
                    verb,
                    limit,
                    after.deadlines().get(limit.no() - 1),
                    is.chain().recordedAt());
        }
    }

    /// What is overdue stays overdue, and only what isn't yet is put off.
    private static void passed(String verb, Deadline before, Deadline after, Instant now) {
        boolean over = before.state() == Deadline.State.RUNNING && !now.isBefore(before.due());
        if (over) {
            assertThat(after.due())
                    .as("%s moves the end of what is overdue", verb)
                    .isEqualTo(before.due());
        }
        if (!after.extension().equals(before.extension())) {
            assertThat(verb).isEqualTo("extend");
            assertThat(over).as("put off after its end").isFalse();
            assertThat(after.due()).isAfter(before.due());
        } else if (before.state() != Deadline.State.SUSPENDED || after.state() == Deadline.State.SUSPENDED) {
            assertThat(after.due()).as("%s moves an end", verb).isEqualTo(before.due());
        }
    }

    private static void ended(List<Deadline> before, List<Deadline> after) {
        assertThat(after).hasSizeGreaterThanOrEqualTo(before.size());
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).no()).isEqualTo(i + 1);
            assertThat(after.get(i).parameter()).isEqualTo(before.get(i).parameter());
            assertThat(after.get(i).from()).isEqualTo(before.get(i).from());
            if (!before.get(i).live()) {
                assertThat(after.get(i)).as("what has ended stays as it was").isEqualTo(before.get(i));
            }
        }
    }

    private static void ofKernelMove(String verb, Matter was, Matter is) {
        int levels = Level.valueOf(is.office().level())
                .compareTo(Level.valueOf(was.office().level()));
        int returns = is.standing().returns() - was.standing().returns();
        assertThat(returns).as(verb).isEqualTo(verb.equals("return") ? 1 : 0);
        assertThat(is.standing().returns()).isLessThanOrEqualTo(MOST_RETURNS);
        if (List.of("return", "upgrade").contains(verb)) {
            assertThat(levels).as(verb).isPositive();
        } else if (!verb.equals("transfer")) {
            assertThat(levels).as(verb).isZero();
        }
        assertThat(is.stage().open())
                .as(verb)
                .isEqualTo(!List.of("merge", "revoke").contains(verb));
        boolean stayed = verb.equals("assign") && was.standing().suspendedAt().isPresent();
        assertThat(is.standing().suspendedAt().isPresent()).as(verb).isEqualTo(verb.equals("suspend") || stayed);
    }

    /// At any time.
    ///
    /// @param blocking of each child that blocks the end, whether it is open
    static void ofState(Lifecycle<?> life, MatterState state, List<Boolean> blocking) {
        var matter = state.matter();
        boolean paused = matter.standing().suspendedAt().isPresent();
        for (Deadline limit : state.deadlines()) {
            ofLimit(limit, matter);
            boolean stands = paused
                    && !limit.parameter().equals(Limits.SUSPENDED_MOST)
                    && !life.runningOn().contains(limit.parameter());
            assertThat(limit.state())
                    .as("%s, suspended: %s", limit.parameter(), paused)
                    .isNotEqualTo(stands ? Deadline.State.RUNNING : Deadline.State.SUSPENDED);
        }
        assertThat(state.deadlines())
                .filteredOn(limit -> limit.live() && limit.parameter().equals(Limits.SUSPENDED_MOST))
                .as("a suspension has a limit")
                .hasSize(paused && matter.stage().open() ? 1 : 0);
        var live = state.deadlines().stream().filter(Deadline::live).toList();
        assertThat(live.stream().map(Deadline::parameter)).doesNotHaveDuplicates();
        assertThat(matter.due()).isEqualTo(state.nearest().map(Deadline::due));
        if (!matter.stage().open()) {
            assertThat(live).as("limits after the end").isEmpty();
            assertThat(blocking).as("children that should have blocked the end").doesNotContain(true);
            assertThat(matter.stage().closedAt()).isPresent();
        }
    }

    private static void ofLimit(Deadline limit, Matter matter) {
        LimitOracle.agrees(limit);
        assertThat(limit.endedAt().isPresent()).isEqualTo(!limit.live());
        limit.endedAt()
                .ifPresent(
                        end -> assertThat(end).isBeforeOrEqualTo(matter.chain().recordedAt()));
        long open =
                limit.pauses().stream().filter(pause -> pause.until().isEmpty()).count();
        assertThat(open).isEqualTo(limit.state() == Deadline.State.SUSPENDED ? 1 : 0);
        if (limit.live()) {
            assertThat(limit.holder().map(Optional::of).orElse(matter.office().agency()))
                    .as("a limit of another office runs")
                    .isEqualTo(matter.office().agency());
            assertThat(limit.level().map(matter.office().level()::equals))
                    .as("a limit of another level runs")
                    .isNotEqualTo(Optional.of(false));
        }
    }
}
