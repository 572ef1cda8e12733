package org.maplebridge.launch;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the application once beside the running one, and ends: the JVM notes which classes a start needs.
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {

    @Option(names = "--data", required = true)
    private Path data = Path.of(".");

    @Override
    public Integer call() {
        var folder = DataFolder.open(data);
        try (var node = Node.open(folder, System.err::println)) {
            var settings = node.settings(StartSettings.Mode.ERRAND)
                    .with(Map.of("server.port", 0, "server.address", "127.0.0.1"));
            try (var application = Application.start(node, settings, WebApplicationType.SERVLET, folder)) {
                return application.context().isActive() ? 0 : 1;
            }
        }
    }
}
