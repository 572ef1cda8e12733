package org.maplebridge.scenes.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maplebridge.scenes.lessons.LessonsLifecycle.LIFE;

import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Lives;

class LessonsLifecycleTest {

    @Test
    void everyStageIsReachedAndLeftAndEverythingHasItsWord() {
        Lives.everyStageIsReachedAndLeft(LIFE);
        Lives.everythingIsWorded(LIFE, Lives.words(Lessons.class, "lessons.yml"));
    }

    @Test
    void theCategoriesAreThoseOfWhatIsCounted() {
        var own = Lives.section(Lives.words(Lessons.class, "lessons.yml"), "Category");
        var counted =
                Lives.section(Lives.words(Lessons.class, "/org/maplebridge/scenes/disputes/disputes.yml"), "Category");
        assertThat(own).isEqualTo(counted);
    }
}
