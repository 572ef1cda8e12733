package org.maplebridge.kernel.scores;

/// What a number of points comes to.
///
/// @param name as in the data file, such as `ORANGE`
/// @param title in Chinese
/// @param colour how it is shown, such as `orange`
public record Band(String name, String title, String colour) {}
