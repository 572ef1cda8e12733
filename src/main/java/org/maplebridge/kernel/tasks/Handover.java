package org.maplebridge.kernel.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.WhoTakes;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Post;
import org.springframework.stereotype.Component;

/// Everything on one desk goes to another of the same office, when somebody leaves or is away.
///
/// Each matter moves in a transaction of its own under the key of the whole: broken off in the middle, the same request
/// finishes what is left, and the count is that of the whole.
@Component
class Handover {

    private final Transactions transactions;
    private final TaskStore store;
    private final Offices offices;
    private final Claims claims;
    private final Assigning assigning;
    private final Matters matters;
    private final WhoTakes whoTakes;

    Handover(
            Transactions transactions,
            TaskStore store,
            Offices offices,
            Claims claims,
            Assigning assigning,
            Matters matters,
            WhoTakes whoTakes) {
        this.matters = matters;
        this.whoTakes = whoTakes;
        this.transactions = transactions;
        this.store = store;
        this.offices = offices;
        this.claims = claims;
        this.assigning = assigning;
    }

    /// @param moved how many matters moved under this key
    /// @param left what stayed, and why
    record Done(int moved, List<Left> left) {}

    /// @param code the number of the matter, where the one who hands over sees it
    /// @param why why it stayed, and who can take it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Left(UUID matter, Optional<String> code, String why) {}

    Done all(Actor actor, UUID from, UUID to, String reason, String key) {
        var said = Assigning.said(to, reason);
        var hash = Hash.sm3(Canonical.bytes(said));
        var tasks = transactions.run(actor.scope(), work -> {
            check(work, actor, from, to);
            if (store.saidOtherwise(actor.scope().principal(), route(from), key, hash)) {
                throw SubmitKey.reused();
            }
            return store.onDesk(from);
        });
        var left = new ArrayList<Left>();
        for (var task : tasks) {
            assigning
                    .assign(
                            actor,
                            task.matter(),
                            said,
                            new Work.Key(route(from) + task.matter(), key),
                            OptionalInt.empty())
                    .ifPresent(problem -> left.add(new Left(task.matter(), Optional.empty(), why(problem))));
        }
        int moved = transactions.run(
                actor.scope(), work -> store.movedUnder(actor.scope().principal(), route(from), key));
        return new Done(moved, named(actor, left));
    }

    /// What is wrong with the one field there is, in its own words.
    private static String why(Problem problem) {
        var fields = problem.fields().stream().map(Problem.Field::message).collect(Collectors.joining());
        return fields.isEmpty() ? problem.detail() : fields;
    }

    private List<Left> named(Actor actor, List<Left> left) {
        return left.isEmpty()
                ? List.of()
                : transactions.run(
                        actor.scope(),
                        work -> left.stream()
                                .map(each -> new Left(
                                        each.matter(),
                                        matters.find(each.matter())
                                                .map(matter -> matter.label().code()),
                                        each.why()))
                                .toList());
    }

    private static String route(UUID from) {
        return "handover/" + from + "/";
    }

    /// The other posts of the office, with why some can take nothing of what lies on this one: looked at for one
    /// matter of each kind there; what holds for a single one is said when it is handed.
    List<WhoTakes.Taker> takers(Actor actor, UUID from) {
        return transactions.run(actor.scope(), work -> {
            var desk = desk(work, actor, from);
            var kinds = store.oneOfEachKind(from).stream()
                    .flatMap(matter -> matters.find(matter).stream())
                    .toList();
            return whoTakes.of(work, desk.agency(), from, kinds);
        });
    }

    private Post desk(Work work, Actor actor, UUID from) {
        var desk = offices.at(work).post(from).orElseThrow(() -> Refused.notFound("岗位"));
        if (!claims.handsOut(actor, desk.agency())) {
            throw Refused.notYours("移交整张桌子，由本单位派件的人或机构管理员办理。");
        }
        return desk;
    }

    private void check(Work work, Actor actor, UUID from, UUID to) {
        var directory = offices.at(work);
        var desk = desk(work, actor, from);
        boolean sameOffice = directory
                .post(to)
                .filter(post -> post.agency().equals(desk.agency()))
                .isPresent();
        if (!sameOffice || from.equals(to)) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("to", "请选本单位的另一个岗位。")))
                    .withRule("tasks.handover-office")
                    .withNext("要交给别的单位，请逐件“交办”。"));
        }
    }
}
