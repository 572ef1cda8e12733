package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Canonical;

/// A matter with everything of its own that the kernel keeps. Its canonical text, together with the scene's rows,
/// is
/// what the fact digest covers.
///
/// @param openChildren how many blocking children are open; not part of the digest, since they change by themselves
/// @param erased whether its content was destroyed by order; not part of the digest, whose key is gone then
/// @param stopped whether the officer for whom it was read has an interest in it; not part of the digest either
record MatterState(
        Matter matter,
        List<Deadline> deadlines,
        List<Party> parties,
        List<Link> links,
        List<Recusal> recusals,
        int openChildren,
        boolean erased,
        boolean stopped) {

    MatterState {
        deadlines = List.copyOf(deadlines);
        parties = List.copyOf(parties);
        links = List.copyOf(links);
        recusals = List.copyOf(recusals);
    }

    /// A matter of which nobody keeps out.
    MatterState(Matter matter, List<Deadline> deadlines, List<Party> parties, List<Link> links, int openChildren) {
        this(matter, deadlines, parties, links, List.of(), openChildren, false, false);
    }

    MatterState with(Matter changed) {
        return new MatterState(changed, deadlines, parties, links, recusals, openChildren, erased, stopped);
    }

    MatterState withDeadlines(List<Deadline> changed) {
        return new MatterState(matter, changed, parties, links, recusals, openChildren, erased, stopped);
    }

    MatterState withParties(List<Party> changed) {
        return new MatterState(matter, deadlines, changed, links, recusals, openChildren, erased, stopped);
    }

    /// With these parties, and called by the first of them who don't speak for others.
    MatterState named(List<Party> changed) {
        var label = matter.label();
        var names = changed.stream()
                .filter(each -> !PartyRoles.speaksForOthers(each.role()))
                .map(Party::shown)
                .distinct()
                .limit(3)
                .collect(Collectors.joining("、"));
        return withParties(changed)
                .with(matter.with(new Matter.Label(
                        label.code(), label.title(), label.category(), label.colour(), Optional.of(names))));
    }

    MatterState withLinks(List<Link> changed) {
        return new MatterState(matter, deadlines, parties, changed, recusals, openChildren, erased, stopped);
    }

    MatterState withRecusals(List<Recusal> changed) {
        return new MatterState(matter, deadlines, parties, links, changed, openChildren, erased, stopped);
    }

    /// Whether it had ended before it came here.
    boolean archived() {
        return matter.origin().source().equals(Optional.of(Endings.ARCHIVED));
    }

    /// The limit that ends first among those running.
    Optional<Deadline> nearest() {
        return deadlines.stream()
                .filter(deadline -> deadline.state() == Deadline.State.RUNNING)
                .min(java.util.Comparator.comparing(Deadline::due));
    }

    /// What the fact digest covers. The end of the chain is left out: the digest is part of it.
    byte[] facts(List<String> sceneRows) {
        var form = new TreeMap<String, Object>();
        var plain = new TreeMap<String, Object>();
        plain.put("id", matter.id());
        plain.put("scene", matter.scene());
        plain.put("life", matter.life());
        plain.put("domain", matter.domain());
        plain.put("stage", matter.stage());
        plain.put("office", matter.office());
        plain.put("label", matter.label());
        plain.put("origin", matter.origin());
        plain.put("standing", matter.standing());
        matter.due().ifPresent(due -> plain.put("due", due));
        form.put("matter", plain);
        form.put("deadlines", deadlines);
        form.put("parties", parties);
        form.put("links", links);
        if (!recusals.isEmpty()) {
            form.put("recusals", recusals);
        }
        form.put("rows", sceneRows);
        return Canonical.bytes(form);
    }
}
