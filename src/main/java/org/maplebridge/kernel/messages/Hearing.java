package org.maplebridge.kernel.messages;

import java.util.Optional;
import java.util.Set;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.KernelVerb;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.Happened;
import org.maplebridge.kernel.trail.Happening;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.stereotype.Component;

/// Hears what happens to matters and tells whom it concerns. What an import brings in is old, and no news, not even
/// that it had ended long before or is taken back.
@Component
class Hearing implements Happened {

    private static final Set<String> NUMBERS = Set.of(KernelVerb.CORRECT.wireName(), KernelVerb.IDENTIFY.wireName());

    /// What happens to the paper, and to nobody's matter.
    private static final Set<String> NO_NEWS = Set.of(KernelVerb.ARCHIVE.wireName(), KernelVerb.REVOKE.wireName());

    /// What follows from what somebody did is news to them too.
    private static final String SELF = "system:messages";

    private final Matters matters;
    private final Trail trail;
    private final TellBook book;
    private final Addressing addressing;
    private final MessageStore messages;
    private final FactStore facts;
    private final NoteStore notes;

    Hearing(
            Matters matters,
            Trail trail,
            TellBook book,
            Addressing addressing,
            MessageStore messages,
            FactStore facts,
            NoteStore notes) {
        this.matters = matters;
        this.trail = trail;
        this.book = book;
        this.addressing = addressing;
        this.messages = messages;
        this.facts = facts;
        this.notes = notes;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public boolean fromTheBeginning() {
        return false;
    }

    @Override
    public void heard(Work work, Happening entry) {
        if (entry.verb().equals(KernelVerb.ERASE.wireName())) {
            messages.forget(entry.matter());
            return;
        }
        var found = matters.find(entry.matter());
        if (found.isEmpty() || trail.key(entry.matter()).isEmpty()) {
            return;
        }
        var matter = found.get();
        danger(work, entry);
        messages.handedOn(matter.id(), matter.office().agency());
        if (NUMBERS.contains(entry.verb())) {
            addressing.readdress(work, matter);
        }
        if (entry.verb().equals(Calling.NAME)) {
            called(work, entry, matter);
        }
        boolean imported = entry.seq() == 1 && matter.origin().batch().isPresent();
        if (!imported && !NO_NEWS.contains(entry.verb())) {
            tell(work, entry, matter);
        }
    }

    private void danger(Work work, Happening entry) {
        var dangers = book.dangers(entry.scene(), entry.verb());
        if (dangers.isEmpty()) {
            return;
        }
        trail.entry(entry.matter(), entry.seq())
                .flatMap(Entry::body)
                .map(Canonical.MAPPER::readTree)
                .filter(said -> dangers.stream().anyMatch(danger -> danger.in(said)))
                .ifPresent(said -> messages.careful(work, entry.matter()));
    }

    private void called(Work work, Happening entry, Matter matter) {
        facts.latest(matter.id()).ifPresent(call -> {
            if (call.result().equals(Called.Result.WRONG_NUMBER.name())) {
                note(work, entry, matter, "第 " + call.party() + " 位当事人的电话不是本人的，请核对更正", SELF);
            } else if (messages.inState(matter.id(), Calling.UNREACHED).stream()
                    .anyMatch(each -> each.party() == call.party())) {
                note(work, entry, matter, "第 " + call.party() + " 位当事人几次电话没打通，请上门告知", SELF);
            }
        });
    }

    private void tell(Work work, Happening entry, Matter matter) {
        boolean ended = !matter.stage().open() && matter.stage().closedAt().equals(Optional.of(entry.recordedAt()));
        boolean byParty = entry.actor().startsWith("citizen:");
        boolean careful = messages.isCareful(matter.id())
                || matter.label()
                        .category()
                        .filter(category -> book.careful(matter.scene(), category))
                        .isPresent();
        for (var tell : book.of(matter.scene(), entry.verb(), ended, byParty)) {
            if (tell.toOffice()) {
                note(work, entry, matter, tell.text(), entry.actor());
            } else {
                addressing.tell(work, entry, matter, tell, careful);
            }
        }
    }

    /// @param by to whom it is no news
    private void note(Work work, Happening entry, Matter matter, String words, String by) {
        matter.office()
                .post()
                .map(post -> "t:" + post)
                .or(() -> matter.office().agency().map(agency -> "g:" + agency))
                .ifPresent(unit -> notes.add(work, matter.id(), entry.seq(), unit, matter.domain(), words, by));
    }
}
