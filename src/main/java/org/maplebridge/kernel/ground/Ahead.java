package org.maplebridge.kernel.ground;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/// A reading that is sent along with the scope call, in one round trip. It sees through the scope just set, and may
/// wait
/// for a lock: the moment of the work is asked for after it.
///
/// @param sql with one `?`
/// @param elementType the PostgreSQL type of the array's elements
/// @param elements the one value, an array
public record Ahead<T>(String sql, String elementType, List<?> elements, RowMapper<T> row) {

    public Ahead {
        elements = List.copyOf(elements);
    }

    void bind(PreparedStatement statement, int at, Connection connection) throws SQLException {
        statement.setArray(at, connection.createArrayOf(elementType, elements.toArray()));
    }

    List<T> read(ResultSet rows) throws SQLException {
        var found = new ArrayList<T>();
        while (rows.next()) {
            found.add(row.mapRow(rows, found.size()));
        }
        return found;
    }
}
