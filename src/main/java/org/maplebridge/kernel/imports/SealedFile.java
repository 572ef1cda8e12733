package org.maplebridge.kernel.imports;

/// A file somebody brought, sealed under a key of its own, which the master key seals.
final class SealedFile {

    private final byte[] sealed;
    private final byte[] wrapped;
    private final String master;

    /// @param wrapped the key
    /// @param master the version of the master key that seals it
    SealedFile(byte[] sealed, byte[] wrapped, String master) {
        this.sealed = sealed;
        this.wrapped = wrapped;
        this.master = master;
    }

    byte[] sealed() {
        return sealed;
    }

    byte[] wrapped() {
        return wrapped;
    }

    String master() {
        return master;
    }
}
