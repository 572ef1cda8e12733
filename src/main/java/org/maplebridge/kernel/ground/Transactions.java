package org.maplebridge.kernel.ground;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Begins transactions, each with a scope. A transaction without one throws before its first statement.
public final class Transactions {

    private final TransactionTemplate template;
    private final TransactionTemplate snapshots;

    Transactions(TransactionTemplate template, TransactionTemplate snapshots) {
        this.template = template;
        this.snapshots = snapshots;
    }

    /// Runs the work in one transaction; an exception rolls it back.
    public <T extends @Nullable Object> T run(Scope scope, Function<Work, T> body) {
        return in(template, new ScopeCall<>(scope, Optional.empty(), false, Optional.empty()), body);
    }

    /// As [#run(Scope, Function)], looking up what an earlier request under the key has left.
    ///
    /// @param opens whether a matter is to be opened; its id is then [Work#fresh()]
    public <T extends @Nullable Object> T run(
            Scope scope, Optional<Work.Key> key, boolean opens, Function<Work, T> body) {
        return in(template, new ScopeCall<>(scope, key, opens, Optional.empty()), body);
    }

    /// As [#run(Scope, Optional, boolean, Function)], with something read in the same round trip.
    public <A, T extends @Nullable Object> T run(
            Scope scope, Work.Key key, Ahead<A> ahead, BiFunction<Work, List<A>, T> body) {
        var call = new ScopeCall<>(scope, Optional.of(key), false, Optional.of(ahead));
        return in(template, call, work -> body.apply(work, call.read()));
    }

    /// Runs a long reading over one consistent picture of the database; writes nothing.
    public <T extends @Nullable Object> T snapshot(Scope scope, Function<Work, T> body) {
        return in(snapshots, new ScopeCall<>(scope, Optional.empty(), false, Optional.empty()), body);
    }

    private static <T extends @Nullable Object> T in(
            TransactionTemplate template, ScopeCall<?> call, Function<Work, T> body) {
        return ScopedValue.where(ScopeCall.CURRENT, call)
                .call(() -> template.execute(status -> {
                    T result = body.apply(call.work());
                    if (result instanceof RollsBack verdict && verdict.rollsBack()) {
                        status.setRollbackOnly();
                    }
                    return result;
                }));
    }

    /// A result that may ask for everything to be rolled back, such as a refusal.
    public interface RollsBack {
        boolean rollsBack();
    }
}
