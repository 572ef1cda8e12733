package org.maplebridge.kernel.orgs;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Reference;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The directory in PostgreSQL. Checks ask the tables, not the snapshot, so that several changes fit into one work.
@Component
final class PostgresOffices implements Offices {

    private static final String IMPORT = """
            insert into orgs.area as known (path, parent, name)
            select given.path,
                   (select above.path
                      from (select path from orgs.area union select unnest(:paths)) as above
                     where above.path = regexp_replace(given.path, '\\.[^.]+$', '')
                       and above.path <> given.path),
                   given.name
              from unnest(:paths, :names) as given(path, name)
                on conflict (path) do update set name = excluded.name
             where known.name <> excluded.name
            """;
    private static final String KNOWN_AREA = "select count(*) from orgs.area where path = :path";
    private static final String KNOWN_AGENCY = "select count(*) from orgs.agency where id = :id";
    private static final String KNOWN_POST = "select count(*) from orgs.post where id = :id";
    private static final String KNOWN_STAFF = "select count(*) from orgs.staff where id = :id";
    private static final String SAME_NAME = "select count(*) from orgs.agency where name = :name";
    private static final String SAME_TITLE = "select count(*) from orgs.post where agency = :agency and title = :title";
    private static final String TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended(:path, 7))";
    private static final String GRIDS = "select path, name from orgs.area where parent = :village order by path";
    private static final String ADD_AREA = "insert into orgs.area (path, parent, name) values (:path, :parent, :name)";
    private static final String ADD_AGENCY = """
            insert into orgs.agency (id, name, kind, level, area, phone, parent)
            values (:id, :name, :kind, :level, :area, :phone, :parent)
            """;
    private static final String ADD_POST =
            "insert into orgs.post (id, agency, title, roles) values (:id, :agency, :title, :roles)";
    private static final String ADD_STAFF = "insert into orgs.staff (id, name, agency) values (:id, :name, :agency)";
    private static final String RENAME = "update orgs.staff set name = :name where id = :id";
    private static final String APPOINT = """
            insert into orgs.holding (id, post, staff, first_day, last_day)
            values (:id, :post, :staff, :firstDay, :lastDay)
            """;
    private static final String STAND_IN = """
            insert into orgs.stand_in (id, post, staff, first_day, last_day, reason)
            values (:id, :post, :staff, :firstDay, :lastDay, :reason)
            """;
    private static final String END_HOLDING =
            "update orgs.holding set last_day = :lastDay where id = :id and first_day <= :lastDay";
    private static final String END_STAND_IN =
            "update orgs.stand_in set last_day = :lastDay where id = :id and first_day <= :lastDay";

    private final JdbcClient db;
    private final Reference<Directory> directory;
    private final Map<String, AgencyKind> kinds;

    PostgresOffices(JdbcClient db, OrgsStore store, DataFiles files) {
        this.db = db;
        this.kinds = kinds(files);
        this.directory = new Reference<>(() -> new Snapshot(store.read(), kinds));
    }

    private static Map<String, AgencyKind> kinds(DataFiles files) {
        var all = new LinkedHashMap<String, AgencyKind>();
        for (var file : files.all()) {
            for (var kind : file.section("agency-kinds")) {
                var name = kind.path("name").asString();
                var read = new AgencyKind(
                        name,
                        kind.path("title").asString(),
                        kind.path("general").asBoolean(false));
                if (all.put(name, read) != null) {
                    throw new IllegalStateException("agency kind " + name + " stands in two files, one " + file.name());
                }
            }
        }
        return Map.copyOf(all);
    }

    @Override
    public Directory at(Work work) {
        return directory.at(work);
    }

    @Override
    public int importAreas(Work work, List<Area> areas) {
        return db.sql(IMPORT)
                .param("paths", areas.stream().map(Area::path).toArray(String[]::new))
                .param("names", areas.stream().map(Area::name).toArray(String[]::new))
                .update();
    }

    @Override
    public Area addGrid(Work work, String village, String name) {
        db.sql(TAKE_TURNS).param("path", village).query(row -> {});
        var grids = db.sql(GRIDS)
                .param("village", village)
                .query((row, number) -> new Area(row.getString("path"), row.getString("name")))
                .list();
        var kept = Words.kept(name);
        new OrgsRules()
                .require(known(KNOWN_AREA, "path", village) && isVillage(village), "village", "没有这个村（社区），请从区划里选。")
                .text("name", name, 2, 40)
                .require(grids.stream().noneMatch(grid -> grid.name().equals(kept)), "name", "这个村（社区）已有同名网格。")
                .require(grids.size() < 999, "village", "这个村（社区）的网格已编满 999 个。")
                .settle();
        int next = grids.stream()
                        .mapToInt(grid -> Integer.parseInt(
                                grid.path().substring(grid.path().lastIndexOf('g') + 1)))
                        .max()
                        .orElse(0)
                + 1;
        var grid = new Area(village + ".g%02d".formatted(next), kept);
        db.sql(ADD_AREA)
                .param("path", grid.path())
                .param("parent", village)
                .param("name", kept)
                .update();
        return grid;
    }

    private static boolean isVillage(String path) {
        return path.chars().filter(c -> c == '.').count() == 4;
    }

    @Override
    public Agency addAgency(Work work, NewAgency given) {
        var name = Words.kept(given.name());
        new OrgsRules()
                .text("name", given.name(), 2, 80)
                .require(!known(SAME_NAME, "name", name), "name", "已有同名机构。")
                .require(kinds.containsKey(given.kind()), "kind", "没有这种机构：" + given.kind() + "。")
                .require(known(KNOWN_AREA, "path", given.area()), "area", "没有这个区划，请从区划里选。")
                .require(given.parent().map(id -> known(KNOWN_AGENCY, "id", id)).orElse(true), "parent", "没有这个上级机构。")
                .require(
                        given.phone()
                                .map(phone -> phone.matches("[0-9+ -]{3,20}"))
                                .orElse(true),
                        "phone",
                        "电话只写数字和短横，如 0579-82310000。")
                .settle();
        var agency = new Agency(
                Ids.at(work.now()), name, given.kind(), given.level(), given.area(), given.phone(), given.parent());
        db.sql(ADD_AGENCY)
                .param("id", agency.id())
                .param("name", name)
                .param("kind", agency.kind())
                .param("level", agency.level().name())
                .param("area", agency.area())
                .param("phone", agency.phone().orElse(null))
                .param("parent", agency.parent().orElse(null))
                .update();
        return agency;
    }

    @Override
    public Post addPost(Work work, UUID agency, String title, List<String> roles) {
        var kept = Words.kept(title);
        boolean taken = db.sql(SAME_TITLE)
                        .param("agency", agency)
                        .param("title", kept)
                        .query(Integer.class)
                        .single()
                > 0;
        new OrgsRules()
                .require(known(KNOWN_AGENCY, "id", agency), "agency", "没有这个机构。")
                .text("title", title, 2, 40)
                .require(!taken, "title", "这个机构已有同名岗位。")
                .require(!roles.isEmpty() && roles.size() <= 20, "roles", "请给岗位配 1 到 20 个角色。")
                .settle();
        var post = new Post(Ids.at(work.now()), agency, kept, roles);
        db.sql(ADD_POST)
                .param("id", post.id())
                .param("agency", agency)
                .param("title", kept)
                .param("roles", roles.toArray(new String[0]))
                .update();
        return post;
    }

    @Override
    public Staff addStaff(Work work, String name, UUID agency) {
        new OrgsRules()
                .text("name", name, 1, 40)
                .require(known(KNOWN_AGENCY, "id", agency), "agency", "没有这个机构。")
                .settle();
        var staff = new Staff(Ids.at(work.now()), Words.kept(name), agency);
        db.sql(ADD_STAFF)
                .param("id", staff.id())
                .param("name", staff.name())
                .param("agency", agency)
                .update();
        return staff;
    }

    @Override
    public String rename(Work work, UUID staff, String name) {
        new OrgsRules()
                .text("name", name, 1, 40)
                .require(known(KNOWN_STAFF, "id", staff), "staff", "没有这名工作人员。")
                .settle();
        var kept = Words.kept(name);
        db.sql(RENAME).param("id", staff).param("name", kept).update();
        return kept;
    }

    @Override
    public Spell appoint(Work work, Appointment given) {
        seat(given.post(), given.staff())
                .period(given.firstDay(), given.lastDay())
                .settle();
        var spell = new Spell(Ids.at(work.now()), given.post(), given.staff(), given.firstDay(), given.lastDay());
        save(APPOINT, spell).update();
        return spell;
    }

    @Override
    public Spell standIn(Work work, StandIn given) {
        LocalDate first = given.firstDay();
        LocalDate last = given.lastDay();
        seat(given.post(), given.staff())
                .period(first, Optional.of(last))
                .require(!last.isAfter(first.plusYears(1)), "lastDay", "代班最长一年；更久请正式任命。")
                .text("reason", given.reason(), 2, 200)
                .settle();
        var spell = new Spell(Ids.at(work.now()), given.post(), given.staff(), first, Optional.of(last));
        save(STAND_IN, spell).param("reason", Words.kept(given.reason())).update();
        return spell;
    }

    @Override
    public void end(Work work, UUID spell, LocalDate lastDay) {
        int ended = 0;
        for (var statement : List.of(END_HOLDING, END_STAND_IN)) {
            ended += db.sql(statement)
                    .param("id", spell)
                    .param("lastDay", lastDay)
                    .update();
        }
        if (ended == 0) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("lastDay", "没有这项任职或代班，或者截止日期早于它的起始日期。"))));
        }
    }

    private OrgsRules seat(UUID post, UUID staff) {
        return new OrgsRules()
                .require(known(KNOWN_POST, "id", post), "post", "没有这个岗位。")
                .require(known(KNOWN_STAFF, "id", staff), "staff", "没有这名工作人员。");
    }

    private JdbcClient.StatementSpec save(String statement, Spell spell) {
        return db.sql(statement)
                .param("id", spell.id())
                .param("post", spell.post())
                .param("staff", spell.staff())
                .param("firstDay", spell.firstDay())
                .param("lastDay", spell.lastDay().orElse(null));
    }

    private boolean known(String query, String name, Object value) {
        return db.sql(query).param(name, value).query(Integer.class).single() > 0;
    }
}
