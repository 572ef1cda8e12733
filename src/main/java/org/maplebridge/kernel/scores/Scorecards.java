package org.maplebridge.kernel.scores;

import java.util.Map;
import java.util.TreeMap;
import org.maplebridge.kernel.ground.DataFiles;
import org.springframework.stereotype.Component;

/// Every card of every data file. One that can't be counted by stops the start, and says which and why.
@Component
public class Scorecards {

    private final Map<String, Card> cards;

    Scorecards(DataFiles files) {
        var reading = new CardReading(files.all());
        var found = new TreeMap<String, Card>();
        for (var file : files.all()) {
            for (var node : file.section("scorecards")) {
                var card = reading.card(file.name(), node);
                if (found.put(card.name(), card) != null) {
                    throw new IllegalStateException("two scorecards of the name " + card.name());
                }
            }
        }
        this.cards = Map.copyOf(found);
    }

    /// The card of this name.
    ///
    /// @throws IllegalArgumentException if there is none
    public Card card(String name) {
        var card = cards.get(name);
        if (card == null) {
            throw new IllegalArgumentException("no scorecard " + name);
        }
        return card;
    }
}
