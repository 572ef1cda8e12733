package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Hash;

/// One edition of a law as it was read.
///
/// @param file its name below the folder that is imported
/// @param part the part of a law that is spread over several files; empty for a whole one
/// @param passed when it was passed or published
/// @param from first day in force
/// @param stated whether the text says that day
/// @param notes what stands above it: when it was passed and amended
/// @param pieces its provisions in their order
/// @param repeals names of the laws it ends, as keys
/// @param repealDay from when it ends them
/// @param notices what is odd about the file though it was read
/// @param digest of what it says
/// @param parts how many files it was read from
record Statute(
        String file,
        String name,
        String part,
        String level,
        String branch,
        String area,
        LocalDate passed,
        LocalDate from,
        boolean stated,
        List<String> notes,
        List<Piece> pieces,
        List<String> repeals,
        Optional<LocalDate> repealDay,
        List<Notice> notices,
        Hash digest,
        int parts) {

    /// A provision: an article, or what stands outside of them.
    ///
    /// @param number 0 for what is no article
    /// @param line where it begins in the file
    record Piece(int number, int suffix, String label, List<String> headings, String text, int line) {}

    /// Something odd.
    record Notice(int line, String what, String next) {}

    /// What all editions of the law share.
    String key() {
        return LawNames.key(name);
    }

    int articles() {
        return (int) pieces.stream().filter(piece -> piece.number() > 0).count();
    }
}
