package org.maplebridge.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import org.maplebridge.launch.DataFolder;
import org.maplebridge.launch.EmbeddedPostgres;
import org.maplebridge.launch.PostgresTuning;

/// How long the database takes to be made, to start and to stop.
public final class StartBench implements Benchmark {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "数据库首次建立、再次启动各用多久（毫秒）";
    }

    @Override
    public Result run(Options options, PrintStream progress) throws Exception {
        var folder = Files.createTempDirectory("maplebridge-bench");
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        var data = DataFolder.openForPostgres(folder);
        var result = new Result();
        for (var round : new String[] {"firstMs", "againMs"}) {
            var before = System.nanoTime();
            try (var postgres = EmbeddedPostgres.open(data, PostgresTuning.lasting(), progress::println)) {
                progress.println(postgres.server());
                result.put(round, (System.nanoTime() - before) / 1_000_000);
            }
        }
        return result;
    }
}
