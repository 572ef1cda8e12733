package org.maplebridge.kernel.trail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.maplebridge.kernel.ground.Hash;

/// The tree of RFC 9162 §2.1 over SM3. Only complete subtrees are kept; the ragged right edge is folded when
/// asked for.
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    /// A complete subtree: it covers the leaves `index · 2^level` up to before `(index + 1) · 2^level`.
    public record Place(int level, long index) {}

    /// The leaf over an entry's hash.
    public static Hash leaf(Hash entry) {
        return Hash.sm3(LEAF, entry.bytes());
    }

    /// The node above two others.
    public static Hash node(Hash left, Hash right) {
        return Hash.sm3(NODE, left.bytes(), right.bytes());
    }

    /// The complete subtrees that cover the first `size` leaves, largest first.
    public static List<Place> peaks(long size) {
        return cover(0, size);
    }

    /// Every complete subtree that comes into being when leaves are added.
    ///
    /// @param before the size so far
    /// @param peaks the hashes at `peaks(before)`
    /// @param added the new leaves
    public static Map<Place, Hash> grow(long before, Map<Place, Hash> peaks, List<Hash> added) {
        var known = new HashMap<>(peaks);
        var made = new HashMap<Place, Hash>();
        long no = before;
        for (Hash leaf : added) {
            var place = new Place(0, no);
            var hash = leaf;
            known.put(place, hash);
            made.put(place, hash);
            while ((place.index() & 1) == 1) {
                var left = known.get(new Place(place.level(), place.index() - 1));
                if (left == null) {
                    throw new IllegalStateException("no hash left of " + place);
                }
                hash = node(left, hash);
                place = new Place(place.level() + 1, place.index() >> 1);
                known.put(place, hash);
                made.put(place, hash);
            }
            no++;
        }
        return made;
    }

    /// The root over the first `size` leaves; the root of nothing is SM3 of nothing.
    public static Hash root(long size, Map<Place, Hash> hashes) {
        return size == 0 ? Hash.sm3() : fold(cover(0, size), hashes);
    }

    /// The places an inclusion proof needs, so that they can be read in one go.
    public static Set<Place> neededForInclusion(long leaf, long size) {
        return places(inclusionRanges(leaf, size));
    }

    /// The inclusion proof of a leaf: the hashes beside the way from the leaf to the root, lowest first.
    public static List<Hash> inclusion(long leaf, long size, Map<Place, Hash> hashes) {
        return inclusionRanges(leaf, size).stream()
                .map(range -> fold(cover(range.from(), range.until()), hashes))
                .toList();
    }

    /// The places a consistency proof needs.
    public static Set<Place> neededForConsistency(long earlier, long size) {
        return places(consistencyRanges(earlier, size));
    }

    /// The proof that the tree of `earlier` leaves is a beginning of the tree of `size` leaves (RFC 9162 §2.1.4).
    public static List<Hash> consistency(long earlier, long size, Map<Place, Hash> hashes) {
        return consistencyRanges(earlier, size).stream()
                .map(range -> fold(cover(range.from(), range.until()), hashes))
                .toList();
    }

    /// The root that an inclusion proof leads to; equal to the published root if the proof holds.
    public static Hash climb(Hash leafHash, long leaf, long size, List<Hash> path) {
        long at = leaf;
        long last = size - 1;
        var hash = leafHash;
        for (Hash beside : path) {
            if (last == 0) {
                throw new IllegalArgumentException("the path is longer than the tree is high");
            }
            if ((at & 1) == 1 || at == last) {
                hash = node(beside, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("the path is shorter than the tree is high");
        }
        return hash;
    }

    private record Range(long from, long until) {}

    private static List<Range> inclusionRanges(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("leaf " + leaf + " is not among " + size);
        }
        var ranges = new ArrayList<Range>();
        long from = 0;
        long until = size;
        while (until - from > 1) {
            long middle = from + split(until - from);
            if (leaf < middle) {
                ranges.addFirst(new Range(middle, until));
                until = middle;
            } else {
                ranges.addFirst(new Range(from, middle));
                from = middle;
            }
        }
        return ranges;
    }

    private static List<Range> consistencyRanges(long earlier, long size) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("no consistency from " + earlier + " to " + size);
        }
        var ranges = new ArrayList<Range>();
        long from = 0;
        long until = size;
        boolean whole = true;
        while (until != earlier) {
            long middle = from + split(until - from);
            if (earlier <= middle) {
                ranges.addFirst(new Range(middle, until));
                until = middle;
            } else {
                ranges.addFirst(new Range(from, middle));
                from = middle;
                whole = false;
            }
        }
        if (!whole) {
            ranges.addFirst(new Range(from, until));
        }
        return ranges;
    }

    /// The largest power of two below the width.
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }

    private static Set<Place> places(Collection<Range> ranges) {
        var places = new LinkedHashSet<Place>();
        ranges.forEach(range -> places.addAll(cover(range.from(), range.until())));
        return places;
    }

    private static List<Place> cover(long from, long until) {
        var places = new ArrayList<Place>();
        long at = from;
        while (at < until) {
            int aligned = at == 0 ? Long.SIZE - 2 : Long.numberOfTrailingZeros(at);
            int fits = Long.SIZE - 1 - Long.numberOfLeadingZeros(until - at);
            int level = Math.min(aligned, fits);
            places.add(new Place(level, at >> level));
            at += 1L << level;
        }
        return places;
    }

    private static Hash fold(List<Place> places, Map<Place, Hash> hashes) {
        Function<Place, Hash> look = place -> {
            var hash = hashes.get(place);
            if (hash == null) {
                throw new IllegalStateException("no hash at " + place);
            }
            return hash;
        };
        var folded = look.apply(places.getLast());
        for (int i = places.size() - 2; i >= 0; i--) {
            folded = node(look.apply(places.get(i)), folded);
        }
        return folded;
    }
}
