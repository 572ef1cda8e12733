package org.maplebridge.launch.demo.life;

import java.time.Duration;
import java.time.Instant;

/// The clock of a demo folder, as far as its past needs it.
public interface LifeClock {

    /// What it shows.
    Instant now();

    /// How far it is behind the real time; zero if it is not.
    Duration behind();

    /// Moves to a moment; one that is past counts as now once anything has happened.
    Instant moveTo(Instant moment);

    /// Brings it to the real time.
    Instant catchUp();
}
