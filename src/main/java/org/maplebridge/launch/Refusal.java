package org.maplebridge.launch;

/// Why a command cannot go on, in words its user can act on. Shown without a stack trace; the exit status is not 0.
public final class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
