package org.maplebridge.engines.search;

import java.time.LocalDate;
import java.util.Set;

/// What is looked for.
///
/// @param words anybody's words, an article, the name of a law
/// @param limit how many hits at most
/// @param on the day the law is asked for
/// @param inForce whether only what is in force on that day
/// @param levels only these; empty for all
/// @param areas laws of these areas besides those of the whole country; empty for all
public record Question(String words, int limit, LocalDate on, boolean inForce, Set<String> levels, Set<String> areas) {}
