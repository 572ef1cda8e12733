package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.util.Optional;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.ScenePart;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.scores.Card;
import org.maplebridge.kernel.scores.Scorecards;
import org.maplebridge.scenes.disputes.DisputesColours.Recoloured;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Colour;

/// The colour of a dispute: what the card suggests, unless a person has decided otherwise and said why.
@ScenePart
class DisputesColouring {

    private final DisputesStore store;
    private final DisputesColours colours;
    private final Card card;

    DisputesColouring(DisputesStore store, DisputesColours colours, Scorecards cards) {
        this.store = store;
        this.colours = colours;
        this.card = cards.card(DisputesRulesOfIntensity.CARD);
    }

    record Recolour(
            @Ask("定为什么颜色") Choices.Hue colour,

            @Ask(value = "为什么", why = "与规则建议不同的必须写；办这件事的人都看得到，案件评查也看", kind = Kind.LONG_TEXT, least = 4, most = 500)
            Optional<String> reason) {}

    Verdict recolour(Act act, Recolour said) {
        var dispute = store.find(act.id()).orElseThrow();
        var suggested = card.score(dispute.known(), act.numbers());
        var chosen = card.band(said.colour().name());
        var refused = card.refusal(suggested, chosen, said.reason());
        if (refused.isPresent()) {
            var field = said.reason().isEmpty() && suggested.least().isEmpty() ? "reason" : "colour";
            return invalid(field, refused.get(), "disputes.recolour");
        }
        var colour = Colour.of(chosen);
        colours.keep(
                act.id(),
                new Recoloured(
                        Colour.of(suggested.band()), colour, said.reason().orElse("与规则建议相同")));
        store.save(act.id(), dispute.judged(suggested, colour));
        boolean turnsRed = colour == Colour.RED && dispute.judged().colour() != Colour.RED;
        var recoloured = moved().colour(colour.code());
        return turnsRed ? recoloured.runs(DisputesHandling.URGENT, act.now()) : recoloured;
    }

    /// Judges by what is known now. A higher colour that a person decided for stands; a lower one was about what was
    /// known then.
    Colour judged(Act act, Dispute dispute) {
        var scored = card.score(dispute.known(), act.numbers());
        var raised = dispute.judged().raised().map(each -> card.band(each.name()));
        var colour =
                Colour.of(raised.map(band -> card.higher(band, scored.band())).orElse(scored.band()));
        store.save(act.id(), dispute.judged(scored, colour));
        return colour;
    }
}
