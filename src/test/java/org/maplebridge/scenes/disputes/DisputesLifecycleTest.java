package org.maplebridge.scenes.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.LIFE;
import static org.maplebridge.scenes.disputes.DisputesLifecycle.MEDIATOR;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Lives;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Lifecycle;
import org.maplebridge.kernel.matters.Step;
import org.maplebridge.scenes.disputes.DisputesLifecycle.Stage;

/// The page: every stage can be reached and left, and who may do what.
class DisputesLifecycleTest {

    private static final Map<String, Object> WORDS = Lives.words(Disputes.class, "disputes.yml");

    private static Step<Stage> step(String verb) {
        return Objects.requireNonNull(LIFE.allSteps().get(verb), verb);
    }

    @Test
    void everyStageIsReachedAndLeft() {
        Lives.everyStageIsReachedAndLeft(LIFE);
    }

    @Test
    void everythingIsWorded() {
        Lives.everythingIsWorded(LIFE, WORDS);
        assertThat(Lives.section(WORDS, "now").keySet())
                .containsExactlyElementsOf(
                        LIFE.stages().stream().map(Enum::name).toList());
    }

    @Test
    void everyChoiceOfAFormHasAChineseTitle() {
        for (Class<?> list : Choices.class.getDeclaredClasses()) {
            titled(list);
        }
        titled(Category.class);
    }

    private static void titled(Class<?> list) {
        for (Object constant : list.getEnumConstants()) {
            assertThat(Lives.section(WORDS, list.getSimpleName()))
                    .as(list.getSimpleName())
                    .containsKey(((Enum<?>) constant).name());
        }
    }

    @Test
    void noStageMayRestForEver() {
        for (Stage stage : LIFE.stages()) {
            if (!LIFE.ends().contains(stage)) {
                assertThat(LIFE.allSteps().values())
                        .as("a limit runs in %s", stage)
                        .anyMatch(step ->
                                step.from().contains(stage) && step.within().isPresent());
            }
        }
    }

    @Test
    void whoHandledItDoesNotEvaluateIt() {
        assertThat(step("evaluate").by()).contains(Step.FILER).doesNotContain(Step.PARTY, MEDIATOR, Step.SYSTEM);
    }

    @Test
    void nothingEndsByTheClock() {
        LIFE.allSteps().forEach((verb, step) -> assertThat(step.by()).as(verb).doesNotContain(Step.SYSTEM));
    }

    @Test
    void whatACourtDecidesIsKeptAfterTheEndTooAndChangesNothingElse() {
        assertThat(LIFE.allSteps())
                .allSatisfy(
                        (verb, step) -> assertThat(step.afterwards()).as(verb).isEqualTo(verb.equals("ruled")));
        assertThat(step("ruled").to()).isEmpty();
        assertThatThrownBy(() -> new Lifecycle<>(Stage.SENSED, Set.of(Stage.CLOSED), List.of(leading())))
                .hasMessageContaining("leaves an end");
    }

    private static Lifecycle.Verb<Stage> leading() {
        return new Lifecycle.Verb<>() {
            @Override
            public String name() {
                return "AFTER_ALL";
            }

            @Override
            public Step<Stage> step() {
                return Step.from(Stage.CLOSED).to(Stage.SENSED).by(MEDIATOR).alsoAfterEnd();
            }
        };
    }

    @Test
    void onlyThePoliceSayThatADangerIsOver() {
        assertThat(step("clear").by()).containsExactly(DisputesLifecycle.POLICE);
    }

    @Test
    void onlyMediatorsDepartmentsAndPoliceRecordAnAgreement() {
        assertThat(step("agree").by())
                .containsExactlyInAnyOrder(MEDIATOR, DisputesLifecycle.DEPARTMENT, DisputesLifecycle.POLICE);
    }

    @Test
    void onlyTheDispatcherHandsAMatterToAnotherOffice() {
        assertThat(LIFE.allowed().get(KernelVerb.TRANSFER)).containsExactly(DisputesLifecycle.DISPATCHER);
    }
}
