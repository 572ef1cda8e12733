package org.maplebridge.kernel.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.springframework.stereotype.Component;

/// Slows down whoever tries too often: a bucket for each thing and key that holds a minute's worth and refills evenly.
/// In memory of one process: with several, each allows as many.
@Component
public final class Throttle {

    private static final int MOST_BUCKETS = 50_000;
    private static final long MINUTE = 60_000_000_000L;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    private record Bucket(double left, long at, boolean refused) {}

    Throttle() {}

    /// Takes one from the bucket.
    ///
    /// @param what      what is tried, such as `sign-in`
    /// @param key       by whom, such as an address
    /// @param perMinute how often is allowed
    /// @throws Refused with 429 if it is empty, saying when to come back
    public void spend(String what, String key, int perMinute) {
        long now = System.nanoTime();
        if (buckets.size() >= MOST_BUCKETS) {
            buckets.values().removeIf(bucket -> now - bucket.at() > MINUTE);
        }
        var after = buckets.compute(what + "|" + key, (name, before) -> taken(before, now, perMinute));
        if (after.refused()) {
            int seconds = Math.max(1, Math.round(60.0f / perMinute));
            throw new Refused(
                    Problem.of(429, "too-many", "请稍后再试", "操作太频繁了。")
                            .withRule(what)
                            .withNext(seconds + " 秒后再试。"),
                    seconds);
        }
    }

    /// Forgets everybody who has tried, for instance when the database below is another.
    public void forget() {
        buckets.clear();
    }

    private static Bucket taken(@Nullable Bucket before, long now, int perMinute) {
        if (before == null) {
            return new Bucket(perMinute - 1.0, now, false);
        }
        double refilled = Math.min(perMinute, before.left() + (double) (now - before.at()) / MINUTE * perMinute);
        return refilled < 1 ? new Bucket(refilled, now, true) : new Bucket(refilled - 1, now, false);
    }
}
