package org.maplebridge.kernel.parameters;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A change of a number that one person asks for and another decides.
///
/// @param title    of the number, in Chinese
/// @param edit     what is to be entered
/// @param decision empty while it waits
public record Proposal(
        UUID id, String title, Parameters.Edit edit, Instant proposedAt, State state, Optional<Decision> decision) {

    /// How far it has come.
    public enum State {
        OPEN("等另一位法制员决定"),
        APPROVED("已同意，已录入"),
        REFUSED("没有同意"),
        WITHDRAWN("提出人撤回了");

        private final String title;

        State(String title) {
            this.title = title;
        }

        /// The state in Chinese.
        public String title() {
            return title;
        }
    }

    /// What became of it.
    ///
    /// @param state anything but [State#OPEN]
    /// @param words why; never empty for a refusal
    public record Decision(State state, UUID by, String name, Instant at, Optional<String> words) {}
}
