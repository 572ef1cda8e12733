package org.maplebridge.bench.moves;

import java.io.PrintStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maplebridge.bench.Benchmark;
import org.maplebridge.bench.Caller;
import org.maplebridge.bench.Cluster;
import org.maplebridge.bench.Options;
import org.maplebridge.bench.Processor;
import org.maplebridge.bench.Program;
import org.maplebridge.bench.Recording;
import org.maplebridge.bench.Result;
import org.maplebridge.bench.Server;
import org.maplebridge.launch.DatabaseRole;

/// How much of what PostgreSQL can do for a move is left when the program stands in between. The program and plain JDBC
/// make the same moves on two copies of one database, in turns, so that a noisy machine is noisy to both.
public final class MovesBench implements Benchmark {

    private static final String USER = "tiaojie";
    private static final double TICKS_PER_SECOND = 100;

    @Override
    public String name() {
        return "moves";
    }

    @Override
    public String about() {
        return "办一步（HTTP 到落盘）与同样往返次数的纯 JDBC 之比，8 个客户端；--clients 8 --rounds 1500 --warm 2 --blocks 10 --matters 15";
    }

    /// @param warm blocks that are not counted
    /// @param matters of each client in each block
    private record Size(int clients, int blocks, int warm, int matters) {

        int all() {
            return clients * (blocks + warm) * matters;
        }

        /// The matters of one client in one block.
        List<String> part(List<String> ids, int client, int block) {
            int from = (block * clients + client) * matters;
            return ids.subList(from, from + matters);
        }

        int moves() {
            return clients * matters * Road.verbs().size();
        }
    }

    @Override
    public Result run(Options options, PrintStream progress) throws Exception {
        var size = new Size(
                options.number("clients", 8),
                options.number("blocks", 10),
                options.number("warm", 2),
                options.number("matters", 15));
        try (var cluster = Cluster.fresh(progress);
                var threads = Executors.newFixedThreadPool(size.clients())) {
            progress.println("填入 " + size.all() + " 件演示事项…");
            var ids = new ArrayList<String>();
            Road road;
            try (var program = Program.start(cluster.database("moves"), Optional.empty())) {
                var caller = Caller.of(program.port(), USER);
                road = Road.of(caller);
                ids.addAll(all(threads, size.all() + size.clients(), i -> Road.open(caller)));
            }
            cluster.copy("moves", "plain");
            cluster.copy("moves", "heard");
            progress.println("记下每一步发给数据库的语句…");
            var plain = heard(cluster, threads, road, ids.subList(0, size.all()));
            for (var database : List.of("moves", "plain")) {
                cluster.run(database, "vacuum analyze");
            }
            cluster.run("postgres", "checkpoint");
            return measured(cluster, threads, size, road, ids, plain, options, progress);
        }
    }

    private static Plain heard(
            Cluster cluster, java.util.concurrent.ExecutorService threads, Road road, List<String> ids)
            throws Exception {
        var ear = new Recording();
        try (var program = Program.start(cluster.database("heard"), Optional.of(ear))) {
            var caller = Caller.of(program.port(), USER);
            all(threads, ids.size(), i -> {
                walk(caller, road, ids.get(i));
                return true;
            });
        }
        return new Plain(ear.transactions());
    }

    private static void walk(Caller caller, Road road, String matter) throws Exception {
        for (int step = 0; step < Road.verbs().size(); step++) {
            road.move(caller, matter, step);
        }
    }

    private static Result measured(
            Cluster cluster,
            java.util.concurrent.ExecutorService threads,
            Size size,
            Road road,
            List<String> ids,
            Plain plain,
            Options options,
            PrintStream progress)
            throws Exception {
        var tally = new Tally();
        var connections = new ArrayList<Connection>();
        try (var server = Server.on(cluster, "moves", progress)) {
            var callers = new ArrayList<Caller>();
            for (int i = 0; i < size.clients(); i++) {
                callers.add(Caller.of(server.port(), USER));
                var connection = cluster.connect("plain", DatabaseRole.APP);
                connection.setAutoCommit(false);
                connections.add(connection);
            }
            progress.println("预热…");
            all(threads, size.clients(), client -> {
                road.warm(callers.get(client), ids.get(size.all() + client), options.number("rounds", 1500));
                return true;
            });
            for (int block = 0; block < size.warm() + size.blocks(); block++) {
                int now = block;
                long jvm = Processor.of(server.pid());
                long postgres = Processor.family(cluster.postmaster());
                var http = timed(threads, size, client -> {
                    var times = new ArrayList<Long>();
                    for (String matter : size.part(ids, client, now)) {
                        for (int step = 0; step < Road.verbs().size(); step++) {
                            long before = System.nanoTime();
                            road.move(callers.get(client), matter, step);
                            times.add(System.nanoTime() - before);
                        }
                    }
                    return times;
                });
                jvm = Processor.of(server.pid()) - jvm;
                postgres = Processor.family(cluster.postmaster()) - postgres;
                var jdbc = timed(threads, size, client -> {
                    var costs = new ArrayList<Plain.Cost>();
                    for (String matter : size.part(ids, client, now)) {
                        for (String verb : Road.verbs()) {
                            costs.add(plain.move(connections.get(client), matter, verb));
                        }
                    }
                    return costs;
                });
                progress.printf(
                        "第 %d 段%s：HTTP %.0f 步/秒，JDBC %.0f 步/秒，比 %.3f%n",
                        block + 1,
                        block < size.warm() ? "（预热）" : "",
                        size.moves() / http.seconds(),
                        size.moves() / jdbc.seconds(),
                        jdbc.seconds() / http.seconds());
                if (block >= size.warm()) {
                    tally.add(http, jdbc, jvm / TICKS_PER_SECOND, postgres / TICKS_PER_SECOND, size.moves());
                }
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
        plain.tell(progress);
        return tally.result();
    }

    /// What the counted blocks have shown.
    private static final class Tally {
        private final List<Double> ratios = new ArrayList<>();
        private final List<Double> http = new ArrayList<>();
        private final List<Double> jdbc = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private final List<Plain.Cost> costs = new ArrayList<>();
        private double jvmSeconds;
        private double postgresSeconds;

        void add(Timed<Long> program, Timed<Plain.Cost> baseline, double jvm, double postgres, int moves) {
            ratios.add(baseline.seconds() / program.seconds());
            http.add(moves / program.seconds());
            jdbc.add(moves / baseline.seconds());
            times.addAll(program.found());
            costs.addAll(baseline.found());
            jvmSeconds += jvm;
            postgresSeconds += postgres;
        }

        Result result() {
            var result = new Result()
                    .put("ratio", rounded(middle(ratios)))
                    .put(
                            "ratioLowest",
                            rounded(ratios.stream().min(Double::compare).orElseThrow()))
                    .put(
                            "ratioHighest",
                            rounded(ratios.stream().max(Double::compare).orElseThrow()))
                    .put("movesPerSecond", Math.round(middle(http)))
                    .put("jdbcPerSecond", Math.round(middle(jdbc)))
                    .put("p50Ms", millis(0.50))
                    .put("p95Ms", millis(0.95))
                    .put(
                            "roundTripsMost",
                            costs.stream().mapToInt(Plain.Cost::trips).max().orElseThrow())
                    .put(
                            "rowsMost",
                            costs.stream().mapToInt(Plain.Cost::rows).max().orElseThrow())
                    .put(
                            "reachRowsMost",
                            costs.stream().mapToInt(Plain.Cost::reach).max().orElseThrow());
            if (Processor.tells()) {
                result.put("jvmCpuMsPerMove", rounded(1000 * jvmSeconds / times.size()))
                        .put("postgresCpuMsPerMove", rounded(1000 * postgresSeconds / times.size()))
                        .put("cpuJvmToPostgres", rounded(jvmSeconds / postgresSeconds));
            }
            return result;
        }

        private double millis(double share) {
            var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            return rounded(sorted[(int) (share * (sorted.length - 1))] / 1e6);
        }

        private static double middle(List<Double> values) {
            var sorted =
                    values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                    .average()
                    .orElseThrow();
        }

        private static double rounded(double value) {
            return Math.round(value * 1000) / 1000.0;
        }
    }

    private record Timed<T>(double seconds, List<T> found) {}

    /// Something done for one of several, such as a client or a matter.
    private interface Each<T> {
        T of(int index) throws Exception;
    }

    private static <T> Timed<T> timed(java.util.concurrent.ExecutorService threads, Size size, Each<List<T>> work)
            throws Exception {
        long before = System.nanoTime();
        var found = all(threads, size.clients(), work);
        double seconds = (System.nanoTime() - before) / 1e9;
        return new Timed<>(seconds, found.stream().flatMap(List::stream).toList());
    }

    private static <T> List<T> all(java.util.concurrent.ExecutorService threads, int count, Each<T> work)
            throws Exception {
        var asked = new ArrayList<Future<T>>();
        for (int i = 0; i < count; i++) {
            int index = i;
            Callable<T> one = () -> work.of(index);
            asked.add(threads.submit(one));
        }
        var found = new ArrayList<T>();
        for (Future<T> each : asked) {
            found.add(each.get());
        }
        return found;
    }
}
