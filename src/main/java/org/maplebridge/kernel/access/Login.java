package org.maplebridge.kernel.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.maplebridge.kernel.ground.Hash;

/// A name somebody gives when signing in, whether anybody has it or not; attempts are kept under its hash alone.
record Login(String name, Hash hash) {

    static Login of(String said) {
        var name = said.strip().toLowerCase(Locale.ROOT);
        return new Login(name, Hash.sm3(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "login " + hash;
    }
}
