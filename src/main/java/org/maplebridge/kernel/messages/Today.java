package org.maplebridge.kernel.messages;

import java.util.Comparator;
import java.util.List;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.DigestPart;
import org.maplebridge.kernel.ground.Work;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The list of the day, put together from what the modules know.
@Component
class Today {

    private final ObjectProvider<DigestPart> parts;

    Today(ObjectProvider<DigestPart> parts) {
        this.parts = parts;
    }

    List<DigestPart.Section> sections(Work work, Actor actor) {
        return parts.stream()
                .flatMap(part -> part.today(work, actor).stream())
                .sorted(Comparator.comparingInt(DigestPart.Section::order))
                .toList();
    }
}
