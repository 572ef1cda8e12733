package org.maplebridge.kernel.access;

import java.time.ZoneOffset;
import java.util.UUID;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A password that one tells and one-time codes that one takes away are together the whole account: nobody does the
/// second who has done the first, for a while.
@Component
final class TwoHands {

    static final String RULE = "access.rescue-apart";

    private static final String HAS_DONE = "select access.has_done(:account, :who, :deed, :since)";

    private final Offices offices;
    private final Parameters parameters;
    private final Calendars calendars;
    private final JdbcClient db;

    TwoHands(Offices offices, Parameters parameters, Calendars calendars, JdbcClient db) {
        this.offices = offices;
        this.parameters = parameters;
        this.calendars = calendars;
        this.db = db;
    }

    void refusePassword(Work work, UUID account, Actor actor) {
        refuse(work, account, actor, Deed.CODES_RESET, "这个账号的动态口令不久前由您重置，密码不能再由您给：两样都经一个人的手，等于拿到了整个账号。");
    }

    void refuseCodes(Work work, UUID account, Actor actor) {
        refuse(work, account, actor, Deed.PASSWORD_RESET, "这个账号的密码不久前由您给出，动态口令不能再由您重置：两样都经一个人的手，等于拿到了整个账号。");
    }

    private void refuse(Work work, UUID account, Actor actor, Deed other, String why) {
        var root = offices.at(work).rootArea().map(Area::path).orElse("");
        var apart = parameters.at(work, RULE, root, work.today());
        var done = db.sql(HAS_DONE)
                .param("account", account)
                .param("who", actor.person())
                .param("deed", other.name())
                .param(
                        "since",
                        apart.span().earlier(work.now(), calendars.at(work)).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        if (done) {
            throw new Refused(Problem.of(409, "rescue-apart", "要换一个人办", why)
                    .withRule(RULE)
                    .withArticle(apart.article().orElse("本地默认"))
                    .withNext("由另一名管理员或上级单位的管理员办理。"));
        }
    }
}
