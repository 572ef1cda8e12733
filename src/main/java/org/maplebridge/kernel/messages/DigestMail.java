package org.maplebridge.kernel.messages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.messages.DigestStore.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Sends the list of the day by mail to those who asked for it: how much stands in each part and where to read it, no
/// number of a matter, no name. One try a day.
@Component
class DigestMail {

    private static final Logger LOG = LoggerFactory.getLogger(DigestMail.class);
    private static final Scope SCOPE = Scope.job("mornings");

    private final Transactions transactions;
    private final DigestStore store;
    private final Carriers carriers;
    private final Optional<String> address;

    DigestMail(Transactions transactions, DigestStore store, Carriers carriers, Environment settings) {
        this.transactions = transactions;
        this.store = store;
        this.carriers = carriers;
        this.address = Optional.ofNullable(settings.getProperty("maple.messages.link"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private record Due(LocalDate day, String mail) {}

    /// @param counts `title` and `count` of each part
    void send(UUID person, List<Map<String, Object>> counts) {
        var due = transactions.run(
                SCOPE,
                work -> store.asked(person)
                        .filter(asked -> store.begun(work, person))
                        .map(asked -> new Due(work.today(), asked.mail())));
        if (due.isPresent()) {
            var state = handed(person, due.get(), text(due.get().day(), counts));
            transactions.run(SCOPE, work -> {
                store.became(work, person, due.get().day(), state);
                return true;
            });
        }
    }

    private State handed(UUID person, Due due, String text) {
        var carrier = carriers.best(due.mail());
        if (carrier.isEmpty()) {
            return State.NO_WAY;
        }
        try {
            carrier.get()
                    .send(new Parcel(
                            UUID.nameUUIDFromBytes(
                                    ("digest/" + person + "/" + due.day()).getBytes(StandardCharsets.UTF_8)),
                            due.mail(),
                            text));
            return State.SENT;
        } catch (Carrier.Unwanted never) {
            return State.UNWANTED;
        } catch (IOException failed) {
            LOG.warn("a list of the day was not taken: {}", failed.getClass().getSimpleName());
            return State.FAILED;
        }
    }

    private String text(LocalDate day, List<Map<String, Object>> counts) {
        var parts = counts.stream()
                .map(each -> each.get("title") + " " + each.get("count"))
                .collect(Collectors.joining("，"));
        return day + " 当天清单：" + (parts.isEmpty() ? "没有要办的" : parts) + "。"
                + address.map(base -> "打开看：" + base + "/desk/today").orElse("登录以后在“今天”里看。") + " 不想再收，在“我的账号”里关掉。";
    }
}
