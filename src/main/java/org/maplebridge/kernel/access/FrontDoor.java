package org.maplebridge.kernel.access;

import java.util.List;

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

    /// A scene that lets anybody file.
    record Filing(String name, String title, String about) {}

    /// An account of the demo county, with its password.
    record DemoUser(String user, String password, String name, String post, String agency) {}
}
