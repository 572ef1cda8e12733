package org.maplebridge.kernel.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Whose matters I must not have a hand in: for my own eyes, numbers masked even there.
@RestController
class InterestsDesk {

    private static final int MOST = 50;
    private static final int NAME = 60;

    private final Transactions transactions;
    private final Interests interests;
    private final List<InterestEnding> hearing;

    InterestsDesk(Transactions transactions, Interests interests, List<InterestEnding> hearing) {
        this.transactions = transactions;
        this.interests = interests;
        this.hearing = hearing;
    }

    /// @param phone masked, like the number
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record InterestRow(
            UUID id,
            Interests.Kind kind,
            String kindTitle,
            Optional<String> name,
            Optional<String> phone,
            Optional<String> number,
            OffsetDateTime at) {}

    /// @param name not asked of oneself
    /// @param number of an identity card, or a company's credit code
    record NewInterest(
            Interests.@Nullable Kind kind,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String number) {}

    @GetMapping("/api/account/interests")
    @Allowed(Allowed.Door.OFFICERS)
    Items<InterestRow> interests(Actor actor) {
        return transactions.run(actor.scope(), work -> mine(actor));
    }

    private Items<InterestRow> mine(Actor actor) {
        return new Items<>(interests.own(actor.person()).stream()
                .map(own -> new InterestRow(
                        own.id(),
                        own.said().kind(),
                        own.said().kind().title(),
                        own.said().name(),
                        own.said().phone().map(Masks::phone),
                        own.said().number().map(Identifier::shown),
                        own.at().atZone(Work.ZONE).toOffsetDateTime()))
                .toList());
    }

    @PostMapping(path = "/api/account/interests", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.OFFICERS)
    @ResponseStatus(HttpStatus.CREATED)
    Items<InterestRow> declare(Actor actor, @RequestBody NewInterest asked) {
        return transactions.run(actor.scope(), work -> {
            var said = read(asked, work.today());
            var before = interests.own(actor.person());
            if (before.stream().anyMatch(own -> own.said().equals(said))) {
                throw fault("name", "已经申报过。");
            }
            if (before.size() >= MOST) {
                throw fault("kind", "最多申报 " + MOST + " 条，请先撤掉不再有关系的。");
            }
            interests.declare(work, actor.person(), said);
            return mine(actor);
        });
    }

    @DeleteMapping("/api/account/interests/{id}")
    @Allowed(Allowed.Door.OFFICERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable UUID id) {
        transactions.run(actor.scope(), work -> {
            hearing.forEach(each -> each.ending(work, id));
            if (!interests.end(work, actor.person(), id)) {
                throw Refused.notFound("申报");
            }
            return true;
        });
    }

    private static Interests.Said read(NewInterest asked, LocalDate today) {
        var faults = new ArrayList<Problem.Field>();
        var kind = asked.kind();
        var name = text(asked.name());
        var phone = text(asked.phone());
        var number = text(asked.number());
        if (kind == null) {
            throw fault("kind", "请选是谁：本人、近亲属、单位还是其他。");
        }
        if (kind == Interests.Kind.SELF) {
            if (phone.isEmpty() && number.isEmpty()) {
                faults.add(new Problem.Field("phone", "本人的，请填电话或者身份证号码，姓名系统里有。"));
            }
        } else if (name.isEmpty()) {
            faults.add(new Problem.Field("name", "请填姓名或者单位全称。"));
        }
        name.flatMap(said -> Words.fault(said, NAME, false))
                .ifPresent(wrong -> faults.add(new Problem.Field("name", wrong)));
        phone.flatMap(said -> Identifiers.fault(Identifier.Kind.PHONE, said, today))
                .ifPresent(wrong -> faults.add(new Problem.Field("phone", wrong)));
        var numbered = kind == Interests.Kind.COMPANY ? Identifier.Kind.CREDIT_CODE : Identifier.Kind.ID_NUMBER;
        number.flatMap(said -> Identifiers.fault(numbered, said, today))
                .ifPresent(wrong -> faults.add(new Problem.Field("number", wrong)));
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
        return new Interests.Said(
                kind,
                name.filter(said -> kind != Interests.Kind.SELF),
                phone.map(said -> Identifiers.of(Identifier.Kind.PHONE, said).value()),
                number.map(said -> Identifiers.of(numbered, said)));
    }

    private static Optional<String> text(@Nullable String said) {
        return Optional.ofNullable(said).map(String::strip).filter(plain -> !plain.isEmpty());
    }

    private static Refused fault(String field, String words) {
        return new Refused(Problem.fields(List.of(new Problem.Field(field, words))));
    }
}
