package org.maplebridge.bench.people;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
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
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.people.Crowd;
import org.maplebridge.kernel.people.Identifier;
import org.maplebridge.kernel.people.Personas;

/// What it costs that personas are behind row policies: finding somebody by ID number, and a page of parties.
public final class RevealBench implements Benchmark {

    private static final String DATABASE = "reveal";
    private static final int SAMPLE = 400;
    private static final int PARTIES = 20;

    /// What brings the row of one number, past merges, to whom no policy holds.
    private static final String BARE_FIND = """
            select s.id, s.domain, s.shown, s.phone_shown
              from people.identifier i
              join people.persona p on p.id = i.persona
              join people.persona s on s.id = coalesce(p.merged_into, p.id)
             where i.domain = 'general' and i.kind = 'ID_NUMBER' and i.sign = ? and i.ended_at is null
             order by i.id
             limit 1""";

    @Override
    public String name() {
        return "reveal";
    }

    @Override
    public String about() {
        return "按身份证号码找人、列当事人：带行策略的用时和数据页，与超级用户直查之比；--personas 1000000 --rounds 3000";
    }

    @Override
    public Result run(Options options, PrintStream progress) throws Exception {
        int people = options.number("personas", 1_000_000);
        int rounds = options.number("rounds", 3_000);
        try (var cluster = Cluster.fresh(progress)) {
            try (var program = Program.start(cluster.database(DATABASE), Optional.empty())) {
                Road.patterns(Caller.of(program.port(), "tiaojie"));
            }
            var ear = new Recording();
            try (var superuser = cluster.superuser(DATABASE)) {
                progress.println("填到 " + people + " 人…");
                new Volume(superuser).growTo(people / 2);
                try (var program = Program.start(cluster.database(DATABASE), Optional.of(ear))) {
                    var places = numbered(program, superuser);
                    progress.println("测量…");
                    var result = new Result().put("personas", places.size());
                    var officer = Eyes.of(ear, Caller.of(program.port(), "tiaojie"), superuser);
                    var overseer = Eyes.of(ear, Caller.of(program.port(), "xianban"), superuser);
                    for (var eyes : List.of(Map.entry("office", officer), Map.entry("county", overseer))) {
                        var concerned = Eyes.concerned(eyes.getValue(), superuser);
                        var met = sample(concerned);
                        result.put(eyes.getKey() + "Sees", concerned.size());
                        var finds = new ArrayList<Question>();
                        var lists = new ArrayList<Question>();
                        for (UUID persona : met) {
                            var number = Crowd.number(places.get(persona));
                            var question = find(program, ear, eyes.getValue(), persona, number);
                            finds.add(new Question(
                                    question, List.of(Compared.sent(BARE_FIND, sign(superuser, persona)))));
                            lists.add(parties(program, ear, eyes.getValue(), sample(met, PARTIES)));
                        }
                        Compared.measure(cluster, DATABASE, eyes.getKey() + "Find", finds, rounds, result);
                        Compared.measure(cluster, DATABASE, eyes.getKey() + "Parties", lists, rounds, result);
                        progress.println(eyes.getKey());
                    }
                    return result;
                }
            }
        }
    }

    private static Map<UUID, Integer> numbered(Program program, Connection superuser) throws Exception {
        var ids = new ArrayList<UUID>();
        try (var asked = superuser.createStatement();
                var rows = asked.executeQuery("select id, now() from people.persona where domain = 'general'")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        Crowd.of(program.context(), java.time.Instant.EPOCH.plusSeconds(1_800_000_000L))
                .number(superuser, ids);
        try (var statement = superuser.createStatement()) {
            statement.execute("vacuum analyze people.persona, people.identifier, ground.reach");
        }
        var places = new HashMap<UUID, Integer>();
        ids.forEach(id -> places.put(id, places.size()));
        return places;
    }

    private static List<UUID> sample(List<UUID> of) {
        return sample(of, SAMPLE);
    }

    private static List<UUID> sample(List<UUID> of, int most) {
        var random = new Random(of.size());
        return random.ints(most, 0, of.size()).mapToObj(of::get).distinct().toList();
    }

    private static List<List<Sent>> find(Program program, Recording ear, Scope scope, UUID persona, Identifier number) {
        var personas = program.context().getBean(Personas.class);
        ear.clear();
        var seen = program.context().getBean(Transactions.class).run(scope, work -> personas.find("general", number));
        if (seen.filter(one -> one.id().equals(persona)).isEmpty()) {
            throw new IllegalStateException("nobody was found by a number that is there");
        }
        return Pages.ours(ear);
    }

    private static byte[] sign(Connection superuser, UUID persona) throws SQLException {
        try (var asked = superuser.prepareStatement("select sign from people.identifier where persona = ?")) {
            asked.setObject(1, persona);
            try (var row = asked.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    private static Question parties(Program program, Recording ear, Scope scope, List<UUID> ids) {
        var personas = program.context().getBean(Personas.class);
        ear.clear();
        var seen = program.context().getBean(Transactions.class).run(scope, work -> personas.byId(ids));
        if (seen.size() != ids.size()) {
            throw new IllegalStateException("not everybody within reach was seen");
        }
        return Question.same(Pages.ours(ear));
    }
}
