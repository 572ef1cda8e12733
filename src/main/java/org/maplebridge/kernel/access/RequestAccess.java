package org.maplebridge.kernel.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Who is asking, as the doorkeeper found; and accounts.
@Component
final class RequestAccess implements Access {

    private final Identities identities;
    private final AccessStore store;
    private final Roles roles;
    private final Passwords passwords;
    private final LeavingStore leaving;
    private final ObjectProvider<Leaver> leavers;

    /// @param leavers asked for late: some of them ask who is asking
    RequestAccess(
            Identities identities,
            AccessStore store,
            Roles roles,
            Passwords passwords,
            LeavingStore leaving,
            ObjectProvider<Leaver> leavers) {
        this.leavers = leavers;
        this.identities = identities;
        this.store = store;
        this.roles = roles;
        this.passwords = passwords;
        this.leaving = leaving;
    }

    @Override
    public Actor current() {
        var request = RequestContextHolder.getRequestAttributes();
        var held = request == null ? null : request.getAttribute(Doorkeeper.ACTOR, RequestAttributes.SCOPE_REQUEST);
        if (held instanceof Actor actor) {
            return actor;
        }
        throw Refused.signInFirst();
    }

    @Override
    public Actor officer(Work work, UUID person, Optional<UUID> post) {
        var nothingShown = Hash.sm3(new byte[0]);
        var identity = identities.identity(work, nothingShown, person, Actor.Kind.OFFICER, "", Optional.empty());
        if (identity.posts().isEmpty()) {
            throw Refused.notYours("这名工作人员今天没有岗位。");
        }
        return identity.actor(post, roles);
    }

    @Override
    public Optional<Role> role(String name) {
        return roles.named(name);
    }

    @Override
    public List<Role> roles() {
        return roles.all();
    }

    @Override
    public UUID open(Work work, AccountOpening given) {
        var faults = new ArrayList<Problem.Field>();
        if (!given.login().matches("[a-z][a-z0-9.-]{1,31}")) {
            faults.add(new Problem.Field("login", "用户名用 2 到 32 个小写字母、数字、点或短横，以字母开头。"));
        }
        Passwords.fault(given.password(), given.login())
                .ifPresent(fault -> faults.add(new Problem.Field("password", fault)));
        Words.fault(given.name(), 40, false).ifPresent(fault -> faults.add(new Problem.Field("name", fault)));
        refuse(faults);
        var id = Ids.at(work.now());
        if (!store.open(id, given, passwords.hash(given.password()))) {
            var taken = new Problem.Field("login", "用户名「" + given.login() + "」已有人用。");
            throw new Refused(Problem.fields(List.of(taken)).withRule(LOGIN_TAKEN));
        }
        return id;
    }

    private static void refuse(List<Problem.Field> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
    }

    @Override
    public void close(Work work, UUID account) {
        store.disable(account);
    }

    @Override
    public void leaves(Work work, UUID person) {
        leaving.end(person).forEach(identities::forget);
        leavers.forEach(each -> each.left(work, person));
    }

    @Override
    public void changed(UUID person) {
        identities.forgetPerson(person);
    }

    @Override
    public java.util.Map<UUID, String> logins(Work work, List<UUID> people) {
        return leaving.logins(people);
    }

    @Override
    public java.util.Map<UUID, SignIn> signIns(Work work, List<UUID> people) {
        return leaving.signIns(people);
    }

    @Override
    public void rename(Work work, UUID person, String name) {
        leaving.rename(person, name);
    }
}
