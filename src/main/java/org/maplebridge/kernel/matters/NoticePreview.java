package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// Shows before anybody confirms it which limits a notice would move. Counted are all; named are those whose matter the
/// asker may see.
@Component
class NoticePreview {

    private static final Scope COUNTING = Scope.job("recount-preview");
    private static final UUID START = new UUID(0, 0);
    private static final int PART = 200;
    private static final int MOST_LOOKED = 20_000;
    private static final int MOST_NAMED = 200;

    private final Transactions transactions;
    private final RecountStore store;
    private final MatterStore matters;
    private final MatterRowsView rows;
    private final Parameters parameters;

    NoticePreview(
            Transactions transactions,
            RecountStore store,
            MatterStore matters,
            MatterRowsView rows,
            Parameters parameters) {
        this.transactions = transactions;
        this.store = store;
        this.matters = matters;
        this.rows = rows;
        this.parameters = parameters;
    }

    /// What would become of a limit.
    enum Effect {
        /// A lower bound becomes the end.
        SETTLED,
        LATER,
        /// It waits for a person to confirm it.
        SOONER
    }

    /// A limit that would change.
    ///
    /// @param code absent where the asker doesn't see the matter
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shift(
            Optional<UUID> matter,
            Optional<String> code,
            Optional<String> title,
            String limit,
            LocalDate before,
            LocalDate after,
            Effect effect) {}

    /// What a notice would change.
    ///
    /// @param looked how many matters were looked at
    /// @param more whether there are more than were looked at
    /// @param shifts the first of them
    record Shown(String version, int looked, boolean more, int settled, int later, int sooner, List<Shift> shifts) {}

    private record Found(UUID matter, Recount.Found limit) {

        Effect effect() {
            if (limit.sooner()) {
                return Effect.SOONER;
            }
            return limit.after().settled() && !limit.before().settled() ? Effect.SETTLED : Effect.LATER;
        }
    }

    /// @param after the calendar as it would be; asked inside a transaction
    Shown of(Actor actor, RecountStore.Reason reason, Supplier<LegalCalendar> after) {
        var calendar = transactions.run(actor.scope(), work -> after.get());
        var found = new ArrayList<Found>();
        int looked = 0;
        var cursor = START;
        boolean more = true;
        while (more && looked < MOST_LOOKED) {
            var from = cursor;
            var ids = transactions.run(COUNTING, work -> {
                var part = store.touched(reason, from, PART);
                matters.load(part).forEach(each -> add(work, calendar, each.state(), found));
                return part;
            });
            looked += ids.size();
            more = ids.size() == PART;
            cursor = more ? ids.getLast() : cursor;
        }
        var named = found.stream().limit(MOST_NAMED).toList();
        return new Shown(
                calendar.version(),
                looked,
                more,
                count(found, Effect.SETTLED),
                count(found, Effect.LATER),
                count(found, Effect.SOONER),
                shifts(actor, named));
    }

    private void add(Work work, LegalCalendar calendar, MatterState state, List<Found> found) {
        if (state.matter().stage().open()) {
            Recount.of(state, calendar, new Recount.Numbers(parameters, work))
                    .forEach(limit -> found.add(new Found(state.matter().id(), limit)));
        }
    }

    private static int count(List<Found> found, Effect effect) {
        return (int) found.stream().filter(each -> each.effect() == effect).count();
    }

    private List<Shift> shifts(Actor actor, List<Found> named) {
        Map<UUID, MatterRow> seen = new HashMap<>();
        transactions
                .run(
                        actor.scope(),
                        work -> rows.rows(
                                work,
                                actor,
                                named.stream().map(Found::matter).distinct().toList()))
                .forEach(row -> seen.put(row.id(), row));
        return named.stream()
                .map(each -> {
                    var row = Optional.ofNullable(seen.get(each.matter()));
                    return new Shift(
                            row.map(MatterRow::id),
                            row.map(MatterRow::code),
                            row.map(MatterRow::title),
                            each.limit().title(),
                            each.limit().before().lastDay(),
                            each.limit().after().lastDay(),
                            each.effect());
                })
                .toList();
    }
}
