package org.maplebridge.scenes.urgings;

import static org.maplebridge.scenes.urgings.UrgingsLifecycle.LIFE;

import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Lives;

class UrgingsLifecycleTest {

    @Test
    void everyStageIsReachedAndLeftAndEverythingHasItsWord() {
        Lives.everyStageIsReachedAndLeft(LIFE);
        Lives.everythingIsWorded(LIFE, Lives.words(Urgings.class, "urgings.yml"));
    }
}
