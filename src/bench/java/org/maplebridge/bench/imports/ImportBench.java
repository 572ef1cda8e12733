package org.maplebridge.bench.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.bench.Benchmark;
import org.maplebridge.bench.Caller;
import org.maplebridge.bench.Cluster;
import org.maplebridge.bench.Options;
import org.maplebridge.bench.Program;
import org.maplebridge.bench.Result;
import org.maplebridge.bench.Server;
import org.maplebridge.kernel.ground.Canonical;
import tools.jackson.databind.JsonNode;

/// How long an old register takes to be checked, brought in, taken back and brought in once more, as an officer does
/// it, and what plain JDBC takes to write the very rows that bringing it in has left.
public final class ImportBench implements Benchmark {

    private static final String DATABASE = "imports";
    private static final String USER = "zhenban";

    /// As many as the program opens in one transaction, and on as many connections.
    private static final int LOT = 100;

    private static final int LANES = 3;

    private static final Map<String, Object> NOTHING = Map.ofEntries(
            Map.entry("scene", ""),
            Map.entry("sheet", ""),
            Map.entry("header", 0),
            Map.entry("headerLines", 1),
            Map.entry("columns", Map.of()),
            Map.entry("fixed", Map.of()),
            Map.entry("values", Map.of()),
            Map.entry("places", Map.of()),
            Map.entry("claims", List.of()),
            Map.entry("way", "BACKLOG"),
            Map.entry("skipLikely", false));

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String about() {
        return "一份旧台账（.xlsx）从检查、导入、撤回到再导入各用几秒，与纯 JDBC 写同样的行之比；--rows 20000";
    }

    @Override
    public Result run(Options options, PrintStream progress) throws Exception {
        int lines = options.number("rows", 20_000);
        var book = OldRegister.of(lines);
        try (var cluster = Cluster.fresh(progress)) {
            // the county is founded before anything is measured
            Program.start(cluster.database(DATABASE), Optional.empty()).close();
            try (var superuser = cluster.superuser(DATABASE);
                    var server = Server.on(cluster, DATABASE, progress)) {
                var register = Register.brought(Caller.of(server.port(), USER), book, progress);
                var mapping = register.mapping();
                double checked = register.step("check", mapping);
                long mark = PlainRows.mark(superuser);
                double ran = register.step("run", "{}");
                int good = register.counts().path("good").asInt(0);
                var plain = new PlainRows(cluster, DATABASE);
                int written = plain.read(superuser, mark);
                cluster.run("postgres", "checkpoint");
                double seconds = plain.write(Math.max(1, lines / LOT), LANES);
                double undone = register.step("undo", "{}");
                boolean back = register.state().equals("UNDONE");
                // what was taken back is looked at and brought in again, beside what the first time has left
                double checkedAgain = register.step("check", mapping);
                double again = register.step("run", "{}");
                int made = register.counts().path("good").asInt(0);
                var result = new Result()
                        .put("rows", lines)
                        .put("bytes", book.length)
                        .put("checkSeconds", rounded(checked))
                        .put("runSeconds", rounded(ran))
                        .put("rowsPerSecond", Math.round(lines / ran))
                        .put("undoSeconds", rounded(undone))
                        .put("checkAgainSeconds", rounded(checkedAgain))
                        .put("runAgainSeconds", rounded(again))
                        .put("rowsWritten", written)
                        .put("plainSeconds", rounded(seconds))
                        .put("ratio", rounded(seconds / ran));
                boolean all = good == lines
                        && back
                        && made == lines
                        && register.state().equals("DONE");
                return all
                        ? result
                        : result.failed(
                                "good " + good + ", back " + back + ", made again " + made + ", " + register.state());
            }
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /// A register on its way, as its page shows it.
    private record Register(Caller caller, String path, PrintStream progress) {

        static Register brought(Caller caller, byte[] book, PrintStream progress) throws IOException {
            var id = caller.send("/api/imports?name=old.xlsx", "application/octet-stream", book)
                    .must(201)
                    .json()
                    .path("id")
                    .stringValue();
            return new Register(caller, "/api/imports/" + id, progress);
        }

        /// What the program suggests, and the number of the register itself.
        String mapping() throws IOException {
            var preview = caller.post(path + "/preview", Map.of(), Canonical.text(NOTHING))
                    .must(200)
                    .json();
            var mapping = new HashMap<String, Object>();
            preview.path("mapping").properties().forEach(each -> mapping.put(each.getKey(), each.getValue()));
            var values = new HashMap<String, Map<String, String>>();
            for (var field : preview.path("words").properties()) {
                var words = new HashMap<String, String>();
                field.getValue()
                        .forEach(word -> words.put(
                                word.path("text").asString(""),
                                word.path("meant").asString("")));
                values.put(field.getKey(), words);
            }
            values.remove("area");
            mapping.put("values", values);
            mapping.put("number", "编号");
            return Canonical.MAPPER.writeValueAsString(mapping);
        }

        /// Seconds until it is done.
        double step(String name, String body) throws Exception {
            long began = System.nanoTime();
            caller.post(path + "/" + name, Map.of(), body).must(200);
            int told = 0;
            while (state().endsWith("ING")) {
                Thread.sleep(200);
                int done = counts().path("done").asInt(0);
                if (done >= told + 2_000) {
                    told = done;
                    progress.printf("%s：%d 行，%.1f 秒%n", name, done, (System.nanoTime() - began) / 1e9);
                }
            }
            var now = caller.get(path).must(200);
            if (!now.json().path("problem").asString("").isEmpty()) {
                throw new IllegalStateException(now.body());
            }
            return (System.nanoTime() - began) / 1e9;
        }

        JsonNode counts() throws IOException {
            return caller.get(path).must(200).json().path("counts");
        }

        String state() throws IOException {
            return caller.get(path).must(200).json().path("state").asString("");
        }
    }
}
