package org.maplebridge.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the program does by itself or at a console, done for the house.
@Component
class Chores {

    private final List<Errand> errands;
    private final List<Looping> loops;

    private final Transactions transactions;
    private final JdbcClient db;

    Chores(List<Errand> errands, List<Looping> loops, Transactions transactions, JdbcClient db) {
        this.transactions = transactions;
        this.db = db;
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
            loop.awaitRound();
        }
        assertThat(done.getAsBoolean()).as(name).isTrue();
    }

    /// A line of a member of staff's on a sheet of allowances that lists nothing yet; its file is not what it was.
    void line(UUID sheet, UUID file, UUID staff) {
        var sql = """
            insert into allowances.line
                   (matter, no, about, code, closed, category, mediator, mediator_name, staff, state, round, amount)
            values (:sheet, 1, :file, 'X', date '2025-01-02', '', :staff, '调解员', :staff, 'HELD', 0, 0)\
            """;
        transactions.run(
                Scope.job("test"),
                work -> db.sql(sql)
                        .param("sheet", sheet)
                        .param("file", file)
                        .param("staff", staff)
                        .update());
    }
}
