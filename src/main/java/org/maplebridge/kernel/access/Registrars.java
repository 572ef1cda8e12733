package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.stereotype.Component;

/// What a registrar may lay hands on: the accounts of their own agency, and how one signs in never to their own. Of the
/// offices below they give passwords and take codes away: an office may have no registrar, or only the one.
@Component
final class Registrars {

    static final int LONGEST_REASON = 200;

    private final Offices offices;
    private final AccountStore accounts;

    Registrars(Offices offices, AccountStore accounts) {
        this.offices = offices;
        this.accounts = accounts;
    }

    /// An account of the registrar's own agency; any other looks as if it weren't there.
    AccountStore.Account account(Work work, UUID id, Actor actor) {
        return accounts.account(id)
                .filter(account -> offices.at(work)
                        .staff(account.person())
                        .filter(staff -> Optional.of(staff.agency()).equals(actor.agency()))
                        .isPresent())
                .orElseThrow(() -> Refused.notFound("账号"));
    }

    /// An account of the registrar's own agency or one below; any other looks as if it weren't there.
    AccountStore.Account within(Work work, UUID id, Actor actor) {
        return accounts.account(id)
                .filter(account -> officeOf(work, account.person(), actor).isPresent())
                .orElseThrow(() -> Refused.notFound("账号"));
    }

    /// Where somebody works, if that is the registrar's own agency or one below.
    Optional<Agency> officeOf(Work work, UUID person, Actor actor) {
        var directory = offices.at(work);
        var own = actor.agency().flatMap(directory::agency);
        return directory
                .staff(person)
                .flatMap(staff -> directory.agency(staff.agency()))
                .filter(theirs ->
                        own.isPresent() && directory.superior(theirs, own.get()).equals(own));
    }

    /// As [#account], of somebody else.
    AccountStore.Account ofAnother(Work work, UUID id, Actor actor, String why) {
        return another(account(work, id, actor), actor, why);
    }

    /// As [#within], of somebody else.
    AccountStore.Account rescued(Work work, UUID id, Actor actor, String why) {
        return another(within(work, id, actor), actor, why);
    }

    private static AccountStore.Account another(AccountStore.Account account, Actor actor, String why) {
        if (account.person().equals(actor.person())) {
            throw Refused.notYours(why);
        }
        return account;
    }

    static String reason(@Nullable String said, String asked) {
        var reason = Words.kept(Optional.ofNullable(said).orElse(""));
        var fault = reason.length() < 2 ? Optional.of(asked) : Words.fault(reason, LONGEST_REASON, false);
        fault.ifPresent(wrong -> {
            throw new Refused(Problem.fields(List.of(new Problem.Field("reason", wrong))));
        });
        return reason;
    }
}
