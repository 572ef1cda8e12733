package org.maplebridge.kernel.stats;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;

/// Where and from which day to which day is asked about, both included.
///
/// @param area an area within that of the asker's office
record Asked(String area, LocalDate from, LocalDate to) {

    private static final String RULE = "stats.own-area";

    /// @throws Refused with 403 for an area that isn't within the asker's own
    static Asked of(
            Work work,
            Directory directory,
            Actor actor,
            Optional<String> area,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {
        var last = to.orElseGet(work::today);
        var first = from.orElseGet(() -> last.withDayOfYear(1));
        if (first.isAfter(last)) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("from", "开始那天应在结束那天之前。"))));
        }
        return new Asked(own(directory, actor, area), first, last);
    }

    /// The area asked for, or else that of the asker's office.
    static String own(Directory directory, Actor actor, Optional<String> area) {
        var own = actor.agency()
                .flatMap(directory::agency)
                .map(Agency::area)
                .orElseThrow(() -> Refused.notYours("统计按岗位所在的区域看，请先选定岗位。"));
        var asked = area.filter(path -> !path.isBlank()).orElse(own);
        if (!Area.covers(own, asked)) {
            throw new Refused(Problem.of(
                            403,
                            "not-yours",
                            "不在您的区域里",
                            "您的岗位在" + directory.fullName(own) + "，看不到“" + Words.shown(asked) + "”的统计。")
                    .withRule(RULE)
                    .withArticle("本地默认")
                    .withNext("请选本区域或者它下面的地方；要看别处的，请联系那里的单位或上一级。"));
        }
        if (directory.area(asked).isEmpty()) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("area", "没有这个地方。"))));
        }
        return asked;
    }

    /// The same place, not before and not after these days.
    Asked within(LocalDate first, LocalDate last) {
        return new Asked(area, first.isBefore(from) ? from : first, last.isAfter(to) ? to : last);
    }

    /// The first day of the first month that lies wholly within.
    LocalDate firstMonth() {
        var month = YearMonth.from(from);
        return from.getDayOfMonth() == 1 ? from : month.plusMonths(1).atDay(1);
    }

    /// The day after the last month that lies wholly within; not after the first where no month does.
    LocalDate afterMonths() {
        return YearMonth.from(to.plusDays(1)).atDay(1);
    }

    /// How many parts the path of an area right below has.
    int partsBelow() {
        return area.split("\\.").length + 1;
    }
}
