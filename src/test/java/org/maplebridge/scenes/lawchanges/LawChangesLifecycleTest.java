package org.maplebridge.scenes.lawchanges;

import static org.maplebridge.scenes.lawchanges.LawChangesLifecycle.LIFE;

import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Lives;

class LawChangesLifecycleTest {

    @Test
    void everyStageIsReachedAndLeftAndEverythingHasItsWord() {
        Lives.everyStageIsReachedAndLeft(LIFE);
        Lives.everythingIsWorded(LIFE, Lives.words(LawChanges.class, "lawchanges.yml"));
    }
}
