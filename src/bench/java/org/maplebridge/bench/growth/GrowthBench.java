package org.maplebridge.bench.growth;

import java.io.PrintStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.bench.Benchmark;
import org.maplebridge.bench.Caller;
import org.maplebridge.bench.Cluster;
import org.maplebridge.bench.Explained;
import org.maplebridge.bench.Options;
import org.maplebridge.bench.Program;
import org.maplebridge.bench.Recording;
import org.maplebridge.bench.Recording.Sent;
import org.maplebridge.bench.Result;
import org.maplebridge.bench.moves.Road;

/// How many pages of the database a page of ours touches as the county grows. Counts, not times: the same on any
/// machine.
public final class GrowthBench implements Benchmark {

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String about() {
        return "待办、列表、事项页、办一步各碰多少数据页（事项从 1 万到 100 万）；--to 1000000";
    }

    @Override
    public Result run(Options options, PrintStream progress) throws Exception {
        var sizes = new ArrayList<Integer>();
        for (int size = 10_000; size <= options.number("to", 1_000_000); size *= 10) {
            sizes.add(size);
        }
        var touched = new LinkedHashMap<Integer, Map<String, Long>>();
        try (var cluster = Cluster.fresh(progress)) {
            try (var program = Program.start(cluster.database("growth"), Optional.empty())) {
                Road.patterns(Caller.of(program.port(), "tiaojie"));
            }
            try (var superuser = cluster.superuser("growth")) {
                var volume = new Volume(superuser);
                for (int size : sizes) {
                    progress.println("填到 " + size + " 件…");
                    volume.growTo(size);
                    touched.put(size, measured(cluster, progress));
                }
            }
        }
        return result(touched);
    }

    private static Map<String, Long> measured(Cluster cluster, PrintStream progress) throws Exception {
        var ear = new Recording();
        var touched = new LinkedHashMap<String, Long>();
        try (var program = Program.start(cluster.database("growth"), Optional.of(ear));
                var superuser = cluster.superuser("growth")) {
            superuser.setAutoCommit(false);
            var officer = Caller.of(program.port(), "tiaojie");
            var overseer = Caller.of(program.port(), "xianban");
            var matter = Road.open(officer);
            for (var page : Pages.heard(ear, officer, overseer, matter).entrySet()) {
                touched.put(page.getKey(), buffers(superuser, page.getValue(), matter));
            }
        }
        progress.println(touched);
        return touched;
    }

    private static long buffers(Connection superuser, List<List<Sent>> transactions, String matter) throws Exception {
        long all = 0;
        for (List<Sent> transaction : transactions) {
            all += Explained.of(superuser, transaction, Pages.undo(matter)).buffers();
        }
        return all;
    }

    private static Result result(Map<Integer, Map<String, Long>> touched) {
        var result = new Result();
        var sizes = List.copyOf(touched.keySet());
        var last = sizes.getLast();
        double worst = 0;
        double worstLate = 0;
        for (var page : touched.get(last).keySet()) {
            touched.forEach((size, pages) -> result.put(page + size, pages.get(page)));
            worst = Math.max(worst, ratio(touched, page, sizes.getFirst(), last));
            if (sizes.size() > 1) {
                worstLate = Math.max(worstLate, ratio(touched, page, sizes.get(sizes.size() - 2), last));
            }
        }
        return result.put("ratio", worst).put("ratioLastStep", worstLate);
    }

    private static double ratio(Map<Integer, Map<String, Long>> touched, String page, int from, int to) {
        return Math.round(1000.0 * touched.get(to).get(page) / touched.get(from).get(page)) / 1000.0;
    }
}
