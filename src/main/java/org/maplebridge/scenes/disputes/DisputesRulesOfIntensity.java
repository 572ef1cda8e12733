package org.maplebridge.scenes.disputes;

import java.math.BigDecimal;
import org.maplebridge.kernel.scores.Band;
import org.maplebridge.kernel.scores.Known;

/// What the scorecard of `disputes.yml` calls the facts of a dispute. How they weigh stands there.
final class DisputesRulesOfIntensity {

    static final String CARD = "disputes.intensity";

    private DisputesRulesOfIntensity() {}

    enum Colour {
        RED("红"),
        ORANGE("橙"),
        YELLOW("黄"),
        GREEN("绿"),
        GREY("灰（数据不足）");

        private final String title;

        Colour(String title) {
            this.title = title;
        }

        static Colour of(Band band) {
            return valueOf(band.name());
        }

        String title() {
            return title;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What is known of a dispute, as far as somebody has looked.
    static Known known(Dispute.Flags flags, Dispute.Extent extent) {
        return Known.nothing()
                .truth("threat", flags.threat())
                .truth("injury", flags.injury())
                .truth("violence", flags.violence())
                .truth("vulnerable", flags.vulnerable())
                .number("people", extent.people().map(BigDecimal::valueOf))
                .number("amount", extent.amount());
    }
}
