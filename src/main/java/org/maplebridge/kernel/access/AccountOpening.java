package org.maplebridge.kernel.access;

import java.util.Optional;
import java.util.UUID;

/// What it takes to open an account.
///
/// @param login    2 to 32 lower-case letters, digits, dots, hyphens; begins with a letter
/// @param password 10 to 128 characters; kept only as an Argon2id hash
/// @param person   the staff member's id, or the citizen's
/// @param kind     OFFICER or CITIZEN
/// @param name     how to greet them
/// @param toldBy   who tells them the password, so that they must choose another first; empty if nobody else knows it
public record AccountOpening(
        String login, String password, UUID person, Actor.Kind kind, String name, Optional<UUID> toldBy) {

    /// With a password that is its owner's from the beginning.
    public AccountOpening(String login, String password, UUID person, Actor.Kind kind, String name) {
        this(login, password, person, kind, name, Optional.empty());
    }

    @Override
    public String toString() {
        return "account " + login;
    }
}
