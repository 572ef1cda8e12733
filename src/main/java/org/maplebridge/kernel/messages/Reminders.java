package org.maplebridge.kernel.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.alerts.AlarmHeard;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Matters.Alarm;
import org.maplebridge.kernel.matters.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reminds parties of limits that are theirs, when the office is told that they end soon. A scene says in its data
/// file, in `tells: reminds`, which; the words follow the verb `remind-parties` like any message. Broken off, it comes
/// again, and nobody is reminded twice of one day.
@Component
class Reminders implements AlarmHeard, Looping {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final Actor SYSTEM = Actor.system("reminders");

    private static final String ADD = """
        insert into messages.reminder (about, no, due, parameter) values (?, ?, ?, ?)
        on conflict do nothing\
        """;

    /// What has ended, was met or put off meanwhile is no reminder any more.
    private static final String WAITING = """
        select r.about, r.no, r.due, r.parameter
          from messages.reminder r
          join matters.deadline d on d.matter = r.about and d.no = r.no and d.due = r.due and d.state = 'RUNNING'
         where r.done_at is null and r.due > :now
         order by r.due, r.about
         limit 100\
        """;

    private static final String DONE = """
        update messages.reminder set done_at = :now
         where about = :about and no = :no and due = :due\
        """;

    private final TellBook book;
    private final Transactions transactions;
    private final JdbcClient db;
    private final ObjectProvider<Matters> matters;
    private final boolean automatic;
    private final Loop loop = new Loop("reminders", Duration.ofMinutes(1), this::round);

    /// @param matters asked for late: they know every verb, also that of reminding
    Reminders(
            TellBook book,
            Transactions transactions,
            JdbcClient db,
            ObjectProvider<Matters> matters,
            Environment settings) {
        this.book = book;
        this.transactions = transactions;
        this.db = db;
        this.matters = matters;
        this.automatic = Looping.serving(settings);
    }

    private record Waiting(UUID about, int no, Instant due, String parameter) {}

    @Override
    public void soon(Batch batch, Work work, Alarm alarm) {
        var deadline = alarm.deadline();
        if (book.reminds(alarm.matter().scene(), deadline.parameter())) {
            batch.add(
                    ADD,
                    alarm.matter().id(),
                    deadline.no(),
                    deadline.due().atOffset(ZoneOffset.UTC),
                    deadline.parameter());
        }
    }

    @Override
    public void escalated(Batch batch, Work work, Alarm alarm, String limit) {
        // late is told to offices; the party hears from whoever handles it
    }

    void round() {
        for (var each : transactions.run(SYSTEM.scope(), this::waiting)) {
            try {
                remind(each);
            } catch (RuntimeException failure) {
                LOG.error("nobody could be reminded in {}: {}", each.about(), failure.toString());
            }
        }
    }

    private List<Waiting> waiting(Work work) {
        return db.sql(WAITING)
                .param("now", work.now().atOffset(ZoneOffset.UTC))
                .query((row, at) -> new Waiting(
                        row.getObject("about", UUID.class),
                        row.getInt("no"),
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getString("parameter")))
                .list();
    }

    /// A refusal is an answer too: the limit has been met, or the matter is gone.
    private void remind(Waiting each) {
        var key = new Work.Key(
                "remind/" + each.about() + "/" + each.no(), each.due().toString());
        var said = Canonical.MAPPER.valueToTree(Map.of("limit", each.parameter()));
        matters.getObject()
                .move(
                        each.about(),
                        Reminding.NAME,
                        new Request(SYSTEM, said, key, OptionalInt.empty(), Optional.empty()));
        transactions.run(
                SYSTEM.scope(),
                work -> db.sql(DONE)
                        .param("now", work.now().atOffset(ZoneOffset.UTC))
                        .param("about", each.about())
                        .param("no", each.no())
                        .param("due", each.due().atOffset(ZoneOffset.UTC))
                        .update());
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
