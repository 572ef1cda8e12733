package org.maplebridge.kernel.matters;

import java.util.Optional;

/// What a list of matters is asked for, as it stands in the address; see API.md.
record MatterAsked(
        Optional<String> scene,
        Optional<String> stage,
        Optional<String> area,
        Optional<String> colour,
        Optional<String> dueBefore,
        Optional<String> q,
        Optional<Boolean> overdue,
        Optional<Boolean> dueSoon,
        Optional<Boolean> returned,
        Optional<Boolean> open) {}
