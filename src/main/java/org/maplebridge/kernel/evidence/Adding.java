package org.maplebridge.kernel.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Incoming;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes a file in and adds it to its matter. A repeat under the same key finds it added.
@Component
class Adding {

    private static final String ROUTE = "files";

    private final Transactions transactions;
    private final Matters matters;
    private final Receiving receiving;
    private final FileStore files;

    Adding(Transactions transactions, Matters matters, Receiving receiving, FileStore files) {
        this.transactions = transactions;
        this.matters = matters;
        this.receiving = receiving;
        this.files = files;
    }

    static Request said(HttpServletRequest http, Actor actor, String about) {
        return Incoming.read(http, actor, ROUTE, about);
    }

    static Request said(HttpServletRequest http, Actor actor) {
        return Incoming.read(http, actor, ROUTE);
    }

    /// A file that comes in one piece, with what is said of it.
    FileRow atOnce(Actor actor, Request request, MultipartFile file) {
        var matter = matter(request.body());
        return atOnce(actor, matter, request, file);
    }

    FileRow atOnce(Actor actor, UUID matter, Request request, MultipartFile file) {
        var said = request.body();
        var sha256 = said.path("sha256").asString("");
        if (held(actor, matter, sha256).isPresent()) {
            return attach(actor, matter, request);
        }
        var upload = receiving.begin(
                actor, new Receiving.Announced(matter, said.path("name").asString(""), file.getSize(), sha256));
        try (var coming = file.getInputStream()) {
            receiving.append(actor, upload.id(), 0, coming);
        } catch (IOException cut) {
            throw new Refused(Problem.of(400, "cut", "内容没有传完", "连接中途断开，没有办理。")
                    .withRule("evidence.file")
                    .withNext("用同一个 Idempotency-Key 再提交一次。"));
        }
        receiving.finish(actor, upload.id());
        return attach(actor, matter, request);
    }

    /// What has come in pieces is added.
    FileRow arrived(Actor actor, UploadStore.Upload upload, Request request) {
        if (held(actor, upload.matter(), upload.sha256()).isEmpty()) {
            receiving.finish(actor, upload.id());
        }
        return attach(actor, upload.matter(), request);
    }

    /// What a party has added themself, if it is this very file.
    Optional<FileRow> own(Actor actor, UUID matter, String sha256) {
        return held(actor, matter, sha256)
                .filter(each -> each.party().equals(Optional.of(actor.person())))
                .map(FileRow::of);
    }

    private FileRow attach(Actor actor, UUID matter, Request request) {
        var said = ((ObjectNode) request.body().deepCopy()).remove(List.of("matter", "code", "phoneLast4"));
        var outcome = matters.move(
                matter, Attaching.NAME, new Request(actor, said, request.key(), OptionalInt.empty(), Optional.empty()));
        if (outcome instanceof Outcome.Refusal refusal) {
            throw refusal.refused();
        }
        return held(actor, matter, said.path("sha256").asString(""))
                .map(FileRow::of)
                .orElseThrow(() -> Refused.notFound("材料"));
    }

    private Optional<FileStore.Kept> held(Actor actor, UUID matter, String sha256) {
        return transactions.run(
                actor.scope(),
                work -> files.of(matter).stream()
                        .filter(each -> each.sha256().equalsIgnoreCase(sha256)
                                && each.withdrawn().isEmpty())
                        .findFirst());
    }

    private static UUID matter(JsonNode said) {
        try {
            return UUID.fromString(said.path("matter").asString(""));
        } catch (IllegalArgumentException malformed) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("matter", "请写明是哪一件事项。"))));
        }
    }
}
