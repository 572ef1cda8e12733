package org.maplebridge.scenes.allowances;

import static org.maplebridge.scenes.allowances.AllowancesLifecycle.LIFE;

import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Lives;

class AllowancesLifecycleTest {

    @Test
    void everyStageIsReachedAndLeftAndEverythingHasItsWord() {
        Lives.everyStageIsReachedAndLeft(LIFE);
        Lives.everythingIsWorded(LIFE, Lives.words(Allowances.class, "allowances.yml"));
    }
}
