package org.maplebridge.kernel.matters;

import java.util.Optional;
import org.maplebridge.kernel.access.Actor;

/// Something that can be done to a matter of any scene: a file is added, a session held, somebody is summoned. A module
/// of the kernel brings it as a component; the stage stays.
///
/// What the module keeps of a matter lies in its own schema, in tables with a column `matter`. Their rows are covered
/// by
/// the digest of every entry and destroyed with the matter, as a scene's are, and so change by such verbs only.
///
/// @param <R> what is said; the body's type is named after the module, such as `evidence.Attached@1`
public interface SharedVerb<R extends Record> {

    /// The name at the wire and in the trail. No scene may have a verb of this name.
    String name();

    /// The Chinese title.
    String title();

    /// What comes of it, in a few words.
    String hint();

    /// The record of what is said.
    Class<R> said();

    /// Who may do it.
    By by();

    /// Whether it may be done to a matter that has ended, too.
    default boolean afterEnd() {
        return false;
    }

    /// Whether at least officers may then do it, although parties may not.
    default boolean officersAfterEnd() {
        return afterEnd();
    }

    /// Whether it is about those whom the matter concerns: not for one that concerns nobody.
    default boolean aboutParties() {
        return false;
    }

    /// Why it does not wait for this officer, where it is done [By#ADDRESSED]; empty if it does. Asked within a
    /// transaction of theirs.
    default Optional<Verdict> unaddressed(Matter matter, Actor actor) {
        return Optional.of(new Verdict.NotYours("没有等您“" + title() + "”的。"));
    }

    /// Does it. What is written before a verdict other than [Moved] is rolled back.
    Verdict done(Act act, R said);

    /// Who may do something.
    enum By {
        /// Whoever may make any of the scene's moves, in the office that handles the matter.
        HANDLERS,
        /// They, and the parties.
        PARTIES_TOO,
        /// The party who filed alone, or whoever may act for them.
        FILER,
        /// Any officer whom it waits for, of whatever office that sees the matter: [SharedVerb#unaddressed] says whom.
        ADDRESSED,
        /// The system alone.
        SYSTEM
    }
}
