package org.maplebridge.kernel.staff.scim;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Some of what was found.
///
/// @param startIndex of the first one shown, beginning with 1
record ListResponse<T>(
        List<String> schemas,
        int totalResults,
        int itemsPerPage,
        int startIndex,
        @JsonProperty("Resources") List<T> resources) {

    /// How many are shown at most.
    static final int MOST = 200;

    /// One page. Numbers out of range are taken as the standard says: an index below 1 is 1, a count below 0 is 0.
    static <T> ListResponse<T> page(List<T> all, int startIndex, int count) {
        int first = Math.max(1, startIndex);
        int most = Math.clamp(count, 0, MOST);
        var shown = all.stream().skip(first - 1L).limit(most).toList();
        return new ListResponse<>(List.of(Scim.LIST), all.size(), shown.size(), first, shown);
    }

    static <T> ListResponse<T> whole(List<T> all) {
        return new ListResponse<>(List.of(Scim.LIST), all.size(), all.size(), 1, all);
    }
}
