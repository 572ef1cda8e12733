package org.maplebridge.scenes.disputes;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.TestClock;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A town for all stories of a class; each story begins at the same hour.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DisputeStory {

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    County county = new County(transactions, offices, access);
    DisputeTown town = new DisputeTown(port, transactions, county);

    @BeforeAll
    void found() {
        TestClock.reset();
        county = DisputeTown.founded(transactions, offices, access);
        town = new DisputeTown(port, transactions, county);
    }

    @BeforeEach
    void theClockStandsAtTheBeginning() {
        TestClock.reset();
    }

    @AfterAll
    void theClockGoesBack() {
        TestClock.reset();
    }
}
