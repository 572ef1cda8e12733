package org.maplebridge.kernel.ground;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/// Statements gathered and sent to PostgreSQL in one round trip.
public final class Batch {

    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    private static final Map<Class<?>, String> ELEMENT_TYPES = Map.of(
            String.class, "text",
            UUID.class, "uuid",
            Integer.class, "int4",
            Long.class, "int8",
            Boolean.class, "bool",
            Instant.class, "timestamptz",
            byte[].class, "bytea");

    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object[]> values = new ArrayList<>();
    private final List<Integer> expected = new ArrayList<>();

    /// Adds a statement with positional values: text, numbers, booleans, uuids, bytes, instants, days, arrays of
    /// them.
    public Batch add(String sql, @Nullable Object... given) {
        return expecting(-1, sql, given);
    }

    /// As [#add], failing the whole batch unless exactly this number of rows changes.
    public Batch expecting(int rows, String sql, @Nullable Object... given) {
        statements.add(sql);
        expected.add(rows);
        values.add(given.clone());
        return this;
    }

    /// How many statements were added.
    int size() {
        return statements.size();
    }

    /// Sends everything. Must run inside a transaction.
    ///
    /// @throws IllegalStateException if a statement changed another number of rows than expected
    public void send(DataSource source) {
        if (statements.isEmpty()) {
            return;
        }
        var sql = String.join(";\n", statements);
        var connection = DataSourceUtils.getConnection(source);
        try (var prepared = connection.prepareStatement(sql)) {
            int at = 0;
            for (var given : values) {
                for (var value : given) {
                    set(prepared, ++at, value);
                }
            }
            check(prepared);
        } catch (SQLException failure) {
            throw translated(sql, failure);
        }
    }

    /// Sends everything by kind of statement, in the order in which each kind first came: many rows of a few
    /// kinds, none of which depends on a later one. Each kind is planned once and costs one round trip. Nothing in
    /// it may ask for rows.
    ///
    /// @throws IllegalStateException if a statement changed another number of rows than expected
    public void sendByKind(DataSource source) {
        var kinds = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < statements.size(); i++) {
            kinds.computeIfAbsent(statements.get(i), sql -> new ArrayList<>()).add(i);
        }
        var connection = DataSourceUtils.getConnection(source);
        kinds.forEach((sql, places) -> {
            try (var prepared = connection.prepareStatement(sql)) {
                for (int place : places) {
                    var given = values.get(place);
                    for (int i = 0; i < given.length; i++) {
                        set(prepared, i + 1, given[i]);
                    }
                    prepared.addBatch();
                }
                int[] changed = prepared.executeBatch();
                for (int i = 0; i < changed.length; i++) {
                    check(places.get(i), changed[i]);
                }
            } catch (SQLException failure) {
                throw translated(sql, failure);
            }
        });
    }

    private static RuntimeException translated(String sql, SQLException failure) {
        var translated = TRANSLATOR.translate("batch", sql, failure);
        return translated == null ? new IllegalStateException(failure) : translated;
    }

    private void check(PreparedStatement prepared) throws SQLException {
        boolean rows = prepared.execute();
        for (int i = 0; i < expected.size(); i++) {
            check(i, rows ? -1 : prepared.getUpdateCount());
            rows = prepared.getMoreResults();
        }
    }

    private void check(int at, int changed) {
        if (expected.get(at) >= 0 && changed != expected.get(at)) {
            throw new IllegalStateException(
                    "expected " + expected.get(at) + " rows, changed " + changed + ": " + statements.get(at));
        }
    }

    private static void set(PreparedStatement prepared, int at, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            prepared.setObject(at, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Object[] array) {
            prepared.setArray(at, prepared.getConnection().createArrayOf(elementType(array), plain(array)));
        } else {
            prepared.setObject(at, value);
        }
    }

    private static String elementType(Object[] array) {
        Class<?> element = array.getClass().getComponentType();
        var type = ELEMENT_TYPES.get(element);
        if (type == null) {
            throw new IllegalArgumentException("no array type for " + element);
        }
        return type;
    }

    private static @Nullable Object[] plain(@Nullable Object[] array) {
        if (!(array instanceof Instant[])) {
            return array;
        }
        return Arrays.stream(array)
                .map(each -> each == null ? null : ((Instant) each).atOffset(ZoneOffset.UTC))
                .toArray();
    }
}
