package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Looping;
import org.springframework.stereotype.Component;

/// What the program does by itself or at a console, done for the house.
@Component
class Chores {

    private final List<Errand> errands;
    private final List<Looping> loops;

    Chores(List<Errand> errands, List<Looping> loops) {
        this.errands = errands;
        this.loops = loops;
    }

    void errand(String verb, String... arguments) {
        var quiet = new PrintStream(java.io.OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        int status = errands.stream()
                .filter(errand -> errand.verb().equals(verb))
                .findFirst()
                .orElseThrow()
                .run(List.of(arguments), quiet, quiet);
        assertThat(status).isZero();
    }

    /// Lets a part of the program that runs by itself in earnest do so until something is done.
    void running(String name, BooleanSupplier done) {
        var loop = loops.stream()
                .filter(each -> each.getClass().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow()
                .loop();
        loop.start();
        try {
            for (int i = 0; i < 1200 && !done.getAsBoolean(); i++) {
                LockSupport.parkNanos(50_000_000);
            }
        } finally {
            loop.stop();
        }
        assertThat(done.getAsBoolean()).as(name).isTrue();
    }
}
