package org.maplebridge.kernel.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The one secret that lives outside the database, as a file in the key folder; every other key is derived from it
/// for one purpose or sealed under one so derived.
@Component
public final class MasterKey {

    private final byte[] secret;
    private final Path folder;

    MasterKey(Environment settings) {
        this.folder = Path.of(settings.getRequiredProperty("maple.keys"));
        this.secret = read(folder.resolve("master.key"));
    }

    /// The key for one purpose, 32 bytes.
    public byte[] derive(String purpose) {
        return Sm3.derive(secret, purpose);
    }

    /// A name for the key of one purpose, by which a row says under which it was sealed. Tells nothing of the key.
    public String version(String purpose) {
        return Sm3.hex(Sm3.hash(derive(purpose))).substring(0, 8);
    }

    /// The folder of keys.
    public Path folder() {
        return folder;
    }

    /// 32 bytes in base64url, as the launcher writes them. Without it nothing starts.
    private static byte[] read(Path file) {
        try {
            return Base64.getUrlDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException missing) {
            throw new UncheckedIOException("the master key " + file + " can't be read", missing);
        }
    }
}
