package org.maplebridge.kernel.matters;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.Receipt;

/// What the pipeline answers.
public sealed interface Outcome extends Transactions.RollsBack {

    /// Done and committed.
    ///
    /// @param work whose moment it carries
    /// @param nearest the limit that now ends first
    /// @param digits what opens the progress together with the code: the last four digits of the phone, or four
    ///     drawn for somebody who gave none; only on opening
    record Done(
            Work work,
            Matter matter,
            Optional<Deadline> nearest,
            Entry entry,
            Optional<Receipt> receipt,
            Optional<String> digits)
            implements Outcome {}

    /// The same request came before, and took effect then.
    record Repeat(UUID matter, int seq) implements Outcome {}

    /// Not done; nothing is left of it.
    record Refusal(Verdict verdict) implements Outcome {

        /// The same as an answer.
        public Refused refused() {
            return new Refused(Answers.of(verdict));
        }
    }

    @Override
    default boolean rollsBack() {
        return this instanceof Refusal;
    }
}
