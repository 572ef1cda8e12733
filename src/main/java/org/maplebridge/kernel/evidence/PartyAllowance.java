package org.maplebridge.kernel.evidence;

import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// How much a party may send: at their door stands nobody who asks what for. What is announced counts, so that nobody
/// sends much for nothing.
@Component
class PartyAllowance {

    private static final long MB = 1 << 20;

    private final UploadStore uploads;
    private final Parameters parameters;
    private final Offices offices;

    PartyAllowance(UploadStore uploads, Parameters parameters, Offices offices) {
        this.uploads = uploads;
        this.parameters = parameters;
        this.offices = offices;
    }

    /// Where two begin at once they have to take turns before.
    ///
    /// @throws Refused if with so many bytes more it is too much
    void spend(Work work, Actor actor, UUID matter, long size) {
        if (actor.kind() != Actor.Kind.CITIZEN) {
            return;
        }
        var today = uploads.since(
                actor.scope().principal(), work.today().atStartOfDay(Work.ZONE).toInstant());
        int mostFiles = number(work, "evidence.party-day-files");
        if (today.files() >= mostFiles) {
            throw refused("今天传得太多", "一天最多上传 " + mostFiles + " 份材料。", "evidence.party-day-files", "明天接着传");
        }
        int mostMb = number(work, "evidence.party-day-mb");
        if (today.bytes() + size > mostMb * MB) {
            throw refused("今天传得太多", "一天最多上传 " + mostMb + " MB。", "evidence.party-day-mb", "明天接着传，或者把录像剪短");
        }
        long sent = uploads.sent(matter, actor.person(), actor.scope().principal());
        int mostInMatter = number(work, "evidence.party-matter-mb");
        if (sent + size > mostInMatter * MB) {
            throw refused("网上传满了", "您在这件事里网上最多添加 " + mostInMatter + " MB 材料。", "evidence.party-matter-mb", "把要紧的剪短再传");
        }
    }

    private int number(Work work, String name) {
        var root = offices.at(work).rootArea().map(Area::path).orElse("");
        return parameters.at(work, name, root, work.today()).whole();
    }

    private static Refused refused(String title, String detail, String rule, String next) {
        return new Refused(
                Problem.of(409, "party-allowance", title, detail).withRule(rule).withNext(next + "，也可以直接带到承办单位。"));
    }
}
