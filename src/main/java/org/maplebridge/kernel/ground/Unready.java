package org.maplebridge.kernel.ground;

/// Why the program can't start as things are, in words its operator can act on: Chinese, what is wrong, what to do.
public final class Unready extends RuntimeException {

    public Unready(String message) {
        super(message);
    }
}
