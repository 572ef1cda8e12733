package org.maplebridge.kernel.alerts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What was said about a limit.
///
/// @param level 0 to the office itself, then one more for each step up the area tree
/// @param unit whom it addresses
/// @param limit what the limit is called
/// @param settled whether the end is certain; false for a lower bound while a year's notice is missing
/// @param movedAt since when another office has the matter, which was told itself
/// @param acknowledger the name of whoever took note first
/// @param about whose doing it is; of a term, the register and its line
record Alert(
        UUID id,
        UUID matter,
        AlertKind kind,
        int level,
        String unit,
        String limit,
        Instant due,
        boolean settled,
        Instant raisedAt,
        Optional<Instant> movedAt,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledger,
        Optional<String> about) {

    /// Whether it is about a limit.
    boolean ofLimit() {
        return kind == AlertKind.DUE_SOON || kind == AlertKind.OVERDUE || kind == AlertKind.ESCALATED;
    }

    /// The alert in a few words.
    String title() {
        var words = switch (kind) {
            case DUE_SOON -> "“" + limit + "”快到期";
            case OVERDUE -> "“" + limit + "”已逾期";
            case ESCALATED -> "“" + limit + "”逾期未办，提醒上 " + level + " 级";
            case UNUSUAL_LOOKS, NOBODY_THERE, KEEPS_OUT, ON_DUTY, UNUSUAL_TAKING -> limit;
            case TERM_ENDING ->
                about.filter(line -> line.startsWith("stationings/")).isPresent()
                        ? "入驻期限快满，请续期，或者到期登记撤出"
                        : "本届任期快满或者已满，请组织换届，推选以后登记新的一届";
        };
        return settled ? words : words + "（按下限计算：年度放假安排尚未录入，实际到期日可能更晚）";
    }
}
