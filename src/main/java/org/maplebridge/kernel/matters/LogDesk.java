package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.trail.PublicLog;
import org.maplebridge.kernel.trail.Receipt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Receipts and proofs for anybody: hashes, no content.
@RestController
class LogDesk {

    private final Transactions transactions;
    private final PublicLog log;

    LogDesk(Transactions transactions, PublicLog log) {
        this.transactions = transactions;
        this.log = log;
    }

    @GetMapping("/api/public/receipts/{code}")
    @Allowed(Allowed.Door.PUBLIC)
    PublicLog.PublicReceipt receipt(Actor actor, @PathVariable String code) {
        var asked = code.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        return transactions.run(actor.scope(), work -> log.receipt(asked)).orElseThrow(() -> Refused.notFound("回执"));
    }

    @GetMapping("/api/public/log/checkpoint")
    @Allowed(Allowed.Door.PUBLIC)
    PublicLog.Checkpoint checkpoint(Actor actor) {
        return transactions.run(actor.scope(), work -> log.checkpoint()).orElseThrow(LogDesk::empty);
    }

    private static Refused empty() {
        return new Refused(
                Problem.of(404, "not-found", "总账还是空的", "还没有任何一条记录进入总账。").withNext("有了第一件事项后，60 秒内会公布第一份总账。"));
    }

    @GetMapping("/api/public/log/proof")
    @Allowed(Allowed.Door.PUBLIC)
    PublicLog.Inclusion proof(Actor actor, @RequestParam String entry) {
        var hash = hash(entry);
        return transactions
                .run(actor.scope(), work -> log.inclusion(hash))
                .orElseThrow(() -> new Refused(Problem.of(404, "not-found", "总账里还没有它", "没有这个哈希，或者它还在排队，60 秒内会进入总账。")
                        .withNext("核对哈希，一分钟后再查。")));
    }

    private static Hash hash(String hex) {
        try {
            return Hash.parse(hex);
        } catch (IllegalArgumentException malformed) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("entry", "应是 64 位十六进制的 SM3 哈希。"))));
        }
    }

    @GetMapping("/api/public/log/consistency")
    @Allowed(Allowed.Door.PUBLIC)
    PublicLog.Consistency consistency(Actor actor, @RequestParam long from, @RequestParam Optional<Long> to) {
        return transactions.run(actor.scope(), work -> log.consistency(from, to));
    }

    @GetMapping("/api/public/log/keys")
    @Allowed(Allowed.Door.PUBLIC)
    Items<Receipt.Key> keys(Actor actor) {
        return new Items<>(transactions.run(actor.scope(), work -> log.keys()));
    }
}
