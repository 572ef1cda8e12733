package org.maplebridge.kernel.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Whether I want the list of the day by mail.
@RestController
class DigestMailDesk {

    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\".]+(\\.[^@\\s,;<>\".]+)+");
    private static final int MOST = 200;

    private final Transactions transactions;
    private final DigestStore store;

    DigestMailDesk(Transactions transactions, DigestStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// @param mail where it goes; absent: it is off
    /// @param last what became of the last one
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DigestByMail(Optional<String> mail, Optional<LastDigest> last) {}

    record LastDigest(LocalDate day, boolean sent, String words) {}

    @GetMapping("/api/account/digest")
    @Allowed(Allowed.Door.OFFICERS)
    DigestByMail digest(Actor actor) {
        return transactions.run(actor.scope(), work -> shown(actor));
    }

    private DigestByMail shown(Actor actor) {
        return new DigestByMail(
                store.asked(actor.person()).map(DigestStore.Asked::mail),
                store.last(actor.person())
                        .map(way -> new LastDigest(
                                way.day(),
                                way.state() == DigestStore.State.SENT,
                                way.state().title())));
    }

    record Wish(Optional<String> mail) {}

    /// From the next working morning on.
    @PostMapping("/api/account/digest")
    @Allowed(Allowed.Door.OFFICERS)
    DigestByMail ask(Actor actor, @RequestBody Wish said) {
        var mail = said.mail().map(Words::kept).orElse("");
        if (mail.length() > MOST || !MAIL.matcher(mail).matches()) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("mail", "写一个邮箱地址，例如 zhang@example.gov.cn。"))));
        }
        return transactions.run(actor.scope(), work -> {
            store.ask(work, actor.person(), mail);
            return shown(actor);
        });
    }

    @DeleteMapping("/api/account/digest")
    @Allowed(Allowed.Door.OFFICERS)
    DigestByMail stop(Actor actor) {
        return transactions.run(actor.scope(), work -> {
            store.stop(actor.person());
            return shown(actor);
        });
    }
}
