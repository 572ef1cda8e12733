package org.maplebridge.kernel.orgs;

/// A kind of agency, from the `agency-kinds` of the data files.
///
/// @param name    such as `TOWN_CENTER`
/// @param title   in Chinese
/// @param general whether agencies of this kind are in charge of whatever comes up in their area
public record AgencyKind(String name, String title, boolean general) {}
