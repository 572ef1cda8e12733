package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.people.Purpose;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Shows a party's name and phone to those who say what for, and who has looked before.
@RestController
class LooksDesk {

    private final Transactions transactions;
    private final MatterReading reading;
    private final Looks looks;

    LooksDesk(Transactions transactions, MatterReading reading, Looks looks) {
        this.transactions = transactions;
        this.reading = reading;
        this.looks = looks;
    }

    /// A purpose one may name.
    record Offered(String code, String title, String article, List<Purpose.Field> fields, boolean note) {}

    /// What is asked for.
    ///
    /// @param party its number on the matter's page
    /// @param fields `NAME`, `PHONE`, `NUMBER`, `ADDRESS`
    /// @param purpose code of a purpose
    /// @param note the case in words, where the purpose wants it
    record LookAsked(int party, List<Purpose.Field> fields, String purpose, Optional<String> note) {}

    /// What is shown.
    ///
    /// @param unusual a warning to whoever looks often
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Revealed(
            int party,
            Optional<String> name,
            Optional<String> phone,
            Optional<String> number,
            Optional<String> address,
            Instant at,
            String purpose,
            Optional<String> unusual) {}

    @GetMapping("/api/matters/{id}/purposes")
    @Allowed(Allowed.Door.OFFICERS)
    Items<Offered> purposes(Actor actor, @PathVariable UUID id) {
        return new Items<>(transactions.run(
                actor.scope(),
                work -> looks.mayName(actor, reading.state(id).matter()).stream()
                        .map(purpose -> new Offered(
                                purpose.code(),
                                purpose.title(),
                                purpose.article(),
                                purpose.fields().stream().sorted().toList(),
                                purpose.note()))
                        .toList()));
    }

    /// Not kept under a key: whoever asks twice looks twice.
    @PostMapping("/api/matters/{id}/looks")
    @Allowed(Allowed.Door.OFFICERS)
    @Takes(body = LookAsked.class)
    Revealed look(Actor actor, @PathVariable UUID id, HttpServletRequest http) {
        var asked = asked(Incoming.body(http));
        return transactions.run(actor.scope(), work -> {
            var seen = looks.open(work, actor, reading.state(id), asked);
            return new Revealed(
                    asked.party(),
                    seen.name(),
                    seen.phone(),
                    seen.number(),
                    seen.address(),
                    seen.look().at(),
                    seen.look().purpose(),
                    Optional.of("一小时内您已看 " + seen.looks() + " 次，超过 " + seen.most() + " 次，监督岗会收到提醒。")
                            .filter(words -> seen.looks() > seen.most()));
        });
    }

    private static Looks.Asked asked(JsonNode body) {
        var faults = new ArrayList<Problem.Field>();
        var fields = new ArrayList<Purpose.Field>();
        for (var each : body.path("fields")) {
            try {
                fields.add(Purpose.Field.valueOf(each.asString("")));
            } catch (IllegalArgumentException unknown) {
                faults.add(new Problem.Field("fields", "可选：NAME（姓名）、PHONE（电话）、NUMBER（证件号码）、ADDRESS（地址）。"));
            }
        }
        if (!body.path("party").isInt()) {
            faults.add(new Problem.Field("party", "请说明是第几位当事人。"));
        }
        if (!body.path("note").isMissingNode()
                && !body.path("note").isNull()
                && !body.path("note").isString()) {
            faults.add(new Problem.Field("note", "应是文字。"));
        }
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults.stream().distinct().toList()));
        }
        return new Looks.Asked(
                body.path("party").intValue(),
                fields,
                body.path("purpose").asString(""),
                Optional.of(body.path("note").asString("")));
    }

    /// Somebody in another matter who may be the same person as a party of this one.
    ///
    /// @param code the number of a matter where they stand, within reach
    /// @param no their place there
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Alike(
            int party,
            String name,
            Optional<String> code,
            Optional<Integer> no,
            List<String> reasons,
            List<String> against) {}

    /// A suggestion only: two people decide whether they are merged.
    @GetMapping("/api/matters/{id}/alike")
    @Allowed(Allowed.Door.OFFICERS)
    Items<Alike> alike(Actor actor, @PathVariable UUID id) {
        return new Items<>(transactions.run(actor.scope(), work -> looks.alike(actor, reading.state(id))));
    }

    @GetMapping("/api/matters/{id}/looks")
    @Allowed(Allowed.Door.OFFICERS)
    Items<Looks.LookLine> seen(Actor actor, @PathVariable UUID id) {
        return new Items<>(transactions.run(actor.scope(), work -> looks.lines(work, actor, reading.state(id))));
    }
}
