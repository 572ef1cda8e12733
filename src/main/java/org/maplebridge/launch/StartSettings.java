package org.maplebridge.launch;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// What the launcher tells the Spring context before it starts. The names are a contract with `kernel.ground`.
public record StartSettings(Map<String, Object> properties) {

    /// Why the context is started.
    public enum Mode {
        SERVER,
        ERRAND,
        TEST
    }

    public StartSettings {
        properties = Map.copyOf(properties);
    }

    public static StartSettings of(DataFolder data, RoleSetup roles, String databaseUrl, Mode mode, boolean demo) {
        var all = new HashMap<String, Object>();
        all.put("maple.mode", mode.name().toLowerCase(Locale.ROOT));
        all.put("maple.demo", demo);
        all.put("maple.data", data.path().toString());
        all.put("maple.keys", data.keys().toString());
        all.put("maple.db.url", databaseUrl);
        for (var role : DatabaseRole.values()) {
            var login = roles.login(role);
            var prefix = "maple.db." + role.name().toLowerCase(Locale.ROOT);
            all.put(prefix + ".user", login.user());
            all.put(prefix + ".password", login.password());
        }
        return new StartSettings(all);
    }

    StartSettings with(Map<String, Object> more) {
        var all = new HashMap<>(properties);
        all.putAll(more);
        return new StartSettings(all);
    }

    /// Puts the settings before every file and variable.
    public void applyTo(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("maplebridge", properties));
    }
}
