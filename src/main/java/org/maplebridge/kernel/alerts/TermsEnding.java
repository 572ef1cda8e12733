package org.maplebridge.kernel.alerts;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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
    private final OfficeAlerts alerts;
    private final JdbcClient db;
    private final boolean automatic;
    private final Loop loop = new Loop("terms that end", PAUSE, this::sweep);

    TermsEnding(Transactions transactions, RollTerms terms, OfficeAlerts alerts, JdbcClient db, Environment settings) {
        this.transactions = transactions;
        this.terms = terms;
        this.alerts = alerts;
        this.db = db;
        this.automatic = settings.getProperty("maple.alarms", Boolean.class, Looping.serving(settings));
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
        var told = new OfficeAlerts.Told(
                "TERM_ENDING", each.line(), each.name(), due(each.last()), each.roll() + "/" + each.line());
        return alerts.raise(work, new OfficeAlerts.Whom(0, unit(each), "general"), told);
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
