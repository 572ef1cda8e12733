package org.maplebridge.kernel.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.maplebridge.kernel.ground.Sm3;
import org.maplebridge.kernel.ground.Unready;

/// The key that signs for the log, and the public keys this folder vouches for, each a line `id publicKey` of a file
/// beside it. Whoever holds only the database can't add to that file, so no key of theirs is believed.
///
/// To change the key: stop, move `log-sm2.key` away, start. The file keeps the former key's line.
final class SigningKeys {

    static final String SECRET = "log-sm2.key";
    static final String VOUCHED = "log-sm2.trusted";

    private final Path folder;
    private final Sm2 current;

    private SigningKeys(Path folder, Sm2 current) {
        this.folder = folder;
        this.current = current;
    }

    /// Reads the key, or makes one where none has signed yet.
    ///
    /// @param published names of the keys that have signed the log so far; asked only where the key is missing
    static SigningKeys in(Path folder, Supplier<Set<String>> published) {
        try {
            var file = folder.resolve(SECRET);
            if (!Files.exists(file)) {
                refuseIfForgotten(folder, published.get());
                create(folder);
            }
            var keys = new SigningKeys(folder, Sm2.of(secret(file)));
            keys.vouch();
            return keys;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the signing key in " + folder + " can't be read", unreadable);
        }
    }

    private static byte[] secret(Path file) throws IOException {
        try {
            var secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length == Sm3.LENGTH) {
                return secret;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new Unready("签名密钥文件损坏：" + file + "\n  请从备份恢复它（应为 64 位十六进制）。");
    }

    Sm2 current() {
        return current;
    }

    /// By name, as the folder says now: another process may have changed the key.
    Map<String, Receipt.Key> trusted() {
        try {
            return vouched(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the list of signing keys in " + folder + " can't be read", unreadable);
        }
    }

    /// A new key beside a log that others have signed would hide that theirs is gone.
    private static void refuseIfForgotten(Path folder, Set<String> published) throws IOException {
        var forgotten = new TreeSet<>(published);
        forgotten.removeAll(vouched(folder).keySet());
        if (!forgotten.isEmpty()) {
            throw new Unready("""
                    密钥文件夹里没有总账的签名密钥：%1$s
                      数据库里的公布是用密钥 %2$s 签的，这个文件夹却不认得它，所以不另造新的。
                      请从备份把 %3$s 和 %4$s 放回这个文件夹；几台机器共用一个数据库时，从先启动的那台复制过来。
                      签名密钥确实丢了的：只放回 %4$s（每行一把公钥：编号、空格、公钥），重新启动就会换用新的密钥。
                    """.formatted(folder.resolve(SECRET), String.join("、", forgotten), SECRET, VOUCHED)
                    .strip());
        }
    }

    private static Map<String, Receipt.Key> vouched(Path folder) throws IOException {
        var file = folder.resolve(VOUCHED);
        var keys = new TreeMap<String, Receipt.Key>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                var parts = line.strip().split(" ", -1);
                if (parts.length != 2 || !Sm2.named(parts[0], parts[1])) {
                    throw new Unready("公钥文件里有一行不对：" + file + "\n  “" + line + "”\n  每行应是：编号、空格、公钥；请从备份恢复这个文件。");
                }
                keys.put(parts[0], new Receipt.Key(parts[0], Sm2.ALGORITHM, parts[1]));
            }
        }
        return keys;
    }

    /// Put in place whole, before anything is signed.
    private void vouch() throws IOException {
        var keys = vouched(folder);
        if (keys.containsKey(current.id())) {
            return;
        }
        keys.put(current.id(), new Receipt.Key(current.id(), Sm2.ALGORITHM, current.publicKey()));
        var text = new StringBuilder();
        keys.values()
                .forEach(key -> text.append(key.id())
                        .append(' ')
                        .append(key.publicKey())
                        .append('\n'));
        var aside = aside(folder);
        Files.writeString(aside, text, StandardOpenOption.SYNC);
        Files.move(aside, folder.resolve(VOUCHED), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Written aside and linked into place, so that two processes starting at once end up with one key.
    private static void create(Path folder) throws IOException {
        var aside = aside(folder);
        Files.writeString(aside, HexFormat.of().formatHex(Sm2.freshSecret()), StandardOpenOption.SYNC);
        try {
            Files.createLink(folder.resolve(SECRET), aside);
        } catch (FileAlreadyExistsException another) {
            // the other process was first; its key is read
        } finally {
            Files.delete(aside);
        }
    }

    private static Path aside(Path folder) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        return Files.createTempFile(folder, "log-sm2", ".new", owner);
    }
}
