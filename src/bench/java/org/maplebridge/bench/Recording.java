package org.maplebridge.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/// Writes down which statements the program sends in each of its transactions, with their values, so that they can be
/// sent again without the program.
public final class Recording {

    private static final Method AS_TEXT = textSetter();
    private static final String ENTER = "ground.enter(";

    private volatile boolean listening = true;
    private final Map<String, List<Sent>> running = new ConcurrentHashMap<>();
    private final List<List<Sent>> transactions = java.util.Collections.synchronizedList(new ArrayList<>());

    /// One statement, which may be several in one round trip.
    public record Sent(String sql, List<Value> values) {

        /// Sends it again.
        public PreparedStatement prepare(Connection connection) throws SQLException {
            var statement = connection.prepareStatement(sql);
            for (Value value : values) {
                value.set(statement, connection);
            }
            return statement;
        }
    }

    /// One value as it was set.
    public record Value(Method set, List<Object> given) {

        void set(PreparedStatement statement, Connection connection) throws SQLException {
            set(statement, connection, 0);
        }

        /// @param shift added to the place it was set at
        void set(PreparedStatement statement, Connection connection, int shift) throws SQLException {
            try {
                var now = given.stream()
                        .map(each -> each instanceof Elements elements ? elements.on(connection) : each)
                        .map(each -> each == Nothing.NOTHING ? null : each)
                        .toArray();
                now[0] = (Integer) now[0] + shift;
                set.invoke(statement, now);
            } catch (InvocationTargetException failed) {
                throw new SQLException(failed.getCause());
            } catch (IllegalAccessException closed) {
                throw new IllegalStateException(closed);
            }
        }
    }

    private enum Nothing {
        NOTHING
    }

    private record Elements(String type, List<Object> all) {

        Array on(Connection connection) {
            try {
                return connection.createArrayOf(type, all.toArray());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Puts itself between the program and its pools.
    public BeanPostProcessor between() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof AbstractRoutingDataSource source
                        ? ProxyDataSourceBuilder.create(source)
                                .listener(new Ear())
                                .build()
                        : bean;
            }
        };
    }

    /// Listens from now on, or no longer.
    public Recording listen(boolean now) {
        listening = now;
        return this;
    }

    /// The transactions that have begun so far, in the order of their beginning.
    public List<List<Sent>> transactions() {
        synchronized (transactions) {
            return transactions.stream().map(List::copyOf).toList();
        }
    }

    /// Forgets what was written down.
    public void clear() {
        transactions.clear();
    }

    private final class Ear implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            if (!listening) {
                return;
            }
            for (QueryInfo query : queries) {
                if (query.getQuery().contains(ENTER)) {
                    var begun = java.util.Collections.synchronizedList(new ArrayList<Sent>());
                    running.put(execution.getConnectionId(), begun);
                    transactions.add(begun);
                }
                var list = running.get(execution.getConnectionId());
                if (list != null) {
                    list.add(sent(query));
                }
            }
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }

    private static Sent sent(QueryInfo query) {
        var values = new ArrayList<Value>();
        for (ParameterSetOperation operation : query.getParametersList().getFirst()) {
            var given = new ArrayList<Object>();
            for (Object argument : operation.getArgs()) {
                given.add(kept(argument));
            }
            values.add(
                    given.getLast() instanceof byte[][] bytes
                            ? new Value(AS_TEXT, List.of(given.getFirst(), literal(bytes), Types.OTHER))
                            : new Value(operation.getMethod(), given));
        }
        return new Sent(query.getQuery(), values);
    }

    /// The driver can't write an array of bytes as text.
    private static String literal(byte[][] all) {
        return Arrays.stream(all)
                .map(bytes -> "\"\\\\x" + HexFormat.of().formatHex(bytes) + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Method textSetter() {
        try {
            return PreparedStatement.class.getMethod("setObject", int.class, Object.class, int.class);
        } catch (NoSuchMethodException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Object kept(Object argument) {
        if (argument instanceof Array array) {
            try {
                return new Elements(array.getBaseTypeName(), List.of((Object[]) array.getArray()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        // the driver can write those of its own making as text
        if (argument instanceof String[] texts) {
            return new Elements("text", Arrays.asList((Object[]) texts));
        }
        return argument == null ? Nothing.NOTHING : argument;
    }
}
