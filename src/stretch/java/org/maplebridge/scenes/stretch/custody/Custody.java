package org.maplebridge.scenes.stretch.custody;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.people.Persona.Draft;

/// The verbs of a made-up custody.
@Scene(value = CustodyLifecycle.class, domain = "corrections", openedBy = CustodyLifecycle.OFFICER)
class Custody {

    static final String SENTENCE = "stretch.custody.sentence";

    private final CustodyStore store;
    private final Calendars calendars;

    Custody(CustodyStore store, Calendars calendars) {
        this.store = store;
        this.calendars = calendars;
    }

    record Open(
            @Ask(value = "姓名（化名）", most = 60) String name,
            @Ask(value = "电话", kind = Ask.Kind.PHONE) Optional<String> phone,
            @Ask(value = "住在哪里", kind = Ask.Kind.AREA) String area,
            @Ask(value = "由哪个单位看管", kind = Ask.Kind.AGENCY) UUID agency) {}

    Verdict open(Act act, Open said) {
        return moved().title("看管一人")
                .area(said.area())
                .agency(said.agency())
                .party("person", Draft.named(said.name(), said.phone()));
    }

    record Report(@Ask(value = "刑期从哪天起算", why = "起算日计入刑期") LocalDate from) {}

    Verdict report(Act act, Report said) {
        if (said.from().isAfter(act.today())) {
            return invalid("from", "起算日不能晚于今天。", "stretch.custody.from");
        }
        store.begin(act.id(), said.from());
        return moved().runs(SENTENCE, said.from());
    }

    record Talk(
            @Ask(value = "谈话记录", kind = Ask.Kind.LONG_TEXT, most = 5000)
            String words) {}

    Verdict talk(Act act, Talk said) {
        store.talked(act.id(), said.words().length());
        return moved();
    }

    record End() {}

    Verdict end(Act act, End said) {
        var from = store.from(act.id()).orElseThrow();
        var due = calendars.at(act.work()).due(act.number(SENTENCE, from).term(), from);
        return act.now().isBefore(due.earliestEnd())
                ? blocked("刑期还没有满。", "stretch.custody.sentence", "刑诉法解释第二百零二条第二款")
                : moved();
    }

    record Recall(@Ask(value = "为什么收回", most = 500) String reason) {}

    Verdict recall(Act act, Recall said) {
        return moved();
    }
}
