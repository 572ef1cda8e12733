package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// Who is asking. Controllers simply take an [Actor] as an argument; this face is for the rest.
public interface Access {

    /// The rule by which two accounts never share a login, also when one of them is closed.
    String LOGIN_TAKEN = "access.login-taken";

    /// The actor of the request being answered: whoever signed in, or a visitor at a public door.
    ///
    /// @throws Refused with 401 outside a request or before its door was passed
    Actor current();

    /// The actor somebody would be today, under the given post or their first one. For scopes built again from an
    /// entry, for imports and for tests.
    ///
    /// @throws Refused with 403 if they don't sit at that post today
    Actor officer(Work work, UUID person, Optional<UUID> post);

    /// A role by its name.
    Optional<Role> role(String name);

    /// Every role the data files declare, by name.
    List<Role> roles();

    /// Opens an account. Only in the work of a job.
    ///
    /// @return the account's id
    /// @throws Refused naming the fields at fault in Chinese
    UUID open(Work work, AccountOpening given);

    /// Closes an account and ends its sessions and tokens; other processes notice within ten seconds. Only in the work
    /// of a job.
    void close(Work work, UUID account);

    /// Closes whatever accounts a member of staff has and ends their sessions and tokens. Only in the work of a job.
    void leaves(Work work, UUID person);

    /// The posts of somebody have changed, or their account has: their next request counts it. After the commit.
    void changed(UUID person);

    /// How members of staff sign in, of those who can. Only in the work of a job.
    java.util.Map<UUID, String> logins(Work work, List<UUID> people);

    /// How members of staff sign in, or did before they left. Only in the work of a job.
    java.util.Map<UUID, SignIn> signIns(Work work, List<UUID> people);

    /// Somebody is called otherwise from now on. Only in the work of a job.
    void rename(Work work, UUID person, String name);

    /// How somebody signs in.
    ///
    /// @param open whether they still can
    record SignIn(String login, boolean open) {}
}
