package org.maplebridge.kernel.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.MatterRow;
import org.maplebridge.kernel.matters.Matters;

/// A task and its matter, as the inbox shows them.
///
/// @param nextMove the first move the reader may make
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record InboxRow(Shown task, MatterRow matter, Optional<Matters.NextMove> nextMove) {

    /// A task.
    ///
    /// @param mine whether the reader has it
    /// @param post the desk it lies on; empty while anybody of the office may take it
    /// @param leftBy the name of whoever had claimed it and is away
    /// @param claimedBy the name of whoever has claimed it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shown(
            UUID id,
            Task.State state,
            boolean mine,
            Optional<Desk> post,
            Optional<String> claimedBy,
            Optional<OffsetDateTime> claimedAt,
            Optional<String> leftBy) {}

    /// A post.
    ///
    /// @param holder who sits there today, by name
    record Desk(UUID id, String title, String holder) {}

    /// A page of the inbox.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Rows(List<InboxRow> items, Optional<String> next, Counts counts) {}

    /// How much there is.
    ///
    /// @param most where counting stops: a figure that reaches it means "as many or more"
    record Counts(int all, int mine, int unclaimed, int overdue, int most) {}
}
