package org.maplebridge.kernel.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Personas as their rows tell them.
final class PersonaRows {

    private PersonaRows() {}

    /// With everything that is shown of it.
    static Persona known(ResultSet row) throws SQLException {
        return new Persona(
                row.getObject("id", UUID.class),
                row.getString("domain"),
                row.getString("shown"),
                Optional.ofNullable(row.getString("phone_shown")),
                Optional.ofNullable(row.getString("number_shown")),
                Optional.ofNullable(row.getObject("adult_on", LocalDate.class)));
    }

    /// As the narrow functions tell it.
    static Persona shown(ResultSet row) throws SQLException {
        return new Persona(
                row.getObject("id", UUID.class),
                row.getString("domain"),
                row.getString("shown"),
                Optional.ofNullable(row.getString("phone_shown")));
    }
}
