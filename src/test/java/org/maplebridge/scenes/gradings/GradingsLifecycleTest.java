package org.maplebridge.scenes.gradings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.gradings.GradingsLifecycle.LIFE;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Lives;

class GradingsLifecycleTest {

    @Test
    void everyStageIsReachedAndLeftAndEverythingHasItsWord() {
        Lives.everyStageIsReachedAndLeft(LIFE);
        Lives.everythingIsWorded(LIFE, Lives.words(Gradings.class, "gradings.yml"));
    }

    @Test
    void theFactorsAreThoseOfTheCard() {
        var card = Lives.words(Gradings.class, "gradings.yml").toString();
        assertThat(Arrays.stream(Grading.Factor.values()).map(Enum::name))
                .allSatisfy(name -> assertThat(card).contains(name));
    }
}
