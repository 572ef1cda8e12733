package org.maplebridge.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.trail.MerkleTree.Place;

/// The tree against the definitions of RFC 9162 §2.1, written down as they stand there.
class MerkleTreePropertiesTest {

    private static List<Hash> leaves(int count) {
        var leaves = new ArrayList<Hash>();
        for (int i = 0; i < count; i++) {
            leaves.add(MerkleTree.leaf(Hash.sm3(("entry " + i).getBytes(StandardCharsets.UTF_8))));
        }
        return leaves;
    }

    /// MTH as the standard defines it.
    private static Hash naive(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return MerkleTree.node(naive(leaves.subList(0, split)), naive(leaves.subList(split, leaves.size())));
    }

    private static Map<Place, Hash> grown(List<Hash> leaves, int step) {
        Map<Place, Hash> all = new HashMap<>();
        for (int from = 0; from < leaves.size(); from += step) {
            all.putAll(MerkleTree.grow(from, all, leaves.subList(from, Math.min(leaves.size(), from + step))));
        }
        return all;
    }

    @Property(tries = 200)
    void theRootIsThatOfTheStandardHoweverTheLeavesCame(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(min = 1, max = 50) int step) {
        var leaves = leaves(size);
        assertThat(MerkleTree.root(size, grown(leaves, step))).isEqualTo(naive(leaves));
    }

    @Property(tries = 200)
    void everyLeafClimbsToTheRootAndNoOtherDoes(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(min = 0, max = 299) int pick) {
        int leaf = pick % size;
        var leaves = leaves(size);
        var hashes = grown(leaves, 64);
        var path = MerkleTree.inclusion(leaf, size, hashes);
        var root = MerkleTree.root(size, hashes);
        assertThat(MerkleTree.climb(leaves.get(leaf), leaf, size, path)).isEqualTo(root);
        assertThat(MerkleTree.climb(Hash.sm3(new byte[] {7}), leaf, size, path)).isNotEqualTo(root);
    }

    @Property(tries = 200)
    void aConsistencyProofRebuildsBothRoots(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange(min = 1, max = 300) int pick) {
        int earlier = 1 + pick % size;
        var leaves = leaves(size);
        var hashes = grown(leaves, 64);
        var proof = MerkleTree.consistency(earlier, size, hashes);
        assertThat(verified(earlier, size, naive(leaves.subList(0, earlier)), naive(leaves), proof))
                .isTrue();
        if (earlier < size) {
            assertThat(verified(earlier, size, Hash.sm3(new byte[] {7}), naive(leaves), proof))
                    .isFalse();
        }
    }

    /// The verification of RFC 9162 §2.1.4.2.
    private static boolean verified(long first, long second, Hash firstRoot, Hash secondRoot, List<Hash> proof) {
        if (first == second) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        var path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstRoot);
        }
        long at = first - 1;
        long last = second - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        var one = path.getFirst();
        var two = path.getFirst();
        for (Hash beside : path.subList(1, path.size())) {
            if ((at & 1) == 1 || at == last) {
                one = MerkleTree.node(beside, one);
                two = MerkleTree.node(beside, two);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                two = MerkleTree.node(two, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        return one.equals(firstRoot) && two.equals(secondRoot) && last == 0;
    }
}
