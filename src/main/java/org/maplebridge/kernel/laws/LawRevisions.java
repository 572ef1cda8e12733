package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// What a later edition of a law changes, and what of the program's own cites an article that it changes: its data
/// files, the numbers people have entered, the words in its code. Needs a transaction, anybody's.
public interface LawRevisions {

    /// What an edition makes of the one before it; empty if there is no such edition, or none before it.
    Optional<Revision> of(Work work, UUID edition);

    /// The changed articles of a revision that a text cites, such as the article of a parameter.
    List<Article> named(Revision revision, String text);

    /// Where two texts differ.
    List<Part> parts(String before, String after);

    /// @param before the edition it follows
    /// @param law its name
    /// @param lawId the same for all editions
    /// @param passed the day it was passed
    /// @param from the first day it is in force
    /// @param changed the articles that read otherwise, by the numbers under which others cite them
    /// @param places what of the program's own cites one of them
    record Revision(
            UUID edition,
            UUID before,
            String law,
            UUID lawId,
            String key,
            LocalDate passed,
            LocalDate from,
            List<Article> changed,
            List<Place> places) {}

    /// An article that isn't what it was.
    ///
    /// @param label as it is cited: of the edition before, if it was there
    /// @param before its text until the edition; empty where it is new
    /// @param after what became of it; empty where it is gone
    record Article(int number, int suffix, String label, Change change, Optional<Text> before, Optional<Text> after) {}

    /// @param id of the article
    record Text(UUID id, String label, String text) {}

    /// What became of an article.
    enum Change {
        CHANGED,
        ADDED,
        REMOVED,
        /// It has another number, and perhaps other words.
        MOVED
    }

    /// Something that cites an article.
    ///
    /// @param where the file and the name of what cites
    /// @param title what people call it; empty if it has none
    /// @param text as it is written there
    record Place(Kind kind, String where, String title, String text, Article article) {}

    /// What cites.
    enum Kind {
        PARAMETER,
        /// Lists, terms and hints that people work by.
        GUIDE,
        /// Papers and messages that are sent out.
        TEMPLATE,
        /// Words in the code of the program.
        PROGRAM
    }

    /// A stretch of a comparison.
    record Part(Stretch kind, String text) {}

    /// What became of a stretch.
    enum Stretch {
        SAME,
        OUT,
        IN
    }
}
