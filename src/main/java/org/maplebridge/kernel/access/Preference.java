package org.maplebridge.kernel.access;

import java.time.OffsetDateTime;
import java.util.Map;

/// What somebody wants remembered of their pages, such as the columns of a list.
///
/// @param name  such as `table.matters`
/// @param value what the page makes of it; the server only keeps it
record Preference(String name, Map<String, String> value, OffsetDateTime changed) {}
