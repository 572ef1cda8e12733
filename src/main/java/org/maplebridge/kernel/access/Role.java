package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.orgs.Level;

/// What a post may do and how far it sees, from the `roles` of the data files:
/// `{name: disputes.mediator, title: 人民调解员, sees: post|agency|area, domains: [general], level: VILLAGE,
/// supervises: false}`.
///
/// @param name       such as `disputes.mediator`
/// @param title      in Chinese
/// @param sees       how far
/// @param domains    the secrecy domains it opens
/// @param level      counts only at posts of agencies of this level, if given
/// @param supervises whether supervisors' pages are for it
public record Role(
        String name, String title, Sees sees, List<String> domains, Optional<Level> level, boolean supervises) {

    /// How far a role sees.
    public enum Sees {
        /// What lies on the post's own desk.
        POST,
        /// What its agency handles.
        AGENCY,
        /// What happens in its agency's area.
        AREA
    }

    public Role {
        domains = List.copyOf(domains);
    }
}
