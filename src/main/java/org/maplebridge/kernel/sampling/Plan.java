package org.maplebridge.kernel.sampling;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;

/// A sample that was ordered.
///
/// @param text what is hashed with the root of the log
/// @param drawn how it was drawn; empty until then
record Plan(UUID id, Ordered ordered, Orderer orderer, Instant orderedAt, String text, Optional<Drawn> drawn) {

    /// What is done with what is drawn.
    enum Kind {
        /// The file is reviewed by two people.
        REVIEW("案件评查"),
        /// The party is called.
        CALL_BACK("电话回访");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /// What it is drawn from, and how many.
    ///
    /// @param stage in which the matters have ended; any if empty
    /// @param share of one, or else
    /// @param number how many
    record Ordered(
            Kind kind,
            String title,
            String purpose,
            String scene,
            String area,
            Optional<String> stage,
            LocalDate from,
            LocalDate until,
            Optional<BigDecimal> share,
            Optional<Integer> number) {

        int wanted(int population) {
            return share.map(one -> Draw.wanted(one, population)).orElseGet(() -> number.orElse(1));
        }
    }

    /// Who ordered it.
    ///
    /// @param actor as the trail names them
    record Orderer(String actor, String name, Optional<UUID> agency) {}

    /// Where the seed comes from.
    ///
    /// @param size of the log at the checkpoint
    record Drawn(long size, Hash root, Hash seed, Instant at) {}

    /// The canonical text of a plan.
    static String text(UUID id, Ordered ordered, Orderer orderer, Instant at) {
        var form = new TreeMap<String, Object>();
        form.put("id", id);
        form.put("kind", ordered.kind());
        form.put("scene", ordered.scene());
        form.put("area", ordered.area());
        ordered.stage().ifPresent(stage -> form.put("stage", stage));
        form.put("from", ordered.from().toString());
        form.put("until", ordered.until().toString());
        ordered.share()
                .ifPresent(share -> form.put("share", share.stripTrailingZeros().toPlainString()));
        ordered.number().ifPresent(number -> form.put("number", number));
        form.put("purpose", ordered.purpose());
        form.put("orderer", orderer.actor());
        form.put("at", at.toString());
        return Canonical.text(form);
    }
}
