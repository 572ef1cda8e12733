package org.maplebridge.kernel.orgs;

/// A post somebody sits at on a day.
///
/// @param standsIn whether they stand in for its holder
public record HeldPost(Post post, Agency agency, boolean standsIn) {}
