package org.maplebridge.kernel.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.trail.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Files of a matter: added, listed, handed out, and who has had them in hand. What is handed out is always a download,
/// never a page of ours.
@RestController
class FilesDesk {

    private static final Logger LOG = LoggerFactory.getLogger(FilesDesk.class);

    private final Transactions transactions;
    private final Matters matters;
    private final FileStore files;
    private final Adding adding;
    private final Vault vault;
    private final Trail trail;
    private final Shelf shelf;
    private final CustodyChain chain;

    FilesDesk(
            Transactions transactions,
            Matters matters,
            FileStore files,
            Adding adding,
            Vault vault,
            Trail trail,
            Shelf shelf,
            CustodyChain chain) {
        this.transactions = transactions;
        this.matters = matters;
        this.files = files;
        this.adding = adding;
        this.vault = vault;
        this.trail = trail;
        this.shelf = shelf;
        this.chain = chain;
    }

    /// Adds a file of up to 10 MB in one piece. The part `about` is JSON: the matter, the file's SHA-256, its name and
    /// kind, and what the kind wants.
    @PostMapping(path = "/api/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Allowed.Door.OFFICERS)
    @Takes(key = true)
    @ResponseStatus(HttpStatus.CREATED)
    FileRow add(
            Actor actor,
            @RequestPart("about") String about,
            @RequestPart("file") MultipartFile file,
            HttpServletRequest http) {
        return adding.atOnce(actor, Adding.said(http, actor, about), file);
    }

    @GetMapping("/api/matters/{id}/files")
    @Allowed(Allowed.Door.OFFICERS)
    Items<FileRow> list(Actor actor, @PathVariable UUID id) {
        return new Items<>(transactions.run(actor.scope(), work -> shelf.rows(work, actor, matter(id))));
    }

    private Matter matter(UUID id) {
        return matters.find(id).orElseThrow(() -> Refused.notFound("事项"));
    }

    private FileStore.Kept seen(UUID id, String sha256) {
        matter(id);
        return files.of(id).stream()
                .filter(each -> each.sha256().equals(sha256.toLowerCase(Locale.ROOT)))
                .reduce((one, later) -> later)
                .orElseThrow(() -> Refused.notFound("材料"));
    }

    /// Hands out what a file holds, after it was compared with its hash once more. Every look is kept. Where the
    /// original is restricted, others are handed its masked copy: `Maple-Masked` then says which file that is, and
    /// `Content-Location` where it lies.
    ///
    /// @param purpose what for: `HANDLE`, `ASSIST` or `SUPERVISE`, whichever is theirs
    @GetMapping("/api/matters/{id}/files/{sha256}")
    @Allowed(Allowed.Door.OFFICERS)
    ResponseEntity<Resource> content(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String sha256,
            @RequestParam(required = false) @Nullable String purpose) {
        var opened = transactions.run(actor.scope(), work -> {
            var asked = seen(id, sha256);
            var given = shelf.given(work, actor, matter(id), asked, Optional.ofNullable(purpose));
            var kept = given.file();
            var matter = trail.key(id).orElseThrow(() -> Refused.notFound("材料"));
            var key = FileKeys.open(matter, kept.blob(), kept.sealedKey());
            files.read(work, actor, id, kept.no(), given.purpose());
            return new Opened(kept, kept.no() != asked.no(), () -> vault.open(kept.blob(), key, kept.size()));
        });
        var kept = opened.kept();
        var content = opened.content();
        try {
            if (!Receiving.hash(content).equals(kept.sha256())) {
                throw tampered(kept);
            }
            var answer = ResponseEntity.ok();
            if (opened.masked()) {
                answer.header("Maple-Masked", String.valueOf(kept.no()))
                        .header(HttpHeaders.CONTENT_LOCATION, "/api/matters/" + id + "/files/" + kept.sha256());
            }
            return answer.contentType(MediaType.parseMediaType(kept.type()))
                    .contentLength(kept.size())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(
                                            opened.masked() ? "遮盖件-" + kept.name() : kept.name(),
                                            StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(new InputStreamResource(content.open()));
        } catch (Sealing.Broken broken) {
            throw tampered(kept);
        } catch (IOException missing) {
            LOG.error("file {} of matter {} can't be read: {}", kept.no(), kept.matter(), missing.toString());
            throw new Refused(Problem.of(503, "files", "材料暂时取不到", "存放材料的地方没有应答。")
                    .withRule("evidence.available")
                    .withNext("过一会儿再试；一直不行，请告诉管理员。"));
        }
    }

    private record Opened(FileStore.Kept kept, boolean masked, FileCheck.Content content) {}

    private static Refused tampered(FileStore.Kept kept) {
        LOG.error("file {} of matter {} is not what was added: its hash differs", kept.no(), kept.matter());
        return new Refused(Problem.of(409, "tampered", "这份材料与登记的对不上", "存放的内容与添加时的哈希不一致，已经停止提供。")
                .withRule("evidence.tampered")
                .withNext("请告诉管理员：从备份里恢复原来的文件，再核对一次。"));
    }

    /// How a file came, through whose hands it went, and who has read it; the oldest first. Of readings the newest, and
    /// what was before them by `next`.
    ///
    /// @param limit how many readings at once, at most and unless said otherwise 200
    @GetMapping("/api/matters/{id}/files/{sha256}/custody")
    @Allowed(Allowed.Door.OFFICERS)
    CustodyChain.Custody custody(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String sha256,
            @RequestParam Optional<String> after,
            @RequestParam Optional<Integer> limit) {
        int most = Page.limit(limit.or(() -> Optional.of(Page.MOST)));
        return transactions.run(
                actor.scope(), work -> chain.of(work, actor, matter(id), seen(id, sha256), files.of(id), after, most));
    }
}
