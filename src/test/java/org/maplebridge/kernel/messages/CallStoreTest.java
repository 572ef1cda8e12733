package org.maplebridge.kernel.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.messages.CallStore.Wanted;

/// What the list of calls asks of PostgreSQL, which plans a statement once for all values.
class CallStoreTest {

    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2026, 1, 5));
    private static final Wanted ALL = new Wanted(Optional.empty(), false, Optional.empty(), Optional.empty());

    @Test
    void onlyWhatIsAskedForStandsInTheStatement() {
        assertThat(CallStore.calls(ALL))
                .doesNotContain(":why", ":wrong", ":from", ":until", " or ", "is null")
                .contains("agency = :agency", "id > :after order by id limit :limit");
        var everything = new Wanted(Optional.of(Why.LANDLINE), true, DAY, DAY);
        assertThat(CallStore.calls(everything))
                .contains(
                        "why = :why",
                        "state = 'WRONG'",
                        "created_at >= :from",
                        "created_at < :until",
                        // the predicate of the office's own index
                        "state in ('CALL', 'WRONG')")
                .doesNotContain(" or ", "is null");
        assertThat(CallStore.calls(new Wanted(Optional.empty(), false, DAY, Optional.empty())))
                .contains("created_at >= :from")
                .doesNotContain(":until", ":why", "'WRONG'\n", "state = 'WRONG'");
    }
}
