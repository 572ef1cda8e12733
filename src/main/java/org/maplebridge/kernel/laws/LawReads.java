package org.maplebridge.kernel.laws;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads laws, editions and provisions. Needs a transaction, anybody's.
@Component
class LawReads {

    private static final String EDITIONS = "select * from laws.edition where law = :law order by passed desc, id desc";
    private static final String EDITION = "select * from laws.edition where id = :id";
    private static final String TEXTS = """
        select * from laws.provision
         where edition = :edition and place > :after
         order by place
         limit :limit\
        """;
    private static final String PLACED = """
        select p.*, e.law, e.from_day, e.until, l.name, l.level, l.area
          from laws.provision p
          join laws.edition e on e.id = p.edition
          join laws.law l on l.id = e.law
         where p.id = any(:ids)\
        """;
    private static final String BESIDE = """
        (select id, place from laws.provision where edition = :edition and place < :place order by place desc limit 1)
        union all
        (select id, place from laws.provision where edition = :edition and place > :place order by place limit 1)\
        """;
    private static final String CITES = "select * from laws.citation where provision = :id order by place";

    /// What is cited is cited in the edition of the day.
    private static final String ON_THE_DAY = """
        select p.*
          from laws.law l
          join laws.edition e on e.law = l.id and e.from_day <= :on and (e.until is null or e.until > :on)
          join laws.provision p on p.edition = e.id and p.number = :number and p.suffix = :suffix
         where l.key = :key
         order by e.passed desc, p.place
         limit 1\
        """;
    private static final String KNOWN = "select exists (select from laws.law where key = :key)";
    private static final String CITED_BY = """
        select p.*, e.law, e.from_day, e.until, l.name, l.level, l.area
          from laws.citation c
          join laws.provision p on p.id = c.provision
          join laws.edition e on e.id = p.edition and e.from_day <= :on and (e.until is null or e.until > :on)
          join laws.law l on l.id = e.law
         where c.law_key = :key and c.number = :number and c.suffix = :suffix and c.provision > :after
         order by c.provision
         limit :limit\
        """;
    private static final String CITED_TIMES = """
        select count(*)
          from laws.citation c
          join laws.provision p on p.id = c.provision
          join laws.edition e on e.id = p.edition and e.from_day <= :on and (e.until is null or e.until > :on)
         where c.law_key = :key and c.number = :number and c.suffix = :suffix\
        """;

    private final JdbcClient db;

    LawReads(JdbcClient db) {
        this.db = db;
    }

    List<LawRow.Edition> editions(UUID law) {
        return db.sql(EDITIONS)
                .param("law", law)
                .query((row, at) -> edition(row, ""))
                .list();
    }

    Optional<LawRow.Edition> edition(UUID id) {
        return db.sql(EDITION)
                .param("id", id)
                .query((row, at) -> edition(row, ""))
                .optional();
    }

    List<LawRow.Text> texts(UUID edition) {
        return texts(edition, 0, Integer.MAX_VALUE);
    }

    List<LawRow.Text> texts(UUID edition, int after, int limit) {
        return db.sql(TEXTS)
                .param("edition", edition)
                .param("after", after)
                .param("limit", limit)
                .query((row, at) -> text(row))
                .list();
    }

    List<LawRow.Placed> placed(Collection<UUID> ids) {
        return db.sql(PLACED)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, at) -> placed(row))
                .list();
    }

    /// A neighbour.
    record Beside(UUID id, int place) {}

    List<Beside> beside(LawRow.Text text) {
        return db.sql(BESIDE)
                .param("edition", text.edition())
                .param("place", text.place())
                .query((row, at) -> new Beside(row.getObject("id", UUID.class), row.getInt("place")))
                .list();
    }

    List<LawRow.Cited> cites(UUID id) {
        return db.sql(CITES)
                .param("id", id)
                .query((row, at) -> new LawRow.Cited(
                        row.getString("law_key"),
                        row.getString("law_name"),
                        row.getInt("number"),
                        row.getInt("suffix")))
                .list();
    }

    Optional<LawRow.Text> onTheDay(String key, int number, int suffix, LocalDate on) {
        return db.sql(ON_THE_DAY)
                .param("key", key)
                .param("number", number)
                .param("suffix", suffix)
                .param("on", on)
                .query((row, at) -> text(row))
                .optional();
    }

    boolean known(String key) {
        return db.sql(KNOWN).param("key", key).query(Boolean.class).single();
    }

    List<LawRow.Placed> citedBy(String key, LawRow.Text text, LocalDate on, UUID after, int limit) {
        return db.sql(CITED_BY)
                .param("key", key)
                .param("number", text.number())
                .param("suffix", text.suffix())
                .param("on", on)
                .param("after", after)
                .param("limit", limit)
                .query((row, at) -> placed(row))
                .list();
    }

    int citedTimes(String key, LawRow.Text text, LocalDate on) {
        return db.sql(CITED_TIMES)
                .param("key", key)
                .param("number", text.number())
                .param("suffix", text.suffix())
                .param("on", on)
                .query(Integer.class)
                .single();
    }

    static LawRow.Edition edition(ResultSet row, String prefix) throws SQLException {
        return new LawRow.Edition(
                row.getObject(prefix + "id", UUID.class),
                row.getObject(prefix + "law", UUID.class),
                row.getObject(prefix + "from_day", LocalDate.class),
                row.getBoolean(prefix + "from_stated"),
                Optional.ofNullable(row.getObject(prefix + "until", LocalDate.class)),
                Optional.ofNullable(row.getString(prefix + "repealed_by")),
                row.getObject(prefix + "passed", LocalDate.class),
                row.getInt(prefix + "articles"),
                row.getString(prefix + "source"),
                list(row, prefix + "notes"));
    }

    static List<String> list(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static LawRow.Text text(ResultSet row) throws SQLException {
        var headings = row.getString("headings");
        return new LawRow.Text(
                row.getObject("id", UUID.class),
                row.getObject("edition", UUID.class),
                row.getInt("place"),
                row.getInt("number"),
                row.getInt("suffix"),
                row.getString("label"),
                headings.isEmpty() ? List.of() : headings.lines().toList(),
                row.getString("text"));
    }

    private static LawRow.Placed placed(ResultSet row) throws SQLException {
        return new LawRow.Placed(
                text(row),
                row.getObject("law", UUID.class),
                row.getString("name"),
                row.getString("level"),
                row.getString("area"),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("until", LocalDate.class)));
    }
}
