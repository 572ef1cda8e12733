package org.maplebridge.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.kernel.ground.Unready;

/// The key that signs for the log comes and goes in one folder, and the folder remembers which ones it has held.
class SigningKeysTest {

    @TempDir
    Path folder;

    private SigningKeys opened(String... published) {
        return SigningKeys.in(folder, () -> Set.of(published));
    }

    @Test
    void theFirstKeyIsMadeVouchedForAndKept() throws IOException {
        var key = opened().current();
        assertThat(opened().current().id()).isEqualTo(key.id());
        assertThat(opened(key.id()).trusted())
                .containsOnlyKeys(key.id())
                .containsValue(new Receipt.Key(key.id(), Sm2.ALGORITHM, key.publicKey()));
        for (var file : new String[] {SigningKeys.SECRET, SigningKeys.VOUCHED}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left beside them").hasSize(2);
        }
    }

    @Test
    void aChangedKeyKeepsTheFormerOneTrusted() throws IOException {
        var former = opened().current().id();
        Files.delete(folder.resolve(SigningKeys.SECRET));
        var keys = opened(former);
        assertThat(keys.current().id()).isNotEqualTo(former);
        assertThat(keys.trusted()).containsOnlyKeys(former, keys.current().id());
    }

    @Test
    void noNewKeyIsMadeOverALogThatAForgottenKeyHasSigned() throws IOException {
        var former = opened().current().id();
        Files.delete(folder.resolve(SigningKeys.SECRET));
        Files.delete(folder.resolve(SigningKeys.VOUCHED));
        assertThatThrownBy(() -> opened(former))
                .isInstanceOf(Unready.class)
                .hasMessageContaining(former)
                .hasMessageContaining(folder.resolve(SigningKeys.SECRET).toString())
                .hasMessageContaining("请从备份");
        try (var files = Files.list(folder)) {
            assertThat(files).as("no key was made").isEmpty();
        }
    }

    @Test
    void aFolderWithoutItsListVouchesForItsOwnKeyOnly() throws IOException {
        var own = opened().current().id();
        Files.delete(folder.resolve(SigningKeys.VOUCHED));
        assertThat(opened(own, "0123456789abcdef").trusted()).containsOnlyKeys(own);
    }

    @Test
    void brokenFilesAreToldAndLeftAlone() throws IOException {
        var key = opened().current();
        var list = folder.resolve(SigningKeys.VOUCHED);
        var strange = "0123456789abcdef " + key.publicKey() + "\n";
        Files.writeString(list, strange);
        assertThatThrownBy(this::opened).isInstanceOf(Unready.class).hasMessageContaining(list.toString());
        assertThat(list).hasContent(strange);
        var secret = folder.resolve(SigningKeys.SECRET);
        Files.writeString(secret, "00");
        assertThatThrownBy(this::opened).isInstanceOf(Unready.class).hasMessageContaining(secret.toString());
        assertThat(secret).hasContent("00");
    }
}
