package org.maplebridge.kernel.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where master keys may lie.
class KeySourceTest {

    @TempDir
    Path folder;

    private static byte[] secret(int filled) {
        var secret = new byte[Sm3.LENGTH];
        java.util.Arrays.fill(secret, (byte) filled);
        return secret;
    }

    @Test
    void generationsLieSideBySideInAFolderAndAreNeverOverwritten() {
        var keys = KeySource.of(folder, Map.of());
        assertThatThrownBy(keys::read).isInstanceOf(Unready.class).hasMessageContaining("请从备份恢复");
        keys.add(1, secret(1));
        keys.add(2, secret(2));
        keys.add(2, secret(3));
        assertThat(keys.read()).containsOnlyKeys(1, 2).containsEntry(2, secret(2));
    }

    @Test
    void aKeyFileThatOthersMayReadIsRefused() throws Exception {
        var keys = KeySource.of(folder, Map.of());
        keys.add(1, secret(1));
        Files.setPosixFilePermissions(folder.resolve("master.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(keys::read).isInstanceOf(Unready.class).hasMessageContaining("chmod 600");
    }

    @Test
    void aKeyStoreHoldsGenerationsAsSecretKeys() throws Exception {
        var file = folder.resolve("keys.p12");
        Files.writeString(folder.resolve("keys.p12.password"), "correct-horse\n");
        var password = "correct-horse".toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        for (int no = 1; no <= 2; no++) {
            store.setEntry(
                    "master-" + no,
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(secret(no), "AES")),
                    new KeyStore.PasswordProtection(password));
        }
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        var keys = KeySource.of(folder, Map.of("MAPLEBRIDGE_KEYSTORE", file.toString()));
        assertThat(keys.read()).containsOnlyKeys(1, 2).containsEntry(2, secret(2));
        assertThatThrownBy(() -> keys.add(3, secret(3)))
                .isInstanceOf(Unready.class)
                .hasMessageContaining("keytool");
        Files.writeString(folder.resolve("keys.p12.password"), "wrong");
        assertThatThrownBy(keys::read).isInstanceOf(Unready.class).hasMessageContaining("打不开密钥库");
    }

    @Test
    void aProgramOfOnesOwnFetchesKeysFromWhereverTheyAreKept() throws Exception {
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret(7));
        var program = folder.resolve("fetch");
        Files.writeString(program, "#!/bin/sh\necho '1 " + key + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        var keys = KeySource.of(folder, Map.of("MAPLEBRIDGE_KEY_COMMAND", program.toString()));
        assertThat(keys.read()).containsOnlyKeys(1).containsEntry(1, secret(7));
        Files.writeString(program, "#!/bin/sh\necho 'no key today'\n");
        assertThatThrownBy(keys::read).isInstanceOf(Unready.class).hasMessageContaining("答得不对");
        Files.writeString(program, "#!/bin/sh\nexit 3\n");
        assertThatThrownBy(keys::read).isInstanceOf(Unready.class).hasMessageContaining("没有成功");
    }
}
