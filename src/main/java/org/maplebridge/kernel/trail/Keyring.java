package org.maplebridge.kernel.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.UUID;
import org.maplebridge.kernel.ground.MasterKey;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.ground.Sm3;
import org.springframework.stereotype.Component;

/// The keys that live outside the database: the master key that seals matters' keys, and the signing key of the
/// log.
@Component
class Keyring {

    private final byte[] master;
    private final String masterVersion;
    private final Sm2 signing;

    Keyring(MasterKey masterKey) {
        this.master = masterKey.derive("matter keys");
        this.masterVersion = masterKey.version("matter keys");
        this.signing = Sm2.of(HexFormat.of().parseHex(text(masterKey.folder().resolve("log-sm2.key"))));
    }

    Sm2 signing() {
        return signing;
    }

    MatterKey fresh(UUID matter) {
        var secret = Sealing.random(Sm3.LENGTH);
        return new MatterKey(matter, secret, Sealing.seal(master, secret, MatterKey.place(matter, 0)), masterVersion);
    }

    MatterKey open(UUID matter, byte[] wrapped, String version) {
        if (!version.equals(masterVersion)) {
            throw new IllegalStateException("the key of matter " + matter + " is sealed under master key " + version
                    + ", but the key folder holds " + masterVersion);
        }
        return new MatterKey(matter, Sealing.open(master, wrapped, MatterKey.place(matter, 0)), wrapped, masterVersion);
    }

    private static String text(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the signing key " + file + " can't be read", unreadable);
        }
    }

    /// Written aside and linked into place, so that two processes starting at once end up with one key.
    private static void create(Path file) throws IOException {
        var aside = Files.createTempFile(
                file.getParent(),
                "log-sm2",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(aside, HexFormat.of().formatHex(Sm2.freshSecret()), StandardOpenOption.SYNC);
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException another) {
            // the other process was first; its key is read
        } finally {
            Files.delete(aside);
        }
    }
}
