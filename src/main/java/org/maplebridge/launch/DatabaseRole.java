package org.maplebridge.launch;

import java.util.Locale;

/// The roles every process of Maplebridge signs in with; none is a superuser, none passes over row policies.
public enum DatabaseRole {
    /// Owns the schemas and runs the migrations.
    OWNER,
    /// Answers requests, with row policies forced.
    APP,
    /// Named system jobs.
    JOB,
    /// Reads trails and log to check them.
    VERIFIER;

    public String login() {
        return "maple_" + name().toLowerCase(Locale.ROOT);
    }
}
