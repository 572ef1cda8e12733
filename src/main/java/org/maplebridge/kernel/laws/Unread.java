package org.maplebridge.kernel.laws;

/// Why a file isn't taken: nothing of it is.
final class Unread extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String next;

    /// @param line where, the first being 1; 0 for the whole file
    /// @param next what to do now
    Unread(int line, String what, String next) {
        super(what, null, false, false);
        this.line = line;
        this.next = next;
    }

    int line() {
        return line;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String next() {
        return next;
    }
}
