package org.maplebridge.launch;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/// Two migrations were changed after they were out and then put back, the change in a new one behind them. A folder
/// that ran the changed ones has nothing left to do for it: the new ones say the same again. It starts, too.
@Component
class AmendedMigrations implements Callback {

    /// @param ran the checksum of the file as it was for a while
    /// @param stands the checksum of the file as it is
    private record Amended(String module, String version, int ran, int stands) {}

    private static final List<Amended> AMENDED = List.of(
            new Amended("ground", "5", -1704138452, 1296495743), new Amended("people", "5", -59069613, 1817886634));

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        for (var each : AMENDED) {
            var history = "flyway_schema_history_" + each.module();
            if (context.getConfiguration().getTable().equals(history)) {
                acknowledge(context, history, each);
            }
        }
    }

    private static void acknowledge(Context context, String history, Amended amended) {
        try (var known = context.getConnection().prepareStatement("select to_regclass(?) is not null")) {
            known.setString(1, history);
            try (var rows = known.executeQuery()) {
                if (!rows.next() || !rows.getBoolean(1)) {
                    return;
                }
            }
            try (var update = context.getConnection()
                    .prepareStatement("update " + history + " set checksum = ? where version = ? and checksum = ?")) {
                update.setInt(1, amended.stands());
                update.setString(2, amended.version());
                update.setInt(3, amended.ran());
                update.executeUpdate();
            }
        } catch (SQLException e) {
            throw new FlywayException("the history of " + amended.module() + " can't be read", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "amended";
    }
}
