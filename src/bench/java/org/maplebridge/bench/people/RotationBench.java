package org.maplebridge.bench.people;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.maplebridge.bench.Benchmark;
import org.maplebridge.bench.Caller;
import org.maplebridge.bench.Cluster;
import org.maplebridge.bench.Options;
import org.maplebridge.bench.Program;
import org.maplebridge.bench.Result;
import org.maplebridge.bench.moves.Road;
import org.maplebridge.kernel.ground.MasterKeyWatch;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.people.Crowd;
import org.maplebridge.kernel.people.Personas;

/// How long sealing everybody again under a new master key takes while moves go on, and what it takes from them.
public final class RotationBench implements Benchmark {

    private static final String DATABASE = "rotation";
    private static final int SAMPLE = 500;
    private static final String OLD = """
            select (select count(*) from people.persona where key_version <> ?)
                 + (select count(*) from people.identifier where key_version <> ?)""";
    private static final String UNSIGNED = "select count(*) from people.identifier where sign is null";
    private static final String NEWEST =
            "select key_version from people.identifier where domain = 'general' order by id limit 1";

    @Override
    public String name() {
        return "rotation";
    }

    @Override
    public String about() {
        return "边办事边更换主密钥：出错数、用时、每秒重新封存的行数；--personas 1000000 --clients 4 --quiet 30（秒）";
    }

    /// Clients that open disputes and take them along the road until they are told to stop.
    private record Traffic(AtomicBoolean on, AtomicLong moves, AtomicInteger errors) {

        static Traffic start(ExecutorService threads, int port, int clients) throws Exception {
            var traffic = new Traffic(new AtomicBoolean(true), new AtomicLong(), new AtomicInteger());
            for (int i = 0; i < clients; i++) {
                var caller = Caller.of(port, "tiaojie");
                var road = Road.of(caller);
                threads.execute(() -> traffic.drive(caller, road));
            }
            return traffic;
        }

        private void drive(Caller caller, Road road) {
            while (on.get()) {
                try {
                    var matter = Road.open(caller);
                    moves.incrementAndGet();
                    for (int step = 0; on.get() && step < Road.verbs().size(); step++) {
                        road.move(caller, matter, step);
                        moves.incrementAndGet();
                    }
                } catch (Exception broken) {
                    errors.incrementAndGet();
                    System.err.println(broken);
                }
            }
        }

        double during(Duration time) throws InterruptedException {
            long before = moves.get();
            Thread.sleep(time);
            return rounded((moves.get() - before) / (double) time.toSeconds());
        }
    }

    @Override
    public Result run(Options options, PrintStream progress) throws Exception {
        int people = options.number("personas", 1_000_000);
        var quiet = Duration.ofSeconds(options.number("quiet", 30));
        try (var cluster = Cluster.fresh(progress);
                var threads = Executors.newCachedThreadPool();
                var program = Program.start(cluster.database(DATABASE), Optional.empty());
                var superuser = cluster.superuser(DATABASE)) {
            progress.println("封存 " + people + " 人…");
            var ids = Crowd.of(program.context(), Instant.EPOCH.plusSeconds(1_780_000_000L))
                    .gather(superuser, people);
            cluster.run(DATABASE, "vacuum analyze");
            cluster.run(DATABASE, "checkpoint");
            var traffic = Traffic.start(threads, program.port(), options.number("clients", 4));
            try {
                return measured(program, superuser, traffic, quiet, ids, progress);
            } finally {
                traffic.on().set(false);
                threads.shutdown();
                threads.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
            }
        }
    }

    private static Result measured(
            Program program,
            Connection superuser,
            Traffic traffic,
            Duration quiet,
            List<UUID> ids,
            PrintStream progress)
            throws Exception {
        var watch = program.context().getBean(MasterKeyWatch.class);
        traffic.during(quiet);
        double before = traffic.during(quiet);
        progress.println("更换前每秒 " + before + " 步");
        watch.begin();
        var state = watch.state().orElseThrow();
        while (state.resealed() == 0) {
            Thread.sleep(100);
            state = watch.state().orElseThrow();
        }
        long began = System.nanoTime();
        long firstMoves = traffic.moves().get();
        long lastChange = began;
        long last = state.resealed();
        while (state.resealedAt().isEmpty()) {
            Thread.sleep(500);
            state = watch.state().orElseThrow();
            if (state.resealed() > last + ids.size() / 100) {
                last = state.resealed();
                progress.println("已重新封存 " + last);
            }
            lastChange = System.nanoTime();
        }
        double seconds = (lastChange - began) / 1e9;
        double during = rounded((traffic.moves().get() - firstMoves) / seconds);
        double after = traffic.during(quiet);
        long lost = lost(program, ids);
        var version = text(superuser, NEWEST);
        long old = number(superuser, OLD.replace("?", "'" + version + "'"));
        long unsigned = number(superuser, UNSIGNED);
        var result = new Result()
                .put("personas", ids.size())
                .put("rows", state.resealed())
                .put("seconds", rounded(seconds))
                .put("rowsPerSecond", Math.round(state.resealed() / seconds))
                .put("movesPerSecondBefore", before)
                .put("movesPerSecondDuring", during)
                .put("movesPerSecondAfter", after)
                .put("ratio", rounded(during * 2 / (before + after)))
                .put("errors", traffic.errors().get())
                .put("notFound", lost)
                .put("stillOld", old)
                .put("unsigned", unsigned);
        return traffic.errors().get() + lost + old + unsigned == 0 ? result : result.failed("errors");
    }

    /// How many of a sample are not found by their number any more, or not with what was sealed.
    private static long lost(Program program, List<UUID> ids) {
        var personas = program.context().getBean(Personas.class);
        return program.context()
                .getBean(Transactions.class)
                .run(
                        Scope.job("bench"),
                        work -> IntStream.range(0, SAMPLE)
                                .map(i -> (int) ((long) i * ids.size() / SAMPLE))
                                .filter(place -> {
                                    var number = Crowd.number(place);
                                    var id = ids.get(place);
                                    return personas.find("general", number)
                                                    .filter(found -> found.id().equals(id))
                                                    .isEmpty()
                                            || personas.reveal(id)
                                                    .filter(clear ->
                                                            clear.numbers().containsValue(number.value()))
                                                    .isEmpty();
                                })
                                .count());
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
