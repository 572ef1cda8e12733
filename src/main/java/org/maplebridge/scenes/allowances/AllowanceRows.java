package org.maplebridge.scenes.allowances;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.stats.Caseloads.Weight;
import org.maplebridge.scenes.allowances.Allowance.Back;
import org.maplebridge.scenes.allowances.Allowance.Checked;
import org.maplebridge.scenes.allowances.Allowance.Decision;
import org.maplebridge.scenes.allowances.Allowance.Drawn;
import org.maplebridge.scenes.allowances.Allowance.File;
import org.maplebridge.scenes.allowances.Allowance.Form;
import org.maplebridge.scenes.allowances.Allowance.Graded;
import org.maplebridge.scenes.allowances.Allowance.Hands;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Mediator;
import org.maplebridge.scenes.allowances.Allowance.Objection;
import org.maplebridge.scenes.allowances.Allowance.Place;
import org.maplebridge.scenes.allowances.Allowance.Result;
import org.maplebridge.scenes.allowances.Allowance.State;

/// Reads the rows of sheets.
final class AllowanceRows {

    private AllowanceRows() {}

    static Allowance sheet(ResultSet row, int at) throws SQLException {
        var shownAt = Optional.ofNullable(row.getObject("shown_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
        var seed = text(row, "seed");
        return new Allowance(
                row.getObject("matter", UUID.class),
                row.getString("code"),
                new Place(row.getObject("office", UUID.class), row.getString("office_name"), row.getString("area")),
                row.getObject("month", LocalDate.class),
                row.getBoolean("whole"),
                text(row, "sent_back"),
                shownAt,
                Optional.ofNullable(row.getObject("shown_after", Integer.class)),
                day(row, "shown_until"),
                seed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Drawn(
                                row.getString("plan"), row.getLong("log_size"), row.getString("root"), seed.get())),
                id(row, "approver"),
                day(row, "approved_on"),
                text(row, "voucher"),
                day(row, "paid_on"),
                text(row, "dropped"));
    }

    static Line line(ResultSet row, int at) throws SQLException {
        var mediator = id(row, "mediator");
        var result = text(row, "result");
        var earlier = text(row, "earlier");
        return new Line(
                row.getInt("no"),
                new File(
                        row.getObject("about", UUID.class),
                        row.getString("code"),
                        row.getObject("closed", LocalDate.class),
                        row.getString("category"),
                        text(row, "form").map(Form::valueOf),
                        id(row, "doer")),
                mediator.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Mediator(mediator.get(), row.getString("mediator_name"), id(row, "staff"))),
                new Graded(text(row, "weight").map(Weight::valueOf), text(row, "why_weight")),
                State.valueOf(row.getString("state")),
                text(row, "why"),
                row.getInt("round"),
                row.getBigDecimal("amount"),
                earlier.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Back(
                                earlier.get(), Optional.ofNullable(row.getObject("confirmed", Boolean.class)))),
                row.getBoolean("drawn"),
                result.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Checked(
                                Result.valueOf(result.get()),
                                text(row, "result_why"),
                                row.getObject("checker", UUID.class))),
                new Hands(ids(row, "graders"), ids(row, "checkers")));
    }

    static Objection objection(ResultSet row, int at) throws SQLException {
        var decider = id(row, "decider");
        return new Objection(
                row.getInt("no"),
                row.getInt("line"),
                row.getObject("day", LocalDate.class),
                row.getString("reason"),
                decider.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Decision(decider.get(), row.getBoolean("upheld"), row.getString("decision"))));
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return List.of((UUID[]) row.getArray(column).getArray());
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }
}
