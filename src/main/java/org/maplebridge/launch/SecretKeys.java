package org.maplebridge.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.maplebridge.kernel.ground.KeySource;

/// The secrets of one node that live outside its database. Passwords of the database roles are derived from the
/// oldest master key there, so that several processes that hold the same keys agree on them without a word.
public final class SecretKeys {

    private static final int MASTER_BYTES = 32;

    private final byte[] master;
    private final Path folder;

    private SecretKeys(Path folder, byte[] master) {
        this.folder = folder;
        this.master = master;
    }

    /// Reads the keys of a folder and makes those that are missing.
    public static SecretKeys in(Path folder, Map<String, String> environment) {
        var source = KeySource.of(folder, environment);
        var named = List.of("MAPLEBRIDGE_MASTER_KEY_FILE", "MAPLEBRIDGE_KEYSTORE", "MAPLEBRIDGE_KEY_COMMAND");
        if (named.stream().allMatch(name -> environment.getOrDefault(name, "").isBlank()) && !anyIn(folder)) {
            source.add(1, fresh());
        }
        var keys = source.read();
        return new SecretKeys(folder, Objects.requireNonNull(keys.get(keys.firstKey())));
    }

    /// A first key beside later ones would hide that theirs is gone.
    private static boolean anyIn(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().matches("master(-\\d+)?\\.key"));
        } catch (IOException e) {
            throw new Refusal("读不到密钥文件夹：" + folder + "（" + e + "）", e);
        }
    }

    private static byte[] fresh() {
        var fresh = new byte[MASTER_BYTES];
        new SecureRandom().nextBytes(fresh);
        return fresh;
    }

    /// The password of a database role.
    public String passwordOf(String role) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return encoded(mac.doFinal(("maplebridge/database-role/" + role).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /// The password of the embedded server's superuser; random, not derived: it never leaves this machine.
    String superuserPassword() {
        return readOrMake(folder.resolve("postgres.password"), encoded(fresh())).strip();
    }

    private static String readOrMake(Path file, String fresh) {
        var secret = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            // whole or not at all: a half-written key would lock the folder for good
            var draft = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".key", secret);
            try {
                Files.writeString(draft, fresh + "\n");
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            } finally {
                Files.delete(draft);
            }
            return fresh;
        } catch (IOException e) {
            throw new Refusal("写不了密钥文件：" + file + "（" + e + "）", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refusal("读不到密钥文件：" + file + "（" + e + "）", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
