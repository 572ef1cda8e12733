package org.maplebridge.kernel.parameters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Proposal.Decision;
import org.maplebridge.kernel.parameters.Proposal.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Proposals in PostgreSQL, which itself lets nobody decide about their own.
@Component
final class PostgresProposals implements Proposals {

    private static final String ALL = """
            select id, name, area, value, first_day, last_day, article, verification, author, author_name, reason,
                   proposed_at, key, state, decided_by, decided_name, decided_at, words
              from parameters.proposal
            """;
    private static final String LISTED = ALL + """
             order by state <> 'OPEN', case when state = 'OPEN' then proposed_at end, proposed_at desc
             limit 100""";
    private static final String BY_ID = ALL + " where id = :id";
    private static final String BY_KEY = ALL + " where author = :author and key = :key";
    private static final String PROPOSE = """
            insert into parameters.proposal (id, name, area, value, first_day, last_day, article, verification,
                                             author, author_name, reason, proposed_at, key)
            values (:id, :name, :area, :value, :from, :until, :article, :verification,
                    :author, :authorName, :reason, :now, :key)
                on conflict (author, key) do nothing
            """;
    private static final String DECIDE = """
            update parameters.proposal
               set state = :state, decided_by = :by, decided_name = :name, decided_at = :at, words = :words
             where id = :id and state = 'OPEN'
            """;

    private final JdbcClient db;
    private final PostgresParameters parameters;

    PostgresProposals(JdbcClient db, PostgresParameters parameters) {
        this.db = db;
        this.parameters = parameters;
    }

    @Override
    public Proposal propose(Work work, Parameters.Edit edit) {
        parameters.check(work, edit);
        boolean fresh = save(edit, work.now()) == 1;
        var kept = db.sql(BY_KEY)
                .param("author", edit.author())
                .param("key", edit.key())
                .query((row, number) -> read(row))
                .single();
        if (!fresh && !kept.edit().equals(kept(edit))) {
            throw SubmitKey.reused();
        }
        return kept;
    }

    /// The edit as its table keeps it.
    private static Parameters.Edit kept(Parameters.Edit edit) {
        return new Parameters.Edit(
                edit.name(),
                edit.area(),
                edit.value(),
                edit.from(),
                edit.until(),
                edit.article().map(Words::kept),
                edit.verification(),
                edit.author(),
                edit.authorName(),
                Words.kept(edit.reason()),
                edit.key());
    }

    private int save(Parameters.Edit said, Instant now) {
        var edit = kept(said);
        return db.sql(PROPOSE)
                .param("id", Ids.at(now))
                .param("name", edit.name())
                .param("area", edit.area().orElse(null))
                .param("value", edit.value())
                .param("from", edit.from())
                .param("until", edit.until().orElse(null))
                .param("article", edit.article().orElse(null))
                .param("verification", edit.verification().name())
                .param("author", edit.author())
                .param("authorName", edit.authorName())
                .param("reason", edit.reason())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("key", edit.key())
                .update();
    }

    @Override
    public List<Proposal> listed(Work work) {
        return db.sql(LISTED).query((row, number) -> read(row)).list();
    }

    @Override
    public Proposal at(Work work, UUID id) {
        return db.sql(BY_ID)
                .param("id", id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> Refused.notFound("提议"));
    }

    @Override
    public Proposal decide(Work work, UUID id, Decision said) {
        var decision = new Decision(
                said.state(), said.by(), said.name(), said.at(), said.words().map(Words::kept));
        var proposal = at(work, id);
        if (ProposalRules.repeated(proposal, decision)) {
            return proposal;
        }
        ProposalRules.refusal(proposal, decision).ifPresent(refused -> {
            throw refused;
        });
        if (settle(id, decision) == 0) {
            throw ProposalRules.decided();
        }
        if (decision.state() == State.APPROVED) {
            parameters.enterApproved(work, proposal, decision);
        }
        return at(work, id);
    }

    private int settle(UUID id, Decision decision) {
        return db.sql(DECIDE)
                .param("id", id)
                .param("state", decision.state().name())
                .param("by", decision.by())
                .param("name", decision.name())
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .param("words", decision.words().orElse(null))
                .update();
    }

    private Proposal read(ResultSet row) throws SQLException {
        var edit = new Parameters.Edit(
                row.getString("name"),
                Optional.of(row.getString("area")),
                row.getString("value"),
                row.getObject("first_day", LocalDate.class),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                Optional.ofNullable(row.getString("article")),
                Verification.valueOf(row.getString("verification")),
                row.getObject("author", UUID.class),
                row.getString("author_name"),
                row.getString("reason"),
                row.getString("key"));
        var state = State.valueOf(row.getString("state"));
        return new Proposal(
                row.getObject("id", UUID.class),
                parameters.title(edit.name()),
                edit,
                moment(row, "proposed_at"),
                state,
                state == State.OPEN ? Optional.empty() : Optional.of(decision(row, state)));
    }

    private static Decision decision(ResultSet row, State state) throws SQLException {
        return new Decision(
                state,
                row.getObject("decided_by", UUID.class),
                row.getString("decided_name"),
                moment(row, "decided_at"),
                Optional.ofNullable(row.getString("words")));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
