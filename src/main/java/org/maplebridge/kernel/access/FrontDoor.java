package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Optional;

/// What modules to the right put on the first page of the public, `GET /api/public/about`.
public interface FrontDoor {

    /// The kinds of matters anybody may file.
    default List<Filing> filings() {
        return List.of();
    }

    /// Who can sign in to a demo folder; never anything else.
    default List<DemoUser> demoUsers() {
        return List.of();
    }

    /// How far something is that has to be over before anybody can come in, such as the past of a new demo folder.
    default Optional<Underway> underway() {
        return Optional.empty();
    }

    /// Days lived, and what happened in them.
    ///
    /// @param day  those that are over
    /// @param days all of them
    record Underway(int day, int days, int matters, int moves) {}

    /// A scene that lets anybody file.
    record Filing(String name, String title, String about) {}

    /// An account of the demo county, with its password.
    record DemoUser(String user, String password, String name, String post, String agency) {}
}
