package org.maplebridge.kernel.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.trail.MatterKey;
import org.maplebridge.kernel.trail.Trail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes in what comes, piece by piece, and looks at it when it is whole. Nothing of it lies on the disk unsealed.
@Component
class Receiving {

    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final int MB = 1 << 20;
    private static final int LONGEST_NAME = 200;

    private final Transactions transactions;
    private final Matters matters;
    private final Trail trail;
    private final UploadStore store;
    private final Vault vault;
    private final Scanner scanner;
    private final Parameters parameters;
    private final Offices offices;
    private final PartyAllowance allowance;

    Receiving(
            Transactions transactions,
            Matters matters,
            Trail trail,
            UploadStore store,
            Vault vault,
            Scanner scanner,
            Parameters parameters,
            Offices offices,
            PartyAllowance allowance) {
        this.transactions = transactions;
        this.matters = matters;
        this.trail = trail;
        this.store = store;
        this.vault = vault;
        this.scanner = scanner;
        this.parameters = parameters;
        this.offices = offices;
        this.allowance = allowance;
    }

    /// What is to come.
    record Announced(UUID matter, String name, long size, String sha256) {

        boolean hashed() {
            return sha256.matches("[0-9a-fA-F]{64}");
        }
    }

    /// Makes room for a file of a matter to which the actor may add one.
    UploadStore.Upload begin(Actor actor, Announced said) {
        return begun(actor, said, work -> Optional.empty());
    }

    /// @param before what is gone on with instead, as it stands once nobody else begins anything under this name
    private UploadStore.Upload begun(Actor actor, Announced said, Function<Work, Optional<UploadStore.Upload>> before) {
        return transactions.run(actor.scope(), work -> {
            matters.refusal(work, actor, said.matter(), Attaching.NAME).ifPresent(refusal -> {
                throw refusal.refused();
            });
            var root = offices.at(work).rootArea().map(Area::path).orElse("");
            long most =
                    parameters.at(work, "evidence.most-mb", root, work.today()).whole();
            check(said, most);
            store.takeTurns(actor.scope().principal());
            var going = before.apply(work);
            if (going.isPresent()) {
                return going.get();
            }
            int mostAtOnce = parameters
                    .at(work, "evidence.most-at-once", root, work.today())
                    .whole();
            if (store.open(actor.scope().principal()) >= mostAtOnce) {
                throw new Refused(Problem.of(409, "most-at-once", "没传完的太多", "您有 " + mostAtOnce + " 份材料还没有传完。")
                        .withRule("evidence.most-at-once")
                        .withNext("先传完或放弃它们；一天没传完的会自动清掉。"));
            }
            allowance.spend(work, actor, said.matter(), said.size());
            var id = Ids.at(work.now());
            var key = key(said.matter());
            var upload = new UploadStore.Upload(
                    id,
                    said.matter(),
                    said.name(),
                    said.size(),
                    said.sha256().toLowerCase(Locale.ROOT),
                    FileKeys.fresh(key, id),
                    0);
            store.begin(work, upload, actor.scope().principal());
            return upload;
        });
    }

    /// Goes on with what the same person has announced before; makes room for it if they have not.
    UploadStore.Upload resumed(Actor actor, Announced said) {
        if (!said.hashed()) {
            return begin(actor, said);
        }
        Function<Work, Optional<UploadStore.Upload>> before = work -> store.going(
                said.matter(),
                said.sha256().toLowerCase(Locale.ROOT),
                said.size(),
                actor.scope().principal());
        return transactions.run(actor.scope(), before).orElseGet(() -> begun(actor, said, before));
    }

    private static void check(Announced said, long mostMb) {
        if (said.size() < 1) {
            throw fault("size", "这是个空文件。");
        }
        if (said.size() > mostMb * MB) {
            throw new Refused(Problem.of(413, "too-large", "文件太大", "一份材料最大 " + mostMb + " MB。")
                    .withRule("evidence.most-mb")
                    .withNext("录像请剪出要紧的一段，或者降低清晰度再传。"));
        }
        if (!said.hashed()) {
            throw fault("sha256", "应是 64 位十六进制的 SHA-256。");
        }
        if (said.name().isBlank()) {
            throw fault("name", "请填写文件名。");
        }
        Words.fault(said.name(), LONGEST_NAME, false).ifPresent(why -> {
            throw fault("name", why);
        });
    }

    /// Where it stands.
    UploadStore.Upload find(Actor actor, UUID id) {
        return transactions.run(
                actor.scope(),
                work -> store.find(id, actor.scope().principal()).orElseThrow(() -> Refused.notFound("上传")));
    }

    /// Adds a piece; of two that come at once the second waits, and then does not fit.
    ///
    /// @param from where the piece begins
    /// @return how many bytes there are now
    long append(Actor actor, UUID id, long from, InputStream coming) {
        return transactions.run(actor.scope(), work -> {
            var upload = store.hold(id, actor.scope().principal()).orElseThrow(() -> Refused.notFound("上传"));
            if (from != upload.received()) {
                throw new Refused(Problem.of(409, "offset", "接不上", "已经收到 " + upload.received() + " 字节，请从这里接着传。")
                        .withRule("evidence.offset")
                        .withNext("先问一次收到了多少，再接着传。"));
            }
            try {
                long now = vault.append(id, open(upload), from, upload.size(), coming);
                store.received(id, now);
                return now;
            } catch (IOException cut) {
                throw broken(cut);
            }
        });
    }

    /// Looks at what has come: whole, unchanged, of a kind that is taken, and clean.
    UploadStore.Upload finish(Actor actor, UUID id) {
        var upload = find(actor, id);
        if (upload.received() < upload.size()) {
            throw new Refused(Problem.of(
                            409, "unfinished", "还没有传完", "收到 " + upload.received() + " 字节，应有 " + upload.size() + " 字节。")
                    .withRule("evidence.arrived")
                    .withNext("从断的地方接着传。"));
        }
        byte[] key = transactions.run(actor.scope(), work -> open(upload));
        try {
            FileCheck.Content content = () -> vault.open(id, key, upload.size());
            if (!hash(content).equals(upload.sha256())) {
                throw gone(actor, upload, fault("sha256", "收到的与您那边算的对不上：文件在路上变了，或者传的时候被改过。请重新选文件再传。"));
            }
            var found = FileCheck.of(upload.name(), upload.size(), content);
            if (found.fault().isPresent()) {
                throw gone(actor, upload, fault("file", found.fault().get()));
            }
            var report = scanner.scan(content);
            if (report.found().isPresent()) {
                throw gone(
                        actor, upload, fault("file", "查出恶意程序（" + report.found().get() + "），没有收。"));
            }
            transactions.run(actor.scope(), work -> {
                store.done(id, found.type(), report.by());
                return true;
            });
            return upload;
        } catch (IOException unread) {
            throw broken(unread);
        }
    }

    /// Gives it up, unless it has become a file: that stays.
    void drop(Actor actor, UUID id) {
        var upload = find(actor, id);
        if (!transactions.run(actor.scope(), work -> store.drop(upload.id()))) {
            throw new Refused(Problem.of(409, "added", "已经是材料", "这份已经添加进事项，材料和它的来历都要留着。")
                    .withRule("evidence.added")
                    .withNext("不再用的，请“材料作废”。"));
        }
        empty(upload);
    }

    private Refused gone(Actor actor, UploadStore.Upload upload, Refused why) {
        boolean party = actor.kind() == Actor.Kind.CITIZEN;
        boolean forgotten =
                transactions.run(actor.scope(), work -> party ? store.refuse(upload.id()) : store.drop(upload.id()));
        if (forgotten) {
            empty(upload);
        }
        return why;
    }

    private void empty(UploadStore.Upload upload) {
        try {
            vault.delete(upload.id());
        } catch (IOException left) {
            throw broken(left);
        }
    }

    static String hash(FileCheck.Content content) throws IOException {
        try (var in = content.open()) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] open(UploadStore.Upload upload) {
        return FileKeys.open(key(upload.matter()), upload.id(), upload.sealedKey());
    }

    private MatterKey key(UUID matter) {
        return trail.key(matter).orElseThrow(() -> Refused.notFound("可以续写的事项"));
    }

    private static Refused fault(String field, String words) {
        return new Refused(
                Problem.fields(List.of(new Problem.Field(field, words))).withRule("evidence.file"));
    }

    /// The disk, the scanner or the line: nothing was taken in, and it can be tried again.
    private static Refused broken(IOException cause) {
        LOG.error("a file could not be taken in: {}", cause.toString());
        return new Refused(Problem.of(503, "files", "材料暂时收不了", "存放或检查材料的地方没有应答，没有办理。")
                .withRule("evidence.available")
                .withNext("过一会儿接着传，已经收到的不用重传；一直不行，请告诉管理员。"));
    }
}
