package org.maplebridge.kernel.staff.scim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.staff.Changes;
import org.maplebridge.kernel.staff.Leftovers;
import org.maplebridge.kernel.staff.StaffStore.Spell;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// What the identity platform wants of a person, done as [Changes] do it. A wish is read to its end before anything
/// happens.
@Component
class Provisioning {

    private static final Scope JOB = Scope.job("scim");
    private static final String REASON = "身份管理平台办理（SCIM）";

    private final Transactions transactions;
    private final Members members;
    private final ProvisionedStore store;
    private final Changes changes;

    Provisioning(Transactions transactions, Members members, ProvisionedStore store, Changes changes) {
        this.transactions = transactions;
        this.members = members;
        this.store = store;
        this.changes = changes;
    }

    /// Somebody new. They have a password that nobody knows: they sign in by the identity provider once that is bound,
    /// or their administrator gives them a first one.
    UUID join(Actor by, UUID agency, Map<String, ?> body) {
        Patch.schemas(body, Scim.USER);
        var draft = transactions.run(JOB, work -> members.draft(work, agency));
        draft.setAll(body);
        var login = draft.userName().orElseThrow(() -> Scim.refused(Scim.VALUE, "userName", "请填写登录用户名。"));
        var name = draft.name().orElseThrow(() -> Scim.refused(Scim.VALUE, "displayName", "请填写姓名。"));
        if (!draft.active().orElse(true)) {
            throw Scim.refused(Scim.VALUE, "active", "新来的人不能一来就是停用的；等到岗那天再开通。");
        }
        var nobodys = UUID.randomUUID() + "-" + UUID.randomUUID();
        var joiner = new Changes.Joiner(name, login, nobodys, false, draft.posts(), REASON);
        return once(() ->
                changes.join(by, agency, joiner, (work, person) -> store.name(person, agency, draft.externalId())));
    }

    /// A move, or a leave where they are no longer to be active. What a body doesn't name stays as it is.
    void replace(Actor by, UUID agency, UUID id, Map<String, ?> body) {
        Patch.schemas(body, Scim.USER);
        change(by, agency, id, body, draft -> draft.setAll(body));
    }

    void patch(Actor by, UUID agency, UUID id, Map<String, ?> body) {
        change(by, agency, id, body, draft -> Patch.apply(body, draft));
    }

    /// Who is to be active no more is out, whatever else of the wish can't be: platforms rename somebody as they go, or
    /// send attributes of their own.
    private void change(Actor by, UUID agency, UUID id, Map<String, ?> body, java.util.function.Consumer<Draft> said) {
        try {
            changed(by, agency, id, said);
        } catch (Refused refused) {
            if (!Patch.ends(body)) {
                throw refused;
            }
            leave(by, agency, known(agency, id), Optional.empty());
        }
    }

    private void changed(Actor by, UUID agency, UUID id, java.util.function.Consumer<Draft> said) {
        var was = known(agency, id);
        var draft = transactions
                .run(JOB, work -> members.draft(work, agency))
                .of(was.member().externalId(), was.held());
        said.accept(draft);
        var member = was.member();
        if (draft.userName().filter(name -> !name.equals(member.login())).isPresent()) {
            throw Scim.refused(Scim.MUTABILITY, "userName", "用户名“" + member.login() + "”不能改；办过的事都记在这个账号上。");
        }
        boolean stays = draft.active().orElse(member.active());
        if (stays && !member.active()) {
            throw Scim.refused(Scim.MUTABILITY, "active", "已经停用的账号不能再启用；人回来了，请用新的用户名入职。");
        }
        var name = draft.name().filter(fresh -> !fresh.equals(member.name()));
        boolean seated = stays && draft.postsSaid();
        var move = new Changes.Move(
                name,
                draft.posts().stream()
                        .filter(post -> seated && !was.held().contains(post))
                        .toList(),
                was.spells().stream()
                        .filter(spell -> seated && !draft.posts().contains(spell.post()))
                        .toList(),
                draft.to());
        boolean renamed = !draft.externalId().equals(member.externalId());
        if (name.isPresent()
                || renamed
                || !move.coming().isEmpty()
                || !move.ending().isEmpty()) {
            once(() -> {
                changes.move(by, agency, id, move, REASON, key(), (work, person) -> {
                    if (renamed) {
                        store.name(person, agency, draft.externalId());
                    }
                });
                return id;
            });
        }
        if (!stays) {
            leave(by, agency, was, draft.to());
        }
    }

    /// They leave, if they haven't, and are no more on the platform's lists. What they did stays.
    void remove(Actor by, UUID agency, UUID id) {
        leave(by, agency, known(agency, id), Optional.empty());
        transactions.run(JOB, work -> {
            store.remove(work, id, agency);
            return true;
        });
    }

    /// Whatever lies on their desk, whoever leaves is out at once; it is then for an administrator to hand it on.
    private void leave(Actor by, UUID agency, Was was, Optional<UUID> to) {
        var id = was.member().id();
        if (!was.member().active() && !was.sits()) {
            return;
        }
        try {
            changes.leave(by, agency, id, to, REASON, key());
        } catch (Refused refused) {
            if (refused.problem().rule().filter(Leftovers.RULE::equals).isEmpty()) {
                throw refused;
            }
            if (was.member().active()) {
                changes.shut(by, agency, id, REASON);
            }
        }
    }

    /// How it stood before the wish.
    ///
    /// @param spells in the office, until further notice
    /// @param sits   anywhere
    private record Was(Members.Member member, List<Spell> spells, boolean sits) {

        List<UUID> held() {
            return spells.stream().map(Spell::post).distinct().toList();
        }
    }

    private Was known(UUID agency, UUID id) {
        return transactions.run(
                JOB,
                work -> new Was(
                        members.one(work, agency, id), members.spells(work, agency, id), members.sits(work, id)));
    }

    private static UUID once(Supplier<UUID> act) {
        try {
            return act.get();
        } catch (DuplicateKeyException twice) {
            throw Scim.refused(Scim.UNIQUENESS, "externalId", "本单位已有别的人用这个编号。");
        }
    }

    /// Each wish is one of its own: platforms send no number with it.
    private static String key() {
        return UUID.randomUUID().toString();
    }
}
