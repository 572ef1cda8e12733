package org.maplebridge.scenes.gradings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Sheet;
import org.maplebridge.scenes.gradings.Grading.Grade;
import org.maplebridge.scenes.gradings.GradingsDesk.GradingRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The gradings of a year by name: how far each has come and which grade was decided, in one statement however many
/// there are. No points: nobody is ranked.
@Component
class GradingsListing {

    private static final String LIST = """
        select g.matter, g.name, g.area_name, g.year, m.stage, d.grade, d.paper, d.day
          from gradings.grading g
          join matters.standing m on m.id = g.matter
          left join lateral (select grade, paper, day
                               from gradings.decision d
                              where d.matter = g.matter
                              order by d.no desc
                              limit 1) d on true
         where g.year = :year and (g.name, g.matter) > (:name, :after)\
        """;

    private static final String BY_NAME = " order by g.name, g.matter limit :limit";

    private static final From START = new From("", new UUID(0, 0));

    private final JdbcClient db;
    private final GradingsWords words;

    GradingsListing(JdbcClient db, GradingsWords words) {
        this.db = db;
        this.words = words;
    }

    /// After which one the list goes on.
    record From(String name, UUID grading) {}

    /// @throws org.maplebridge.kernel.ground.Refused if it is no key of this list
    static From from(String after) {
        var key = Page.decode(after, 2);
        try {
            return new From(
                    key.path(0).asString(""), UUID.fromString(key.path(1).asString("")));
        } catch (IllegalArgumentException malformed) {
            throw Page.foreign();
        }
    }

    /// As far as the scope reaches.
    Page<GradingRow> page(int year, Optional<String> stage, Optional<From> after, int most) {
        return page(year, stage, false, after.orElse(START), most);
    }

    /// Only what is asked for stands in the statement: it is planned once, whatever the values.
    private Page<GradingRow> page(int year, Optional<String> stage, boolean decided, From from, int most) {
        var asked = stage.map(name -> " and m.stage = :stage").orElse("") + (decided ? " and d.grade is not null" : "");
        var rows = db.sql(LIST + asked + BY_NAME)
                .param("year", year)
                .param("stage", stage.orElse(null))
                .param("name", from.name())
                .param("after", from.grading())
                .param("limit", most + 1)
                .query((row, at) -> new GradingRow(
                        row.getObject("matter", UUID.class),
                        row.getString("name"),
                        row.getString("area_name"),
                        row.getInt("year"),
                        row.getString("stage"),
                        words.of("stages", row.getString("stage")),
                        Optional.ofNullable(row.getString("grade"))
                                .map(Grade::valueOf)
                                .map(words::of),
                        Optional.ofNullable(row.getString("paper")),
                        Optional.ofNullable(row.getObject("day", LocalDate.class))))
                .list();
        return Page.cut(rows, most, row -> List.of(row.name(), row.id().toString()));
    }

    /// The decided ones, as many as one workbook carries.
    List<GradingsDesk.GradingRow> decided(int year) {
        var decided = page(year, Optional.empty(), true, START, Sheet.MOST);
        if (decided.next().isPresent()) {
            throw Sheet.tooMany("gradings.book");
        }
        return decided.items();
    }

    /// As a workbook, all of it as text.
    static byte[] sheet(int year, LocalDate day, List<GradingsDesk.GradingRow> decided) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(year + " 年调解员等级", "截至 " + day, decided.size() + " 人"));
        rows.add(List.of("姓名", "地方", "等级", "文号", "审定的日子"));
        decided.forEach(each -> rows.add(List.of(
                each.name(),
                each.areaName(),
                each.grade().orElse(""),
                each.paper().orElse(""),
                each.day().map(LocalDate::toString).orElse(""))));
        return Sheet.of("等级", rows);
    }
}
