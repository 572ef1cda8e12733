package org.maplebridge.kernel.laws;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.laws.EditionCompare.Fate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What of the program's own citations the texts bear out, and what a new edition touches; for the legal officer.
@RestController
class LawCitationsDesk {

    private final Transactions transactions;
    private final LawCiting citing;
    private final LawReads reads;
    private final LawList laws;
    private final LawTouching touching;

    LawCitationsDesk(Transactions transactions, LawCiting citing, LawReads reads, LawList laws, LawTouching touching) {
        this.touching = touching;
        this.transactions = transactions;
        this.citing = citing;
        this.reads = reads;
        this.laws = laws;
    }

    /// Whether the library bears a citation out.
    enum Borne {
        /// The article stands in the edition of the day.
        HOLDS,
        /// The library has no text of this law: nothing can be said.
        NO_TEXT,
        /// The law has a text, but no such article on that day.
        NOT_THERE
    }

    /// @param where the data file and the name of what cites
    /// @param text as it is written there
    /// @param article what is cited, where it stands
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnCitation(
            String where, String title, String text, String law, String label, Borne borne, Optional<UUID> article) {}

    @GetMapping("/api/laws/citations")
    @Allowed(value = Allowed.Door.OFFICERS, roles = "kernel.legal-officer")
    Items<OwnCitation> own(Actor officer, @RequestParam Optional<LocalDate> on) {
        return transactions.run(officer.scope(), work -> {
            var day = LawDay.of(work, on);
            return new Items<>(
                    citing.all().stream().map(place -> borne(place, day)).toList());
        });
    }

    private OwnCitation borne(LawCiting.Place place, LocalDate day) {
        var article = reads.onTheDay(place.key(), place.number(), place.suffix(), day);
        var borne = article.isPresent() ? Borne.HOLDS : reads.known(place.key()) ? Borne.NOT_THERE : Borne.NO_TEXT;
        return new OwnCitation(
                place.where(),
                place.title(),
                place.text(),
                place.key(),
                Numerals.label(place.number(), place.suffix()),
                borne,
                article.map(LawRow.Text::id));
    }

    /// Something of ours that cites an article which reads otherwise than before.
    ///
    /// @param label of the article as it is cited
    /// @param before its text until the edition; absent where the article is new
    /// @param after its text in the edition; absent where it is gone
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Touched(
            String where,
            String title,
            String text,
            String label,
            Fate fate,
            Optional<LawWire.Side> before,
            Optional<LawWire.Side> after,
            List<LawRevisions.Part> parts) {}

    /// @param changed how many articles read otherwise in all
    record TouchedByEdition(String law, LocalDate from, int changed, List<Touched> items) {}

    @GetMapping("/api/laws/editions/{edition}/touched")
    @Allowed(value = Allowed.Door.OFFICERS, roles = "kernel.legal-officer")
    TouchedByEdition touched(Actor officer, @PathVariable UUID edition) {
        return transactions.run(officer.scope(), work -> {
            var after = reads.edition(edition).orElseThrow(() -> Refused.notFound("个版本"));
            var law = laws.law(after.law()).orElseThrow(() -> Refused.notFound("部法律"));
            return touching.of(work, edition)
                    .map(revision -> new TouchedByEdition(
                            law.name(),
                            after.from(),
                            revision.changed().size(),
                            revision.places().stream().map(this::touched).toList()))
                    .orElseGet(() -> new TouchedByEdition(law.name(), after.from(), 0, List.of()));
        });
    }

    private Touched touched(LawRevisions.Place place) {
        var article = place.article();
        var before = article.before().map(LawCitationsDesk::side);
        var after = article.after().map(LawCitationsDesk::side);
        return new Touched(
                place.where(),
                place.title(),
                place.text(),
                article.label(),
                Fate.valueOf(article.change().name()),
                before,
                after,
                before.isPresent() && after.isPresent()
                        ? WordDiff.of(before.get().text(), after.get().text())
                        : List.of());
    }

    private static LawWire.Side side(LawRevisions.Text text) {
        return new LawWire.Side(text.id(), text.label(), text.text());
    }
}
