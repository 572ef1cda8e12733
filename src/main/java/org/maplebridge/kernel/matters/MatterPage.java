package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.calendar.DayKind;
import org.maplebridge.kernel.ground.Hash;

/// The shapes of a matter's page at the wire.
final class MatterPage {

    private MatterPage() {}

    /// The matter whole.
    ///
    /// @param erased whether its content was destroyed on an order
    /// @param hasParties whether such matters are about somebody
    /// @param keepsOut who is at work on it and may not go on, by what they declared of themselves
    /// @param wordsTitle what the words are: what somebody wants, why something is asked for
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Whole(
            @JsonUnwrapped MatterRow row,
            Instant occurredAt,
            Optional<Instant> closedAt,
            String domain,
            Optional<String> source,
            Optional<String> sourceTitle,
            boolean erased,
            boolean hasParties,
            Optional<String> words,
            String wordsTitle,
            List<Person> people,
            List<SceneView.Section> facts,
            List<SceneView.Suggestion> suggestions,
            List<Step> road,
            Optional<Holder> post,
            Optional<Instant> suspendedAt,
            Optional<UUID> mergedInto,
            List<KeepsOut> keepsOut) {}

    /// Somebody at work who must keep out, and why, without what they declared.
    record KeepsOut(String name, String why) {}

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
    ///
    /// @param minor what the law asks for a minor
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Person(
            int no,
            String role,
            String roleTitle,
            String name,
            Optional<String> phone,
            Optional<String> number,
            Optional<String> minor) {}

    /// A stage on the way.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Step(String stage, String title, Reached state, Optional<Instant> enteredAt, Optional<Long> tookSeconds) {}

    /// Whether a stage lies behind, is the present one, or lies ahead.
    enum Reached {
        @JsonProperty("done")
        DONE,
        @JsonProperty("now")
        NOW,
        @JsonProperty("ahead")
        AHEAD
    }

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
            Schema schema) {}

    /// A move I may not make now, and why.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record MayNot(String verb, String title, String reason, Optional<String> rule, Optional<String> article) {}

    /// An entry of the trail.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record EntryLine(
            int seq,
            String verb,
            String verbTitle,
            String stage,
            String stageTitle,
            Instant occurredAt,
            Instant recordedAt,
            Who actor,
            List<Said.Answer> said,
            Hash hash,
            Optional<Hash> prev,
            Optional<Long> leaf,
            String bodyType,
            Hash bodyHash) {}

    /// Who acted.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Who(String name, Optional<String> post, Optional<String> agency) {}

    /// A limit with its proof.
    ///
    /// @param lowerBound whether the end is only a lower bound, because the notice of a year is missing
    /// @param sooner the day it would end on by what has been entered since, which waits for a person to confirm it
    /// @param office the office it belongs to, where each has its own
    /// @param extension the length it was put off by, in Chinese
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Limit(
            int id,
            @JsonUnwrapped MatterRow.DueView due,
            Instant from,
            Optional<String> office,
            boolean lowerBound,
            Optional<Instant> metAt,
            Optional<String> extension,
            Optional<LocalDate> sooner,
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
    /// @param mark where it has a part of its own
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Day(LocalDate date, DayKind kind, String name, boolean counted, Optional<DayMark> mark, String reason) {}

    /// The part a day has in a limit.
    enum DayMark {
        TRIGGER,
        FIRST,
        LAST,
        ORIGINAL_LAST,
        ROLLED,
        SUSPENDED
    }

    /// The notice a year's calendar rests on.
    record Paper(int year, String title, String number, String url) {}

    /// A link to another matter.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Linked(Link.Kind kind, String kindTitle, boolean blocking, Optional<Brief> matter, boolean hidden) {}

    /// A matter in one line.
    record Brief(UUID id, String code, String title, String stageTitle) {}
}
