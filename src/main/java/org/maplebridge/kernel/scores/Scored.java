package org.maplebridge.kernel.scores;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a card makes of what is known.
///
/// @param points up to the card's most, with at most two decimals
/// @param known  how many facts of the card are known
/// @param of     how many there are
/// @param version the card and its version
/// @param reasons every one that counts, in the order of the card; never empty
/// @param least  what nobody may go below by hand while the fact stands
/// @param numbers the versions of the numbers it was counted with
public record Scored(
        BigDecimal points,
        Band band,
        int known,
        int of,
        String version,
        List<Reason> reasons,
        Optional<Band> least,
        List<String> numbers) {

    public Scored {
        reasons = List.copyOf(reasons);
        numbers = List.copyOf(numbers);
    }

    /// Why the points are what they are.
    ///
    /// @param factor the name of the factor or fact on the card; empty for a remark on the whole
    /// @param points what it adds
    public record Reason(Optional<String> factor, Effect effect, BigDecimal points, String words) {}

    /// What a reason does.
    public enum Effect {
        ADDS,
        UNKNOWN,
        JUMPS,
        REMARK
    }

    /// The points as a whole number.
    ///
    /// @throws ArithmeticException if there are halves: for cards without graded factors
    public int whole() {
        return points.intValueExact();
    }

    /// The reasons in words.
    public List<String> words() {
        return reasons.stream().map(Reason::words).toList();
    }
}
