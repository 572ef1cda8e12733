package org.maplebridge.kernel.orgs;

/// Who sits at a post on a day.
///
/// @param standsIn whether they stand in for its holder
public record Holder(Staff staff, boolean standsIn) {}
