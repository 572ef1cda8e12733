package org.maplebridge.launch;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Lets the clock of a demo folder be moved. Only the owner of the database can say so, and only the launcher knows
/// what the folder is for: elsewhere the one clock is the real one for good.
@Component
@ConditionalOnBooleanProperty("maple.demo")
class MovableClock implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE
                && context.getConfiguration().getTable().equals("flyway_schema_history_ground");
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (var statement = context.getConnection().createStatement()) {
            statement.executeUpdate("update ground.clock set movable = true where not movable");
        } catch (SQLException e) {
            throw new FlywayException("the clock of a demo folder can't be made movable", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "movable-clock";
    }
}
