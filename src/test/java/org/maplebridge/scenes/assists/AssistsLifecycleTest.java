package org.maplebridge.scenes.assists;

import static org.maplebridge.scenes.assists.AssistsLifecycle.LIFE;

import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Lives;

class AssistsLifecycleTest {

    @Test
    void everyStageIsReachedAndLeftAndEverythingHasItsWord() {
        Lives.everyStageIsReachedAndLeft(LIFE);
        Lives.everythingIsWorded(LIFE, Lives.words(Assists.class, "assists.yml"));
    }
}
