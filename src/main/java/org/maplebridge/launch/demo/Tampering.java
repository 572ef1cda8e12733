package org.maplebridge.launch.demo;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.launch.DataFolder;
import org.maplebridge.launch.TamperedCopy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/// The tampered copy of a demo folder. In any other folder there is no such bean, and so nobody who could make one.
@Component
@ConditionalOnBooleanProperty("maple.demo")
final class Tampering implements ApplicationRunner, ApplicationListener<ContextClosedEvent> {

    private final Transactions transactions;
    private final Matters matters;
    private final TamperedCopy copy;
    private final boolean server;

    Tampering(
            Transactions transactions,
            Matters matters,
            @Value("${maple.data}") String data,
            @Value("${maple.mode:server}") String mode) {
        this.transactions = transactions;
        this.matters = matters;
        this.copy = new TamperedCopy(new DataFolder(Path.of(data)), System.getenv());
        this.server = mode.equals("server");
    }

    /// What a crash left behind goes at the next start. Never at that of a command beside the server, which may be at
    /// work on it.
    @Override
    public void run(ApplicationArguments arguments) {
        if (server) {
            copy.deleteAbandoned();
        }
    }

    /// @param named id or number of a matter; empty if there is none
    Optional<TamperedCopy.Outcome> of(String named) {
        return transactions.run(Scope.job("demo"), work -> found(named)).map(matter -> copy.of(matter.id()));
    }

    private Optional<Matter> found(String named) {
        try {
            return matters.find(UUID.fromString(named));
        } catch (IllegalArgumentException noId) {
            return matters.withCode(named);
        }
    }

    /// Before the server waits for its requests to end: this one would take its time.
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        copy.close();
    }
}
