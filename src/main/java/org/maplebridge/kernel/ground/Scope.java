package org.maplebridge.kernel.ground;

import java.util.List;

/// Whose eyes a transaction looks through. PostgreSQL's row policies read it; without one no transaction begins.
///
/// @param role which database role runs the statements
/// @param principal who asks, as an opaque id; keys of repeated requests belong to it
/// @param units what may be seen: `unit|domain`, such as `a:33.07.02|general`
public record Scope(Role role, String principal, List<String> units) {

    /// The database roles that run statements after migration.
    public enum Role {
        /// Row policies apply by units.
        APP,
        /// Named system jobs; sees every row.
        JOB,
        /// Reads every row, writes none.
        VERIFIER
    }

    public Scope {
        units = List.copyOf(units);
    }

    /// The scope of a person or of nobody (no units).
    public static Scope of(String principal, List<String> units) {
        return new Scope(Role.APP, principal, units);
    }

    /// The scope of a system job. Its name stands in the trail.
    public static Scope job(String name) {
        return new Scope(Role.JOB, "job:" + name, List.of());
    }

    /// The scope of verification.
    public static Scope verifier() {
        return new Scope(Role.VERIFIER, "verifier", List.of());
    }

    /// A scope that in addition sees the given unit. Only for units that lie within those already held.
    public Scope with(String unit) {
        var more = new java.util.ArrayList<>(units);
        more.add(unit);
        return new Scope(role, principal, more);
    }
}
