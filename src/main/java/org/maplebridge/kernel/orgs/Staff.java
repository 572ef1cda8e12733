package org.maplebridge.kernel.orgs;

import java.util.UUID;

/// A person who works in an agency; what they may do comes from their posts.
public record Staff(UUID id, String name, UUID agency) {}
