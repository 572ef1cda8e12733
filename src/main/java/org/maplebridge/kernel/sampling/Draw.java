package org.maplebridge.kernel.sampling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.maplebridge.kernel.ground.Hash;

/// How a sample is drawn: everything follows from the seed, so that anybody computes the same.
public final class Draw {

    private static final byte[] TAG = "maplebridge/sample/1\n".getBytes(StandardCharsets.US_ASCII);

    private Draw() {}

    /// Something that can be drawn, and the stratum it belongs to.
    public record File(UUID id, UUID stratum) {}

    /// A file with its place in its stratum, from 0.
    public record Placed(File file, int place) {}

    /// The seed: what was ordered, and a root of the log that nobody knew when it was.
    public static Hash seed(String plan, Hash root) {
        return Hash.sm3(TAG, plan.getBytes(StandardCharsets.UTF_8), root.bytes());
    }

    /// By what files are ordered: SM3(seed ‖ id).
    public static Hash key(Hash seed, UUID id) {
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Hash.sm3(seed.bytes(), bytes.array());
    }

    /// All files, each with its place in its stratum.
    public static List<Placed> placed(Hash seed, List<File> files) {
        var keys = new HashMap<UUID, String>();
        files.forEach(file -> keys.put(file.id(), key(seed, file.id()).toString()));
        var next = new HashMap<UUID, Integer>();
        var all = new ArrayList<Placed>();
        files.stream()
                .sorted(Comparator.comparing((File file) -> keys.getOrDefault(file.id(), ""))
                        .thenComparing(File::id))
                .forEach(file -> all.add(new Placed(file, next.merge(file.stratum(), 1, Integer::sum) - 1)));
        return all;
    }

    /// How many are drawn of each stratum: at least one, never more than there are, otherwise by size. Where whole
    /// numbers don't come out even, the largest remainder counts, then the id of the stratum.
    ///
    /// @param sizes how many there are
    /// @param wanted how many are to be drawn in all; more, if there are more strata
    public static Map<UUID, Integer> quotas(Map<UUID, Integer> sizes, int wanted) {
        long all = sizes.values().stream().mapToLong(each -> each).sum();
        var quotas = new TreeMap<UUID, Integer>();
        sizes.forEach((stratum, size) -> {
            if (size > 0) {
                long whole = Math.min(wanted, all) * size / all;
                quotas.put(stratum, (int) Math.max(1, whole));
            }
        });
        var byRemainder = quotas.keySet().stream()
                .sorted(Comparator.comparingLong(
                                (UUID stratum) -> -(Math.min(wanted, all) * sizes.getOrDefault(stratum, 0) % all))
                        .thenComparing(stratum -> stratum))
                .toList();
        long drawn = quotas.values().stream().mapToLong(each -> each).sum();
        for (UUID stratum : byRemainder) {
            if (drawn >= Math.min(wanted, all)) {
                break;
            }
            if (quotas.getOrDefault(stratum, 0) < sizes.getOrDefault(stratum, 0)) {
                quotas.merge(stratum, 1, Integer::sum);
                drawn++;
            }
        }
        return quotas;
    }

    /// How many of so many a share comes to: rounded up, at least one where there is any.
    public static int wanted(java.math.BigDecimal share, int population) {
        return share.multiply(java.math.BigDecimal.valueOf(population))
                .setScale(0, java.math.RoundingMode.CEILING)
                .intValueExact();
    }
}
