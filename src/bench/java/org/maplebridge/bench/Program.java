package org.maplebridge.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.Maplebridge;
import org.maplebridge.launch.StartSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// The program inside the benchmark's own process: to fill a database, or to be listened to.
public final class Program implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Starts it; `ear` writes down what it sends to the database.
    public static Program start(StartSettings settings, Optional<Recording> ear) {
        var properties = new HashMap<String, Object>(settings.properties());
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("maple.log.console", "WARN");
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("bench", Map.copyOf(properties)));
        var application = new SpringApplication(Maplebridge.class);
        application.setEnvironment(environment);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        ear.ifPresent(recording -> application.addInitializers(
                context -> context.getBeanFactory().addBeanPostProcessor(recording.between())));
        return new Program(application.run());
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /// What it is made of.
    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
