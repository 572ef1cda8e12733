package org.maplebridge.scenes.lessons;

import java.util.List;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Party;
import org.maplebridge.kernel.people.Personas;
import org.maplebridge.kernel.people.Personas.Revealed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The names that must not stand in a lesson: those of the parties behind it, as far as whoever writes reaches them.
/// They
/// are compared with and shown to nobody.
@Component
class LessonsNames {

    private static final int MOST_LOOKED_AT = 200;

    private final ObjectProvider<Matters> matters;
    private final Personas personas;

    /// @param matters asked for late: they know every scene, this one too
    LessonsNames(ObjectProvider<Matters> matters, Personas personas) {
        this.matters = matters;
        this.personas = personas;
    }

    List<String> of(Lesson lesson) {
        return lesson.counted().behind().stream()
                .limit(MOST_LOOKED_AT)
                .flatMap(each -> matters.getObject().parties(each).stream())
                .map(Party::persona)
                .distinct()
                .flatMap(persona -> personas.reveal(persona).flatMap(Revealed::name).stream())
                .filter(name -> name.codePointCount(0, name.length()) > 1)
                .distinct()
                .toList();
    }
}
