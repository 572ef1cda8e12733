package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;

/// The shapes of a matter's page at the wire.
final class MatterPage {

    private MatterPage() {}

    /// The matter whole.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Whole(
            @JsonUnwrapped MatterRow row,
            Instant occurredAt,
            Optional<Instant> closedAt,
            String domain,
            Optional<String> source,
            Optional<String> sourceTitle,
            Optional<String> words,
            List<Shown> people,
            List<SceneView.Section> facts,
            List<SceneView.Suggestion> suggestions,
            List<Step> road,
            Optional<Holder> post,
            Optional<Instant> suspendedAt,
            Optional<UUID> mergedInto) {}

    /// A matter after a move: what the move may have changed, without another look at the database. The rest of the
    /// page is asked for by who looks at it.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record After(
            @JsonUnwrapped MatterRow row,
            Instant occurredAt,
            Optional<Instant> closedAt,
            Optional<Holder> post,
            Optional<Instant> suspendedAt,
            Optional<UUID> mergedInto) {}

    /// A party, masked.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shown(int no, String role, String roleTitle, String name, Optional<String> phone) {}

    /// A stage on the way.
    ///
    /// @param state done, now or ahead
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Step(String stage, String title, String state, Optional<Instant> enteredAt, Optional<Long> tookSeconds) {}

    /// A post with who sits there.
    record Holder(UUID id, String title, String holder) {}

    /// Which moves there are.
    record Moves(int version, List<May> can, List<MayNot> cannot) {}

    /// A move I may make now.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record May(
            String verb,
            String title,
            Optional<String> to,
            Optional<String> toTitle,
            String hint,
            Optional<MatterRow.DueView> deadline,
            boolean danger,
            boolean kernel,
            Map<String, Object> schema) {}

    /// A move I may not make now, and why.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record MayNot(String verb, String title, String reason, Optional<String> rule, Optional<String> article) {}

    /// An entry of the trail.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(
            int seq,
            String verb,
            String verbTitle,
            String stage,
            String stageTitle,
            Instant occurredAt,
            Instant recordedAt,
            Who actor,
            List<Said.Line> said,
            Hash hash,
            Optional<Hash> prev,
            Optional<Long> leaf,
            String bodyType,
            Hash bodyHash) {}

    /// Who acted.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Who(String name, Optional<String> post, Optional<String> agency) {}

    /// A limit with its proof.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Limit(
            int id,
            @JsonUnwrapped MatterRow.DueView due,
            Instant from,
            Optional<Instant> metAt,
            Optional<String> extension,
            List<Deadline.Pause> pauses,
            Proof proof) {}

    /// How a limit was computed.
    ///
    /// @param label says so when it is only a lower bound
    /// @param differs what the present calendar gives, where it is not what is kept
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Proof(
            List<Reason> lines,
            List<Day> days,
            String calendarVersion,
            List<Paper> notices,
            Optional<String> label,
            Optional<LocalDate> differs) {}

    /// One line of the reasoning.
    record Reason(String label, String text, String article) {}

    /// One day of the calendar.
    ///
    /// @param mark TRIGGER, FIRST, LAST, ORIGINAL_LAST or ROLLED, where it has a part of its own
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Day(LocalDate date, String kind, String name, boolean counted, Optional<String> mark, String reason) {}

    /// The notice a year's calendar rests on.
    record Paper(int year, String title, String number, String url) {}

    /// A link to another matter.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Linked(String kind, String kindTitle, boolean blocking, Optional<Brief> matter, boolean hidden) {}

    /// A matter in one line.
    record Brief(UUID id, String code, String title, String stageTitle) {}
}
