package org.maplebridge.kernel.matters;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Role;
import org.maplebridge.kernel.access.Takings;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.people.PersonFinding;
import org.maplebridge.kernel.people.Persona;
import org.maplebridge.kernel.people.Purpose;
import org.maplebridge.kernel.people.Purposes;
import org.maplebridge.kernel.trail.Look;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks for people, for a purpose with its article. Whoever is found is shown masked, with the matters within reach;
/// that they were looked for stands among the looks at their data, where they read it themselves. The search itself is
/// on record too, also where nobody was found; not its words. Grounds: Personal
/// Information Protection Law, art. 6, 34, 44.
@Component
public class PersonSearching {

    private static final String LOOKS = "people.looks-an-hour";
    private static final String RULE = "people.purpose";
    private static final int LONGEST = 40;
    private static final int LONGEST_NOTE = 200;
    private static final int MOST = 10;
    private static final int MOST_MATTERS = 5;
    private static final Duration WINDOW = Duration.ofHours(1);

    /// By the caller's own policies, the newest first.
    private static final String MATTERS = """
        select p.matter
          from people.matters_of(:persona) o(matter)
          join matters.party p on p.matter = o.matter and p.persona = :persona
         group by p.matter
         order by p.matter desc
         limit :most\
        """;

    private final JdbcClient db;
    private final PersonFinding finding;
    private final Purposes purposes;
    private final MatterRowsView rows;
    private final Matters matters;
    private final Trail trail;
    private final Access access;
    private final Parameters parameters;
    private final Takings takings;
    private final List<LooksWatch> watches;

    PersonSearching(
            JdbcClient db,
            PersonFinding finding,
            Purposes purposes,
            MatterRowsView rows,
            Matters matters,
            Trail trail,
            Access access,
            Parameters parameters,
            Takings takings,
            List<LooksWatch> watches) {
        this.db = db;
        this.finding = finding;
        this.purposes = purposes;
        this.rows = rows;
        this.matters = matters;
        this.trail = trail;
        this.access = access;
        this.parameters = parameters;
        this.takings = takings;
        this.watches = watches;
    }

    /// What is asked.
    ///
    /// @param words a full name, its initials in pinyin, the last four digits of a number, or a whole number
    /// @param purpose the code of a purpose
    /// @param note the case in words, where the purpose wants it
    public record Sought(String words, String purpose, String note) {

        @Override
        public String toString() {
            return "…";
        }
    }

    /// Somebody who was found.
    public record Met(Persona persona, List<MatterRow> matters) {}

    /// Everybody it may be, with the looks that were recorded for it.
    ///
    /// @param unusual a warning to whoever looks often
    public record Answer(List<Met> people, boolean more, Optional<String> unusual) {}

    /// The purposes somebody may name: supervisors have theirs, officers the others.
    public List<Purpose> mayName(Actor actor) {
        boolean supervises = actor.roles().stream()
                .flatMap(name -> access.role(name).stream())
                .anyMatch(Role::supervises);
        return purposes.all().stream()
                .filter(purpose -> supervises || !purpose.supervisors())
                .toList();
    }

    /// Finds and puts on record; the two succeed or fail together. Needs a transaction of whoever asks.
    public Answer found(Work work, Actor actor, Sought said) {
        var purpose = purpose(actor, said);
        var note = note(purpose, said);
        var sought = sought(said);
        var found = finding.found(actor.scope(), said.words(), MOST + 1).stream()
                .map(persona -> new Met(persona, matters(work, actor, persona.id())))
                .filter(met -> !met.matters().isEmpty())
                .toList();
        var shown = found.stream().limit(MOST).toList();
        for (var met : shown) {
            trail.look(
                    work,
                    new Look(
                            Ids.at(work.now()),
                            work.now(),
                            actor.id(),
                            actor.post(),
                            actor.agency(),
                            met.matters().getFirst().id(),
                            met.persona().id(),
                            purpose.code(),
                            note,
                            List.of(sought.field().name())));
        }
        int inVain = parameters.at(work, LOOKS, "", work.today()).whole();
        takings.searched(work, actor, "按" + sought.title(), purpose.title(), shown.size(), inVain);
        return new Answer(shown, found.size() > MOST, shown.isEmpty() ? Optional.empty() : unusual(work, actor, shown));
    }

    private List<MatterRow> matters(Work work, Actor actor, UUID persona) {
        var ids = db.sql(MATTERS)
                .param("persona", persona)
                .param("most", MOST_MATTERS)
                .query((row, at) -> row.getObject("matter", UUID.class))
                .list();
        return rows.rows(work, actor, ids);
    }

    private Optional<String> unusual(Work work, Actor actor, List<Met> shown) {
        var first = shown.getFirst().matters().getFirst();
        int most = parameters.at(work, LOOKS, first.area().path(), work.today()).whole();
        int count = trail.looksBy(actor.id(), work.now().minus(WINDOW));
        if (count <= most) {
            return Optional.empty();
        }
        matters.find(first.id())
                .ifPresent(matter -> watches.forEach(each -> each.unusual(work, actor, matter, count, most)));
        return Optional.of("一小时内您已看、已查 " + count + " 人次，超过 " + most + " 人次，监督岗会收到提醒。");
    }

    private Purpose purpose(Actor actor, Sought said) {
        var mine = mayName(actor);
        var purpose = purposes.of(said.purpose())
                .orElseThrow(() -> fault(
                        "purpose",
                        "请先选一个用途：" + mine.stream().map(Purpose::title).collect(Collectors.joining("、")) + "。"));
        if (!mine.contains(purpose)) {
            throw Refused.notYours("“" + purpose.title() + "”限监督岗使用。");
        }
        return purpose;
    }

    /// The person reads it, so it says that they were looked for, and by what.
    private static String note(Purpose purpose, Sought said) {
        var note = said.note().strip();
        if (purpose.note() && note.isEmpty()) {
            throw fault("note", "这个用途要写明是什么情况。");
        }
        Words.fault(note, LONGEST_NOTE, false).ifPresent(fault -> {
            throw fault("note", fault);
        });
        var by = "按" + sought(said).title() + "查找";
        return note.isEmpty() ? by : by + "：" + note;
    }

    private static PersonFinding.Sought sought(Sought said) {
        Words.fault(said.words(), LONGEST, false).ifPresent(fault -> {
            throw fault("q", fault);
        });
        return PersonFinding.sought(said.words()).orElseThrow(() -> fault("q", "请写全名、姓名的拼音首字母、电话或证件号码的后四位，或者整个号码。"));
    }

    private static Refused fault(String field, String words) {
        return new Refused(
                Problem.fields(List.of(new Problem.Field(field, words))).withRule(RULE));
    }
}
