package org.maplebridge.bench.people;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maplebridge.bench.Benchmark;
import org.maplebridge.bench.Caller;
import org.maplebridge.bench.Cluster;
import org.maplebridge.bench.Options;
import org.maplebridge.bench.Program;
import org.maplebridge.bench.Recording;
import org.maplebridge.bench.Recording.Sent;
import org.maplebridge.bench.Result;
import org.maplebridge.bench.growth.Pages;
import org.maplebridge.bench.growth.Volume;
import org.maplebridge.bench.moves.Road;
import org.maplebridge.bench.people.Compared.Question;

/// What the row policies cost the lists and the page of a matter: the very statements of each, sent as the program does
/// it and sent by a superuser whom no policy holds.
public final class ReachBench implements Benchmark {

    private static final String DATABASE = "reach";

    @Override
    public String name() {
        return "reach";
    }

    @Override
    public String about() {
        return "列表、待办和事项页：带行策略与超级用户直查之比（用时和数据页）；--from 10000 --to 1000000 --rounds 1000";
    }

    @Override
    public Result run(Options options, PrintStream progress) throws Exception {
        int rounds = options.number("rounds", 1_000);
        var result = new Result();
        double worst = 0;
        try (var cluster = Cluster.fresh(progress)) {
            try (var program = Program.start(cluster.database(DATABASE), Optional.empty())) {
                Road.patterns(Caller.of(program.port(), "tiaojie"));
            }
            try (var superuser = cluster.superuser(DATABASE)) {
                var volume = new Volume(superuser);
                for (int size = options.number("from", 10_000); size <= options.number("to", 1_000_000); size *= 10) {
                    progress.println("填到 " + size + " 件…");
                    volume.growTo(size);
                    for (var page : heard(cluster).entrySet()) {
                        var questions = List.of(Question.same(page.getValue()));
                        var name = page.getKey() + size;
                        double ratio = Compared.measure(cluster, DATABASE, name, questions, rounds, result);
                        progress.println(name + " " + ratio);
                        worst = Math.max(worst, ratio);
                    }
                }
            }
        }
        return result.put("ratioWorst", worst);
    }

    /// Moves are measured elsewhere.
    private static Map<String, List<List<Sent>>> heard(Cluster cluster) throws Exception {
        var ear = new Recording();
        try (var program = Program.start(cluster.database(DATABASE), Optional.of(ear))) {
            var officer = Caller.of(program.port(), "tiaojie");
            var overseer = Caller.of(program.port(), "xianban");
            var matter = Road.open(officer);
            var heard = new LinkedHashMap<>(Pages.heard(ear, officer, overseer, matter));
            heard.remove("move");
            return heard;
        }
    }
}
