/// Who is asking, and what they may see and do: sign-in, sessions, tokens, roles, and the one decision in front of
/// every endpoint. Kept apart from the row policies on purpose: this module says whose eyes a transaction looks
/// through, PostgreSQL decides what those eyes see.
/// Grounds: Cybersecurity Law, art. 23 (access control and logs of at least six months).
@NullMarked
@ApplicationModule(
        id = "access",
        displayName = "登录与权限",
        allowedDependencies = {"ground", "calendar", "orgs", "parameters"})
package org.maplebridge.kernel.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
