package org.maplebridge.launch;

import java.util.HashMap;
import java.util.Map;
import org.maplebridge.Maplebridge;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Starts the Spring context on a node, and stops first the context, then the database.
final class Application implements AutoCloseable {

    private final Node node;
    private final ConfigurableApplicationContext context;
    private boolean closed;

    private Application(Node node, ConfigurableApplicationContext context) {
        this.node = node;
        this.context = context;
    }

    static Application start(Node node, StartSettings settings, WebApplicationType kind, DataFolder data) {
        var properties = new HashMap<String, Object>(settings.properties());
        // a server and an errand beside it must not roll one file
        var log = "server".equals(settings.properties().get("maple.mode")) ? "maplebridge.log" : "errand.log";
        properties.put("logging.file.name", data.logs().resolve(log).toString());
        properties.putIfAbsent("maple.log.console", "OFF");
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("maplebridge", Map.copyOf(properties)));
        environment.addActiveProfile("logfile");
        var application = new SpringApplication(Maplebridge.class);
        application.setEnvironment(environment);
        application.setWebApplicationType(kind);
        application.setRegisterShutdownHook(false); // ours stops the database too, and after
        application.setLogStartupInfo(false);
        return new Application(node, application.run());
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                context.close();
            } finally {
                node.close();
            }
        }
    }
}
