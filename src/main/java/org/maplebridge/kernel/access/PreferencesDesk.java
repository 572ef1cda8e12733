package org.maplebridge.kernel.access;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How somebody likes their pages, on whatever machine they sign in. Decides nothing and holds nothing about others.
@RestController
class PreferencesDesk {

    private static final int MOST = 60;
    private static final int BYTES = 4096;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,59}");
    /// A mobile number, or an identity number of either length; whatever blanks or dashes stand between the digits.
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(?:1[3-9]\\d{9}|\\d{17}[\\dXx]|\\d{15})(?![\\dXx])");

    private final Transactions transactions;
    private final PreferenceStore store;

    PreferencesDesk(Transactions transactions, PreferenceStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// @param value what to remember, at most 4 KB; no numbers of people
    record Wished(@Nullable Map<String, String> value) {}

    @GetMapping("/api/me/preferences")
    @Allowed(Allowed.Door.SIGNED_IN)
    Items<Preference> all(Actor actor) {
        return new Items<>(transactions.run(actor.scope(), work -> store.of(actor.person())));
    }

    @PutMapping(path = "/api/me/preferences/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.SIGNED_IN)
    Preference save(@PathVariable String name, @RequestBody Wished said, Actor actor) {
        if (!NAME.matcher(name).matches()) {
            throw fault("name", "名称应以小写字母开头，只含小写字母、数字、点和短横，最多 60 个字符。");
        }
        var value = Optional.ofNullable(said.value()).orElseThrow(() -> fault("value", "请给出要记住的内容。"));
        check(value);
        return transactions.run(actor.scope(), work -> {
            if (!store.save(work, actor.person(), name, value, MOST)) {
                throw fault("name", "最多记住 " + MOST + " 项，请先删去不用的。");
            }
            return new Preference(name, value, work.now().atZone(Work.ZONE).toOffsetDateTime());
        });
    }

    private static void check(Map<String, String> value) {
        value.forEach((key, words) -> {
            if (Optional.ofNullable(words).isEmpty()) {
                throw fault("value", "“" + Words.shown(key) + "”是空的，应是文字。");
            }
            Words.fault(key, BYTES, false)
                    .or(() -> Words.fault(words, BYTES, true))
                    .ifPresent(fault -> {
                        throw fault("value", fault);
                    });
            if (numbered(key) || numbered(words)) {
                throw fault("value", "里面像有电话或证件号码，不能记住。请去掉号码再存。");
            }
        });
        if (Canonical.text(value).getBytes(StandardCharsets.UTF_8).length > BYTES) {
            throw fault("value", "内容太长，最多 " + BYTES + " 个字节。");
        }
    }

    private static boolean numbered(String words) {
        var plain = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("[\\s\\-_.()+]", "");
        return NUMBER.matcher(plain).find();
    }

    private static Refused fault(String field, String words) {
        return new Refused(Problem.fields(List.of(new Problem.Field(field, words))));
    }

    @DeleteMapping("/api/me/preferences/{name}")
    @Allowed(Allowed.Door.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name, Actor actor) {
        transactions.run(actor.scope(), work -> {
            store.delete(actor.person(), name);
            return true;
        });
    }
}
