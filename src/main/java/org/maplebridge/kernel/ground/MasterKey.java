package org.maplebridge.kernel.ground;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/// The secrets that live outside the database, one for each generation; every other key is derived from one of them
/// for one purpose or sealed under one so derived. Rows say by a name under which generation they were sealed, so that
/// generations can change while the program runs: [MasterKeyWatch] says which one seals from when on.
@Component
public final class MasterKey {

    private static final int NAME_LENGTH = 8;

    private final Path folder;
    private final KeySource source;
    private volatile Held held;

    /// One generation for one purpose.
    ///
    /// @param version a name for it, by which rows say under which they were sealed; tells nothing of the key
    public record Derived(String version, Bytes key) {}

    /// Bytes that are not printed by accident.
    public static final class Bytes {
        private final byte[] value;

        Bytes(byte[] value) {
            this.value = value;
        }

        /// The bytes themselves; not to be changed.
        public byte[] value() {
            return value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }

        @Override
        public String toString() {
            return "…";
        }
    }

    /// @param current the generation that seals
    private record Held(
            SortedMap<Integer, byte[]> generations, int current, ConcurrentHashMap<String, List<Derived>> derived) {

        static Held of(SortedMap<Integer, byte[]> generations, int wanted) {
            int current = generations.containsKey(wanted) ? wanted : generations.firstKey();
            return new Held(generations, current, new ConcurrentHashMap<>());
        }

        /// The one that seals first, then the others, newest first.
        List<Derived> all(String purpose) {
            return derived.computeIfAbsent(purpose, asked -> {
                var order = new ArrayList<>(generations.keySet());
                order.sort((a, b) -> b.compareTo(a));
                order.remove((Object) current);
                order.addFirst(current);
                return order.stream().map(no -> derive(no, asked)).toList();
            });
        }

        private Derived derive(int no, String purpose) {
            byte[] key = Sm3.derive(generations.getOrDefault(no, new byte[0]), purpose);
            return new Derived(nameOf(key), new Bytes(key));
        }
    }

    MasterKey(ConfigurableEnvironment settings) {
        this.folder = Path.of(settings.getRequiredProperty("maple.keys"));
        var environment = new TreeMap<String, String>();
        settings.getSystemEnvironment().forEach((name, value) -> environment.put(name, String.valueOf(value)));
        this.source = KeySource.of(folder, environment);
        var generations = source.read();
        this.held = Held.of(generations, generations.firstKey());
    }

    static String nameOf(byte[] key) {
        return Sm3.hex(Sm3.hash(key)).substring(0, NAME_LENGTH);
    }

    /// What seals for one purpose now.
    public Derived current(String purpose) {
        return held.all(purpose).getFirst();
    }

    /// Every generation for one purpose, the one that seals first.
    public List<Derived> all(String purpose) {
        return held.all(purpose);
    }

    /// The generation a row was sealed under.
    ///
    /// @throws Gone if no key by that name is there any more
    public Derived sealedUnder(String purpose, String version) {
        return find(purpose, version)
                .or(() -> {
                    // another process may have changed over a moment ago
                    reload();
                    return find(purpose, version);
                })
                .orElseThrow(() -> new Gone(purpose, version, source.place()));
    }

    private java.util.Optional<Derived> find(String purpose, String version) {
        return held.all(purpose).stream()
                .filter(each -> each.version().equals(version))
                .findFirst();
    }

    /// The key that seals for one purpose, 32 bytes.
    public byte[] derive(String purpose) {
        return current(purpose).key().value();
    }

    /// The name of the key that seals for one purpose.
    public String version(String purpose) {
        return current(purpose).version();
    }

    /// The folder of keys.
    public Path folder() {
        return folder;
    }

    /// Which generations are there, and what each is called.
    SortedMap<Integer, String> generations() {
        var names = new TreeMap<Integer, String>();
        held.generations().forEach((no, secret) -> names.put(no, nameOf(secret)));
        return names;
    }

    int current() {
        return held.current();
    }

    /// Looks for new generations.
    void reload() {
        held = Held.of(source.read(), held.current());
    }

    /// From now on this generation seals.
    ///
    /// @throws Unready if it is not there
    void sealUnder(int no) {
        if (no == held.current()) {
            return;
        }
        if (!held.generations().containsKey(no)) {
            reload();
        }
        if (!held.generations().containsKey(no)) {
            throw new Unready("主密钥已换到第 " + no + " 代，" + source.place() + " 里却没有它。\n  请从先换的那台机器复制过来。");
        }
        held = Held.of(held.generations(), no);
    }

    /// Puts a new generation where the keys are.
    void add(int no) {
        source.add(no, Sealing.random(Sm3.LENGTH));
        reload();
    }

    /// What was sealed can't be opened: its key is not there.
    public static final class Gone extends IllegalStateException {
        Gone(String purpose, String version, String place) {
            super("the key " + version + " for " + purpose + " is not in " + place);
        }
    }
}
