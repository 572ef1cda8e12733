package org.maplebridge.scenes.gradings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.rolls.MediatorRoll;
import org.maplebridge.kernel.scores.Card;
import org.maplebridge.kernel.scores.Scorecards;
import org.maplebridge.kernel.stats.Caseloads;
import org.maplebridge.scenes.gradings.Grading.Counted;
import org.maplebridge.scenes.gradings.Grading.Factor;
import org.maplebridge.scenes.gradings.Grading.Found;
import org.maplebridge.scenes.gradings.Grading.Part;
import org.springframework.stereotype.Component;

/// Counts what the register and the closed files tell of a year.
@Component
class GradingsCounting {

    private final GradingsStore store;
    private final MediatorRoll roll;
    private final Caseloads caseloads;
    private final GradingsTold told;
    private final Card card;

    GradingsCounting(GradingsStore store, MediatorRoll roll, Caseloads caseloads, GradingsTold told, Scorecards cards) {
        this.store = store;
        this.told = told;
        this.roll = roll;
        this.caseloads = caseloads;
        this.card = cards.card(GradingsCard.NAME);
    }

    /// Counts anew. Needs the scope of a job: the files lie with many offices.
    void count(Act act) {
        var grading = store.find(act.id());
        int year = grading.subject().year();
        var last = LocalDate.of(year, 12, 31);
        var mediator = roll.of(grading.subject().line(), last).orElseThrow();
        ToIntFunction<String> numbers = name -> act.number(name).whole();
        var found = new ArrayList<Found>();
        found.add(GradingsFactors.years(mediator.since(), last, numbers));
        if (grading.staff().isEmpty()) {
            found.add(GradingsFactors.noAccount(Factor.CASES));
            found.add(GradingsFactors.noAccount(Factor.SUCCESS));
        } else {
            var files = caseloads.among(grading.behind());
            found.add(GradingsFactors.cases(files, numbers));
            found.add(GradingsFactors.success(files, numbers));
        }
        found.add(GradingsFactors.training(mediator.trainings(), year, numbers));
        found.add(grading.staff()
                .map(staff -> judged(act, grading, staff, numbers))
                .orElseGet(() -> GradingsFactors.noAccount(Factor.JUDGED)));
        keep(act, act.id(), found, found, act.today());
    }

    private Found judged(Act act, Grading grading, UUID staff, ToIntFunction<String> numbers) {
        var now = GradingsFactors.heard(caseloads.among(grading.behind()));
        var said = GradingsFactors.told(now, told.last(grading.subject(), staff), numbers);
        if (said.heard() >= numbers.applyAsInt("gradings.judged-least")) {
            told.keep(act.id(), staff, said);
        }
        return GradingsFactors.judged(said, numbers);
    }

    /// What a contest has put right counts instead of what was counted; the numbers are those of the day it was
    /// counted.
    void right(Act act, Found right) {
        store.right(act.id(), right);
        var parts = store.parts(act.id());
        var day = store.find(act.id()).counted().orElseThrow().day();
        keep(
                act,
                act.id(),
                parts.stream().map(Part::found).toList(),
                parts.stream().map(Part::stands).toList(),
                day);
    }

    private void keep(Act act, UUID matter, List<Found> counted, List<Found> stands, LocalDate day) {
        var result = GradingsCard.result(card, stands, name -> act.number(name, day));
        for (int at = 0; at < counted.size(); at++) {
            store.keep(matter, counted.get(at), result.parts().get(at));
        }
        store.counted(matter, new Counted(day, result.points(), result.outOf(), result.suggested(), card.edition()));
    }
}
