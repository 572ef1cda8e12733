package org.maplebridge.kernel.imports;

/// A file that can't be read at all; nothing of it was taken in. The message is Chinese and says what to do.
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message, null, false, false);
    }
}
