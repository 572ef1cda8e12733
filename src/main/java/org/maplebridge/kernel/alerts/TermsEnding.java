package org.maplebridge.kernel.alerts;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.rolls.RollTerms;
import org.maplebridge.kernel.rolls.RollTerms.Ending;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the office that keeps the register that the term of a committee or a stationing runs out: once, and no longer
/// once it was renewed. Doing it twice changes nothing.
@Component
public final class TermsEnding implements Looping {

    private static final Scope SCOPE = Scope.job("terms");
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private static final String RAISE = """
        insert into alerts.alert (id, matter, deadline_no, kind, level, unit, domain, limit_title, due_at, settled,
                                  raised_at, about)
        values (:id, :line, 0, 'TERM_ENDING', 0, :unit, 'general', :name, :due, true, :now, :about)
        on conflict (matter, deadline_no, due_at, kind, level, unit) where moved_at is null do nothing\
        """;

    private static final String GONE = """
        delete from alerts.alert a
         where a.kind = 'TERM_ENDING'
           and not exists (select
                             from unnest(cast(:lines as uuid[]), cast(:units as text[]),
                                         cast(cast(:dues as text[]) as timestamptz[])) as still(line, unit, due)
                            where still.line = a.matter and still.unit = a.unit and still.due = a.due_at)\
        """;

    private final Transactions transactions;
    private final RollTerms terms;
    private final JdbcClient db;
    private final boolean automatic;
    private final Loop loop = new Loop("terms that end", PAUSE, this::sweep);

    TermsEnding(Transactions transactions, RollTerms terms, JdbcClient db, Environment settings) {
        this.transactions = transactions;
        this.terms = terms;
        this.db = db;
        boolean server = settings.getProperty("maple.mode", "server").equals("server");
        this.automatic = settings.getProperty("maple.alarms", Boolean.class, server);
    }

    /// Looks once; returns how many alerts were raised.
    public int sweep() {
        return transactions.run(SCOPE, work -> {
            var all = terms.ending(work);
            gone(all);
            int raised = 0;
            for (var each : all) {
                raised += raise(work, each);
            }
            return raised;
        });
    }

    private int raise(Work work, Ending each) {
        return db.sql(RAISE)
                .param("id", Ids.at(work.now()))
                .param("line", each.line())
                .param("unit", unit(each))
                .param("name", each.name())
                .param("due", due(each.last()))
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .param("about", each.roll() + "/" + each.line())
                .update();
    }

    private void gone(List<Ending> still) {
        db.sql(GONE)
                .param("lines", still.stream().map(Ending::line).toArray(UUID[]::new))
                .param("units", still.stream().map(TermsEnding::unit).toArray(String[]::new))
                .param(
                        "dues",
                        still.stream().map(each -> due(each.last()).toString()).toArray(String[]::new))
                .update();
    }

    private static String unit(Ending each) {
        return "g:" + each.office();
    }

    /// The end of the last day.
    private static OffsetDateTime due(LocalDate last) {
        return last.plusDays(1).atStartOfDay(Work.ZONE).toOffsetDateTime();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
