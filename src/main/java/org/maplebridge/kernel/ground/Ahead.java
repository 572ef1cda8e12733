package org.maplebridge.kernel.ground;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/// A reading that is sent along with the scope call, in one round trip. It sees through the scope just set, and may
/// wait for a lock: the moment of the work is asked for after it.
///
/// @param statements each with one `?`; the rows of the last are read. Each sees what was committed when it began, so
///     that what follows a lock sees what the one before has written
/// @param elementType the PostgreSQL type of the array's elements
/// @param elements the one value of every statement, an array
public record Ahead<T>(List<String> statements, String elementType, List<?> elements, RowMapper<T> row) {

    public Ahead {
        statements = List.copyOf(statements);
        elements = List.copyOf(elements);
    }

    String sql() {
        return String.join(";\n", statements);
    }

    void bind(PreparedStatement statement, int from, Connection connection) throws SQLException {
        var value = connection.createArrayOf(elementType, elements.toArray());
        for (int at = 0; at < statements.size(); at++) {
            statement.setArray(from + at, value);
        }
    }

    /// The rows of the last of the results that follow.
    List<T> read(Statement statement) throws SQLException {
        for (int at = 0; at < statements.size(); at++) {
            if (!statement.getMoreResults()) {
                throw new IllegalStateException("a reading brought no rows: " + statements.get(at));
            }
        }
        try (var rows = statement.getResultSet()) {
            return read(rows);
        }
    }

    private List<T> read(ResultSet rows) throws SQLException {
        var found = new ArrayList<T>();
        while (rows.next()) {
            found.add(row.mapRow(rows, found.size()));
        }
        return found;
    }
}
