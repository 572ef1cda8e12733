package org.maplebridge.kernel.orgs;

import java.util.List;
import java.util.UUID;

/// A desk in an agency. Work belongs to it, whoever sits there.
///
/// @param roles names of the roles it carries, such as `disputes.mediator`
public record Post(UUID id, UUID agency, String title, List<String> roles) {

    public Post {
        roles = List.copyOf(roles);
    }
}
