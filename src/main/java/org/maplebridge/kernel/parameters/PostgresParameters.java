package org.maplebridge.kernel.parameters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Reference;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.ParameterBook.Version;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The numbers of the release from memory, the edits of people from PostgreSQL.
@Component
final class PostgresParameters implements Parameters {

    private static final String EDITS = """
            select id, name, area, value, first_day, last_day, article, verification, author_name, approver_name,
                   reason, recorded_at
              from parameters.edit
            """;
    private static final String ENTER = """
            insert into parameters.edit (id, name, area, value, first_day, last_day, article, verification,
                                         author, author_name, reason, recorded_at, key,
                                         proposal, approver, approver_name)
            values (:id, :name, :area, :value, :from, :until, :article, :verification,
                    :author, :authorName, :reason, :now, :key,
                    :proposal, :approver, :approverName)
                on conflict (author, key) do nothing
            """;
    private static final String BY_KEY = EDITS + " where author = :author and key = :key";

    private final JdbcClient db;
    private final Offices offices;
    private final Map<String, Definition> definitions;
    private final Reference<ParameterBook> book;
    private final ObjectProvider<Corrections> corrections;

    PostgresParameters(JdbcClient db, Offices offices, DataFiles files, ObjectProvider<Corrections> corrections) {
        this.corrections = corrections;
        this.db = db;
        this.offices = offices;
        var base = new BaseLayer(files.all());
        this.definitions = base.definitions();
        this.book = new Reference<>(() ->
                new ParameterBook(Stream.concat(base.versions().stream().map(Version::base), edits().stream())
                        .toList()));
    }

    private List<Version> edits() {
        return db.sql(EDITS).query((row, number) -> read(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// An edit of a number that the release no longer declares is kept in its table and counts for nothing.
    private Optional<Version> read(ResultSet row) throws SQLException {
        var definition = definitions.get(row.getString("name"));
        if (definition == null) {
            return Optional.empty();
        }
        var parameter = new Parameter(
                row.getString("id"),
                definition.name(),
                definition.title(),
                row.getString("value"),
                definition.kind(),
                definition.unit(),
                Optional.ofNullable(row.getString("area")),
                row.getObject("first_day", LocalDate.class),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                Optional.ofNullable(row.getString("article")),
                Verification.valueOf(row.getString("verification")),
                row.getString("author_name"),
                Optional.ofNullable(row.getString("approver_name")),
                row.getString("reason"));
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return Optional.of(new Version(parameter, recordedAt));
    }

    @Override
    public Parameter at(Work work, String name, String area, LocalDate day) {
        return find(work, name, area, day)
                .orElseThrow(() -> new IllegalStateException("no parameter " + name + " in " + area + " on " + day));
    }

    @Override
    public Optional<Parameter> find(Work work, String name, String area, LocalDate day) {
        return book.at(work).find(name, area, day);
    }

    @Override
    public Optional<Parameter> version(Work work, String version) {
        return book.at(work).version(version);
    }

    @Override
    public List<Parameter> versions(Work work, String name) {
        return book.at(work).versions(name);
    }

    @Override
    public List<Parameter> inForce(Work work, String area, LocalDate day) {
        return book.at(work).inForce(area, day);
    }

    @Override
    public List<Parameter> overrides(Work work, Parameter parameter) {
        return book.at(work).overrides(parameter);
    }

    @Override
    public Parameter enter(Work work, Edit edit) {
        check(work, edit);
        return entered(work, edit, Optional.empty());
    }

    /// Enters what was proposed by one and approved by another. Its key is the proposal, which is entered once.
    Parameter enterApproved(Work work, Proposal proposal, Proposal.Decision decision) {
        var said = proposal.edit();
        var edit = new Edit(
                said.name(),
                said.area(),
                said.value(),
                said.from(),
                said.until(),
                said.article(),
                said.verification(),
                said.author(),
                said.authorName(),
                said.reason(),
                "proposal/" + proposal.id());
        check(work, edit);
        return entered(work, edit, Optional.of(new Approval(proposal.id(), decision.by(), decision.name())));
    }

    private record Approval(UUID proposal, UUID by, String name) {}

    /// The title of a number; its name where no release declares it any more.
    String title(String name) {
        return Optional.ofNullable(definitions.get(name)).map(Definition::title).orElse(name);
    }

    /// @throws Refused naming every field at fault
    void check(Work work, Edit edit) {
        var directory = offices.at(work);
        boolean areaKnown =
                edit.area().map(path -> directory.area(path).isPresent()).orElse(true);
        var faults = EditRules.faults(edit, Optional.ofNullable(definitions.get(edit.name())), areaKnown);
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
    }

    private Parameter entered(Work work, Edit edit, Optional<Approval> approval) {
        UUID id = Ids.at(work.now());
        boolean fresh = save(id, edit, approval, work.now()) == 1;
        var kept = db.sql(BY_KEY)
                .param("author", edit.author())
                .param("key", edit.key())
                .query((row, number) -> read(row))
                .single()
                .orElseThrow()
                .parameter();
        if (!fresh && !same(kept, edit)) {
            throw SubmitKey.reused();
        }
        if (fresh) {
            tell(work, kept, edit);
        }
        return kept;
    }

    /// The book of this work has not read the new version yet.
    private void tell(Work work, Parameter kept, Edit edit) {
        var before = book.at(work).versions(kept.name()).stream()
                .filter(each -> each.area().equals(kept.area()) && each.from().equals(kept.from()))
                .map(Parameter::version)
                .filter(version -> !version.equals(kept.version()))
                .toList();
        if (!before.isEmpty()) {
            corrections.orderedStream().forEach(each -> each.corrected(work, kept, before, edit));
        }
    }

    private int save(UUID id, Edit edit, Optional<Approval> approval, Instant now) {
        return db.sql(ENTER)
                .param("id", id)
                .param("name", edit.name())
                .param("area", edit.area().orElse(null))
                .param("value", edit.value())
                .param("from", edit.from())
                .param("until", edit.until().orElse(null))
                .param("article", edit.article().map(Words::kept).orElse(null))
                .param("verification", edit.verification().name())
                .param("author", edit.author())
                .param("authorName", edit.authorName())
                .param("reason", Words.kept(edit.reason()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("key", edit.key())
                .param("proposal", approval.map(Approval::proposal).orElse(null))
                .param("approver", approval.map(Approval::by).orElse(null))
                .param("approverName", approval.map(Approval::name).orElse(null))
                .update();
    }

    private static boolean same(Parameter kept, Edit edit) {
        return kept.name().equals(edit.name())
                && kept.area().equals(edit.area())
                && kept.value().equals(edit.value())
                && kept.from().equals(edit.from())
                && kept.until().equals(edit.until())
                && kept.article().equals(edit.article().map(Words::kept))
                && kept.verification() == edit.verification()
                && kept.reason().equals(Words.kept(edit.reason()));
    }
}
