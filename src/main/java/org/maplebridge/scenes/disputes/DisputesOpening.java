package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Moved;
import org.maplebridge.kernel.matters.Party;
import org.maplebridge.kernel.matters.Referral;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.people.Persona.Draft;
import org.maplebridge.scenes.disputes.Choices.Source;
import org.maplebridge.scenes.disputes.DisputesRulesOfIntensity.Colour;
import org.springframework.stereotype.Component;

/// How a dispute begins, whoever tells of it: it goes to the nearest office, with what the words suggest.
@Component
class DisputesOpening {

    private static final List<String> NOBODY_LOOKED = List.of("还没有登记人数、金额和危险情况");

    private final DisputesStore store;
    private final DisputesChannels channels;

    DisputesOpening(DisputesStore store, DisputesChannels channels) {
        this.store = store;
        this.channels = channels;
    }

    Verdict officer(Act act, Disputes.Open said) {
        var applicant = said.applicant()
                .map(name -> Draft.named(name, said.phone()))
                .or(() -> said.sign().map(Draft::pseudonymous));
        return DisputesRules.happened("occurredAt", said.occurredAt(), act.now())
                .or(() -> DisputesChannels.received(said.receivedOn(), act.today()))
                .or(() -> DisputesRules.helper(said.helper(), said.helperPhone()))
                .orElseGet(() -> {
                    var opened = open(
                            act,
                            new Report(
                                    said.words(),
                                    said.title(),
                                    said.area(),
                                    said.place(),
                                    Optional.of(said.occurredAt()),
                                    said.source(),
                                    said.category(),
                                    applicant,
                                    said.applicant().isPresent(),
                                    said.respondent()));
                    var come = opened instanceof Moved moved
                            ? channels.came(
                                    act, moved, said.source(), said.sender(), said.reference(), said.receivedOn())
                            : opened;
                    return helped(said.helper(), said.helperPhone(), applicant, come);
                });
    }

    Verdict citizen(Act act, Disputes.PublicOpen said) {
        var happened = LegalCalendar.startOf(said.day());
        var applicant = Optional.of(
                said.name().map(name -> Draft.named(name, said.phone())).orElseGet(Draft::anonymous));
        return DisputesRules.happened("day", happened, act.now())
                .or(() -> DisputesRules.reporter(said.anonymous(), said.name(), said.phone()))
                .or(() -> DisputesRules.helper(said.helper(), said.helperPhone()))
                .orElseGet(() -> helped(
                        said.helper(),
                        said.helperPhone(),
                        applicant,
                        open(
                                act,
                                new Report(
                                        said.words(),
                                        Optional.empty(),
                                        said.area(),
                                        said.place(),
                                        Optional.of(happened),
                                        Source.ONLINE,
                                        Optional.empty(),
                                        applicant,
                                        !said.anonymous(),
                                        said.respondent()))));
    }

    /// Whoever fills in the form for somebody may ask how far it has got, no more. Who writes their own name and phone
    /// there once more has nobody who helps.
    private static Verdict helped(
            Optional<String> helper, Optional<String> phone, Optional<Draft> applicant, Verdict opened) {
        var told = helper.map(name -> Draft.named(name, phone)).filter(draft -> !applicant.equals(Optional.of(draft)));
        return opened instanceof Moved moved && told.isPresent() ? moved.party(Party.HELPER, told.get()) : opened;
    }

    Verdict referred(Act act, Referral said) {
        return open(
                act,
                new Report(
                        said.reason(),
                        Optional.of(said.title()),
                        said.area(),
                        Optional.empty(),
                        Optional.empty(),
                        Source.REFERRED,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty()));
    }

    /// What is told.
    ///
    /// @param applicant who tells it; empty if another office does
    /// @param named whether the applicant is known by name
    private record Report(
            String words,
            Optional<String> title,
            String area,
            Optional<String> place,
            Optional<Instant> occurredAt,
            Source source,
            Optional<Category> category,
            Optional<Draft> applicant,
            boolean named,
            Optional<String> respondent) {}

    private Verdict open(Act act, Report report) {
        var office = report.source() == Source.IMPORTED
                ? DisputesNearest.ofOld(act.offices(), report.area())
                : DisputesNearest.of(act.offices(), report.area(), act.today());
        if (office.isEmpty()) {
            return invalid("area", "这个地方还没有负责的单位，请选上一级，或者直接联系县矛调中心。", "disputes.office");
        }
        var title = report.title().orElseGet(() -> DisputesRules.title(report.words()));
        var suggestion = DisputesClassifier.suggest(title, report.words());
        var category = report.category().orElse(suggestion.category());
        boolean nameless = report.applicant()
                .map(draft -> draft.name().isEmpty() && draft.pseudonym().isEmpty())
                .orElse(true);
        store.save(
                act.id(),
                new Dispute(
                        new Dispute.Told(
                                report.words(),
                                report.place(),
                                category,
                                report.category().isPresent()),
                        new Dispute.Sides(
                                nameless, report.named(), report.respondent().isPresent()),
                        Dispute.Flags.UNKNOWN,
                        Dispute.Extent.UNKNOWN,
                        new Dispute.Judged(
                                Optional.empty(),
                                Colour.GREY,
                                NOBODY_LOOKED,
                                suggestion,
                                DisputesClassifier.dangers(title + "\n" + report.words()),
                                Optional.empty(),
                                Optional.empty()),
                        office.get().reason(),
                        Optional.empty()));
        var opened = moved().title(title)
                .category(category.name())
                .colour(Colour.GREY.code())
                .area(report.area())
                .agency(office.get().agency().id())
                .source(report.source().name());
        report.occurredAt().ifPresent(opened::occurredAt);
        report.applicant().ifPresent(draft -> opened.party("applicant", draft));
        report.respondent().ifPresent(name -> opened.party("respondent", Draft.named(name, Optional.empty())));
        return opened;
    }
}
