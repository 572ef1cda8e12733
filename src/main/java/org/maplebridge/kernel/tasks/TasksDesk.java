package org.maplebridge.kernel.tasks;

import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.WhoTakes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// What one does with a task: take it, give it back, put it on a desk; and hand over a whole desk.
@RestController
class TasksDesk {

    private static final int MOST_WORDS = 500;

    private final Transactions transactions;
    private final Inbox inbox;
    private final Claims claims;
    private final Assigning assigning;
    private final Handover handover;

    TasksDesk(Transactions transactions, Inbox inbox, Claims claims, Assigning assigning, Handover handover) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.claims = claims;
        this.assigning = assigning;
        this.handover = handover;
    }

    /// @param post the desk it is put on
    /// @param reason why; "按分工指派" if not said
    /// @param checked how somebody made sure that a name in common is nothing more; only where that was asked
    record Assignment(
            @Nullable UUID post,
            @Nullable String reason,
            @Nullable String checked) {}

    /// @param to the desk everything is put on
    /// @param reason why
    record HandingOver(@Nullable UUID to, @Nullable String reason) {}

    @PostMapping("/api/tasks/{id}/claim")
    @Allowed(Allowed.Door.OFFICERS)
    InboxRow claim(@PathVariable UUID id, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            claims.claim(work, actor, id);
            return inbox.row(work, actor, id);
        });
    }

    @PostMapping("/api/tasks/{id}/release")
    @Allowed(Allowed.Door.OFFICERS)
    InboxRow release(@PathVariable UUID id, Actor actor) {
        return transactions.run(actor.scope(), work -> {
            claims.release(work, actor, id);
            return inbox.row(work, actor, id);
        });
    }

    @PostMapping(path = "/api/tasks/{id}/assign", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.OFFICERS)
    InboxRow assign(
            @PathVariable UUID id,
            @RequestBody Assignment said,
            @RequestHeader(name = SubmitKey.HEADER) Optional<String> key,
            @RequestHeader(name = HttpHeaders.IF_MATCH) Optional<String> version,
            Actor actor) {
        var reason = Optional.ofNullable(said.reason())
                .filter(words -> !words.isBlank())
                .orElse("按分工指派");
        var post = checked("post", said.post(), reason);
        var matter = transactions.run(actor.scope(), work -> inbox.matterOf(id));
        var route = new Work.Key("move/assign/" + matter, SubmitKey.read(key));
        assigning
                .assign(
                        actor,
                        matter,
                        Assigning.said(post, reason, Optional.ofNullable(said.checked())),
                        route,
                        version(version))
                .ifPresent(problem -> {
                    throw new Refused(problem);
                });
        return transactions.run(actor.scope(), work -> inbox.rowOf(work, actor, matter));
    }

    @GetMapping("/api/desks/{post}/takers")
    @Allowed(Allowed.Door.OFFICERS)
    Items<WhoTakes.Taker> takers(@PathVariable UUID post, Actor actor) {
        return new Items<>(handover.takers(actor, post));
    }

    @PostMapping(path = "/api/desks/{post}/handover", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.OFFICERS)
    Handover.Done handover(
            @PathVariable UUID post,
            @RequestBody HandingOver said,
            @RequestHeader(name = SubmitKey.HEADER) Optional<String> key,
            Actor actor) {
        var reason = Optional.ofNullable(said.reason()).orElse("");
        var to = checked("to", said.to(), reason);
        return handover.all(actor, post, to, Words.kept(reason), SubmitKey.read(key));
    }

    private static UUID checked(String field, @Nullable UUID post, String reason) {
        var faults = new ArrayList<Problem.Field>();
        if (post == null) {
            faults.add(new Problem.Field(field, "请选择交给哪个岗位。"));
        }
        if (Words.kept(reason).isEmpty()) {
            faults.add(new Problem.Field("reason", "请写明原因。"));
        }
        Words.fault(reason, MOST_WORDS, true).ifPresent(fault -> faults.add(new Problem.Field("reason", fault)));
        if (post == null || !faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
        return post;
    }

    private static OptionalInt version(Optional<String> given) {
        var digits = given.map(said -> said.replace("\"", "").strip()).orElse("");
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!digits.matches("\\d{1,9}")) {
            throw new Refused(Problem.fields(java.util.List.of(new Problem.Field("If-Match", "版本号不对，请刷新后再试。"))));
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }
}
