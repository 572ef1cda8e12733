package org.maplebridge.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// What can be done with demo folders beside starting them.
@Command(name = "demo", mixinStandardHelpOptions = true, description = "演示县", subcommands = DemoLiveCommand.class)
final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return 2;
    }
}
