package org.maplebridge.kernel.ground;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Changes the master key while the program runs: a new generation is put where the keys are, every process changes
/// over at one moment a little later, then one process at a time seals again what stands under older ones. Lookups by a
/// blind index ask under every generation that is there, so nobody is lost meanwhile.
@Component
public final class MasterKeyWatch implements Looping {

    /// So long after it was named a generation begins to seal: by then every process has read it.
    public static final Duration NOTICE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Scope SCOPE = Scope.job("keys");

    private static final String LEAD = "select pg_try_advisory_xact_lock(7226412)";
    private static final String LATEST = """
        select no, name, current_from, resealed, resealed_at
          from ground.master_key
         order by no desc
         limit 1\
        """;
    private static final String ADD = """
        insert into ground.master_key (no, name, current_from)
        values (:no, :name, :from)
        on conflict do nothing\
        """;
    private static final String COUNTED = "update ground.master_key set resealed = resealed + :sealed where no = :no";
    private static final String FINISHED = "update ground.master_key set resealed_at = :at where no = :no";

    private final Transactions transactions;
    private final JdbcClient db;
    private final MasterKey keys;
    private final ResealingWalk walk;
    private final List<Resealing> sealed;
    private final boolean automatic;
    private final Loop loop = new Loop("keys", PAUSE, this::round);

    MasterKeyWatch(
            Transactions transactions,
            JdbcClient db,
            MasterKey keys,
            ResealingWalk walk,
            List<Resealing> sealed,
            Environment settings) {
        this.transactions = transactions;
        this.db = db;
        this.keys = keys;
        this.walk = walk;
        this.sealed = sealed;
        this.automatic = Looping.serving(settings);
    }

    /// The newest generation as the database knows it.
    ///
    /// @param resealed how many rows have been sealed again under it so far
    /// @param resealedAt when the last was; empty while it goes on
    public record State(int no, String name, Instant currentFrom, long resealed, Optional<Instant> resealedAt) {}

    @Override
    public void start() {
        try {
            changeOver();
        } catch (Unready missing) {
            throw missing;
        } catch (RuntimeException away) {
            LOG.warn("which master key seals is not known yet: {}", away.getMessage());
        }
        Looping.super.start();
    }

    /// How things stand; empty as long as the first generation is the only one.
    public Optional<State> state() {
        return transactions.run(SCOPE, work -> latest());
    }

    private Optional<State> latest() {
        return db.sql(LATEST)
                .query((row, at) -> new State(
                        row.getInt("no"),
                        row.getString("name"),
                        row.getObject("current_from", OffsetDateTime.class).toInstant(),
                        row.getLong("resealed"),
                        Optional.ofNullable(row.getObject("resealed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional();
    }

    /// Begins a new generation.
    ///
    /// @throws Unready while the last change is not finished, or where the keys can't be added to
    public State begin() {
        var before = state();
        if (before.isPresent() && before.get().resealedAt().isEmpty()) {
            throw new Unready("上一次更换还没有完成：第 " + before.get().no() + " 代，已重新封存 "
                    + before.get().resealed() + " 项。完成后再换。");
        }
        keys.reload();
        int no = Math.max(before.map(State::no).orElse(1), 1) + 1;
        if (!keys.generations().containsKey(no)) {
            keys.add(no);
        }
        var name = java.util.Objects.requireNonNull(keys.generations().get(no));
        transactions.run(
                SCOPE,
                work -> db.sql(ADD)
                        .param("no", no)
                        .param("name", name)
                        .param("from", work.now().plus(NOTICE).atOffset(ZoneOffset.UTC))
                        .update());
        return state().orElseThrow();
    }

    /// Seals under the generation whose moment has come.
    public void changeOver() {
        keys.reload();
        transactions.run(SCOPE, work -> {
            latest().ifPresent(state -> {
                if (!work.now().isBefore(state.currentFrom())) {
                    keys.sealUnder(state.no());
                } else if (state.no() > 2) {
                    keys.sealUnder(state.no() - 1);
                }
            });
            return 0;
        });
    }

    private void round() {
        changeOver();
        reseal(loop::isRunning);
    }

    /// Seals again whatever stands under an older generation; returns how many rows. One process at a time.
    public long reseal(BooleanSupplier goingOn) {
        var due = transactions.run(
                SCOPE,
                work -> latest().filter(state -> state.resealedAt().isEmpty())
                        .filter(state -> work.now().isAfter(state.currentFrom().plus(NOTICE))));
        if (due.isEmpty() || keys.current() != due.get().no()) {
            return 0;
        }
        long all = 0;
        for (var each : sealed) {
            var after = Optional.of(ResealingWalk.START);
            while (after.isPresent()) {
                if (!goingOn.getAsBoolean()) {
                    return all;
                }
                var from = after.get();
                var step = transactions.run(SCOPE, work -> step(each, due.get().no(), from));
                if (step.isEmpty()) {
                    return all;
                }
                all += step.get().sealed();
                after = step.get().last();
            }
        }
        if (all == 0) {
            // a whole round found nothing: rows that were being written at the change-over are sealed by now too
            finish(due.get());
        }
        return all;
    }

    /// Empty if another process is at it.
    private Optional<ResealingWalk.Step> step(Resealing each, int no, UUID from) {
        if (!db.sql(LEAD).query(Boolean.class).single()) {
            return Optional.empty();
        }
        var step = walk.step(each, from);
        if (step.sealed() > 0) {
            db.sql(COUNTED).param("sealed", step.sealed()).param("no", no).update();
        }
        return Optional.of(step);
    }

    private void finish(State state) {
        transactions.run(
                SCOPE,
                work -> db.sql(FINISHED)
                        .param("at", work.now().atOffset(ZoneOffset.UTC))
                        .param("no", state.no())
                        .update());
        LOG.info("master key {} has sealed everything again", state.no());
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
