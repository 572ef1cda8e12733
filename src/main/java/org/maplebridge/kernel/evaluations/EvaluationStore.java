package org.maplebridge.kernel.evaluations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of evaluations.
@Component
class EvaluationStore {

    private static final String SUPERSEDE =
            "update evaluations.given set superseded = true where matter = :matter and not superseded";

    private static final String ADD = """
        insert into evaluations.given (matter, no, at, scene, domain, area, agency, grade, words, channel, exempt,
                                       note, by_party, recorder, office)
        select :matter, count(*) + 1, :at, :scene, :domain, :area, :agency, :grade, :words, :channel, :exempt,
               :note, :byParty, :recorder, :office
          from evaluations.given
         where matter = :matter\
        """;

    private static final String OF = "select * from evaluations.given where matter = :matter order by no";

    private static final String CALL = """
        insert into evaluations.call (matter, no, at, party, channel, outcome, heard, matches, note, caller)
        select :matter, count(*) + 1, :at, :party, :channel, :outcome, :heard, :matches, :note, :caller
          from evaluations.call
         where matter = :matter\
        """;

    private static final String CALLS =
            "select * from evaluations.call where matter = any(:matters) order by matter, no";

    private final JdbcClient db;

    EvaluationStore(JdbcClient db) {
        this.db = db;
    }

    /// What is to be kept.
    record Said(
            Optional<Grade> grade,
            Optional<String> words,
            Optional<String> channel,
            Optional<String> exempt,
            Optional<String> note) {}

    /// An attempt as it is kept.
    record Call(UUID matter, int no, Instant at, Called.Reply outcome, Optional<Boolean> matches) {}

    void putAside(UUID matter) {
        db.sql(SUPERSEDE).param("matter", matter).update();
    }

    void add(Act act, Said said) {
        db.sql(SUPERSEDE).param("matter", act.id()).update();
        db.sql(ADD)
                .param("matter", act.id())
                .param("at", act.now().atOffset(ZoneOffset.UTC))
                .param("scene", act.matter().scene())
                .param("domain", act.matter().domain())
                .param("area", act.matter().office().area())
                .param("agency", act.matter().office().agency().orElse(null))
                .param("grade", said.grade().map(Enum::name).orElse(null))
                .param("words", said.words().orElse(null))
                .param("channel", said.channel().orElse(null))
                .param("exempt", said.exempt().orElse(null))
                .param("note", said.note().orElse(null))
                .param("byParty", act.actor().kind() == Actor.Kind.CITIZEN)
                .param("recorder", act.actor().id())
                .param("office", act.actor().agency().orElse(null))
                .update();
    }

    List<Evaluations.Given> of(UUID matter) {
        return db.sql(OF).param("matter", matter).query((row, at) -> given(row)).list();
    }

    void call(Act act, Called said, Optional<Boolean> matches) {
        db.sql(CALL)
                .param("matter", act.id())
                .param("at", act.now().atOffset(ZoneOffset.UTC))
                .param("party", said.party())
                .param("channel", said.channel().name())
                .param("outcome", said.outcome().name())
                .param("heard", said.heard().map(Enum::name).orElse(null))
                .param("matches", matches.orElse(null))
                .param("note", said.note().orElse(null))
                .param("caller", act.actor().id())
                .update();
    }

    List<Call> calls(List<UUID> matters) {
        return db.sql(CALLS)
                .param("matters", matters.toArray(UUID[]::new))
                .query((row, at) -> new Call(
                        row.getObject("matter", UUID.class),
                        row.getInt("no"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Called.Reply.valueOf(row.getString("outcome")),
                        Optional.ofNullable(row.getObject("matches", Boolean.class))))
                .list();
    }

    private static Evaluations.Given given(ResultSet row) throws SQLException {
        return new Evaluations.Given(
                row.getInt("no"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("grade")).map(Grade::valueOf),
                Optional.ofNullable(row.getString("words")),
                Optional.ofNullable(row.getString("channel")),
                Optional.ofNullable(row.getString("exempt")),
                Optional.ofNullable(row.getString("note")),
                row.getBoolean("by_party"),
                Optional.ofNullable(row.getObject("office", UUID.class)),
                row.getBoolean("superseded"));
    }
}
