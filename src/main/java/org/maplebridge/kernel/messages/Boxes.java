package org.maplebridge.kernel.messages;

import java.util.UUID;
import org.maplebridge.kernel.ground.Page;

/// Keys of pages.
final class Boxes {

    private Boxes() {}

    static UUID key(String after) {
        try {
            return UUID.fromString(Page.decode(after, 1).path(0).asString());
        } catch (IllegalArgumentException foreign) {
            throw Page.foreign();
        }
    }
}
