package org.maplebridge.scenes.requests;

import java.util.Optional;
import java.util.stream.Stream;
import org.maplebridge.kernel.matters.PartyRequest;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;

/// Who decides on a request.
final class RequestsRules {

    private RequestsRules() {}

    /// Whether it is about those who handle the matter: they don't read it.
    static boolean against(PartyRequest said) {
        return said.kind() == PartyRequest.Kind.OBJECT || said.kind() == PartyRequest.Kind.RECUSE;
    }

    /// The office that handles the matter, or the next one above it that has somebody for requests. What is asked
    /// against those who handle it is decided above them.
    static Optional<Agency> office(Directory offices, PartyRequest said) {
        var handling = said.agency().flatMap(offices::agency);
        var first = against(said) ? handling.flatMap(offices::above).or(() -> handling) : handling;
        return Stream.iterate(first, Optional::isPresent, each -> each.flatMap(offices::above))
                .flatMap(Optional::stream)
                .filter(agency -> offices.posts(agency.id()).stream()
                        .anyMatch(post -> post.roles().contains(RequestsLifecycle.OFFICER)))
                .findFirst();
    }
}
