package org.maplebridge.bench.growth;

import java.io.PrintStream;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.bench.Benchmark;
import org.maplebridge.bench.Caller;
import org.maplebridge.bench.Cluster;
import org.maplebridge.bench.Explained;
import org.maplebridge.bench.Options;
import org.maplebridge.bench.Program;
import org.maplebridge.bench.Recording;
import org.maplebridge.bench.Result;
import org.maplebridge.bench.moves.Road;

/// What the lists of rolls, lessons, messages, calls, reviews, allowances and gradings touch and take when there are
/// many
/// of each. Says the plans where `--plans` is asked for.
public final class ListsBench implements Benchmark {

    private static final int TIMES = 15;

    private record Listed(String name, String user, String path) {}

    private static final List<Listed> PAGES = List.of(
            new Listed("rolls", "jiandu", "/api/rolls"),
            new Listed("mediators", "jiandu", "/api/rolls/mediators?limit=50"),
            new Listed("mediatorsDue", "jiandu", "/api/rolls/mediators?limit=50&due=true"),
            new Listed("mediatorCounts", "jiandu", "/api/rolls/mediators/counts"),
            new Listed("lessons", "xianban", "/api/matters?scene=lessons&limit=20"),
            new Listed("messages", "tiaojie", "/api/messages"),
            new Listed("callsOfAReason", "tiaojie", "/api/calls?limit=50&why=LANDLINE"),
            new Listed("findings", "jiandu", "/api/reviews/findings"),
            new Listed("allowances", "xianban", "/api/allowances?limit=50"),
            new Listed("allowancesStage", "xianban", "/api/allowances?limit=50&stage=PAID"),
            new Listed("gradings", "jiandu", "/api/gradings?year=2025&limit=50"),
            new Listed("gradingsBook", "jiandu", "/api/gradings?year=2025&stage=RECORDED&limit=50"));

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String about() {
        return "名册、类案、消息、电话、评查、补贴、等级的列表各碰多少数据页、多久；--rows 1000000 --plans";
    }

    @Override
    public Result run(Options options, PrintStream progress) throws Exception {
        int rows = options.number("rows", 1_000_000);
        try (var cluster = Cluster.fresh(progress)) {
            try (var program = Program.start(cluster.database("lists"), Optional.empty())) {
                Road.patterns(Caller.of(program.port(), "tiaojie"));
            }
            try (var superuser = cluster.superuser("lists")) {
                progress.println("填到 " + rows + " 件…");
                new Volume(superuser).growTo(rows);
                progress.println("填各张列表…");
                Lists.fill(superuser, office(superuser), rows);
            }
            return measured(cluster, progress, options.flag("plans"));
        }
    }

    private static UUID office(Connection superuser) throws Exception {
        try (var statement = superuser.createStatement();
                var found = statement.executeQuery("select a.agency from access.account u join orgs.staff a"
                        + " on a.id = u.person where u.login = 'tiaojie'")) {
            found.next();
            return found.getObject(1, UUID.class);
        }
    }

    private static Result measured(Cluster cluster, PrintStream progress, boolean plans) throws Exception {
        var ear = new Recording();
        var result = new Result();
        try (var program = Program.start(cluster.database("lists"), Optional.of(ear));
                var superuser = cluster.superuser("lists")) {
            superuser.setAutoCommit(false);
            Map<String, Caller> callers = new LinkedHashMap<>();
            for (var page : PAGES) {
                var caller = callers.get(page.user());
                if (caller == null) {
                    caller = Caller.of(program.port(), page.user());
                    callers.put(page.user(), caller);
                }
                var took = new long[TIMES];
                for (int time = 0; time < TIMES; time++) {
                    ear.clear();
                    long begun = System.nanoTime();
                    caller.get(page.path()).must(200);
                    took[time] = System.nanoTime() - begun;
                }
                Arrays.sort(took);
                var said = new ArrayList<String>();
                long buffers = 0;
                for (var transaction : Pages.ours(ear)) {
                    var explained = Explained.of(superuser, transaction, List.of());
                    buffers += explained.buffers();
                    said.addAll(explained.plans());
                }
                double p50 = Duration.ofNanos(took[TIMES / 2]).toMillis();
                progress.println(page.name() + ": " + buffers + " pages, p50 " + p50 + " ms");
                if (plans) {
                    said.forEach(progress::println);
                }
                result.put(page.name() + "Pages", buffers).put(page.name() + "Millis", p50);
            }
        }
        return result;
    }
}
