package org.maplebridge.kernel.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.ground.Sealing;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Keeps what files hold in the data folder, sealed in frames of 1 MB under the file's own key (AES-256-GCM). Each
/// frame
/// is bound to its file and its place, so that none can be exchanged or left out unseen; a file cut short is known by
/// its
/// size, which the database holds.
@Component
class Vault {

    /// Bytes of plain text in a frame; the last one may hold less.
    static final int FRAME = 1 << 20;

    /// How many folders the files are spread over.
    static final int FOLDERS = 256;

    /// What sealing adds to a frame: a nonce and a tag.
    private static final int MORE = 28;

    private final Path folder;

    Vault(Environment settings) {
        this.folder = Path.of(settings.getRequiredProperty("maple.data")).resolve("files");
    }

    /// Adds what comes to the end, in whole frames; the last one of the file may be shorter. What would be half a frame
    /// is left, to be sent again.
    ///
    /// @param received how many bytes there are already; what lies beyond was never acknowledged and is overwritten
    /// @param size of the file when it is whole
    /// @return how many bytes there are now
    long append(UUID file, byte[] key, long received, long size, InputStream coming) throws IOException {
        var path = path(file);
        Files.createDirectories(path.getParent());
        try (var out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(sealed(received));
            out.position(sealed(received));
            long now = received;
            while (now < size) {
                var plain = coming.readNBytes((int) Math.min(FRAME, size - now));
                if (plain.length < Math.min(FRAME, size - now)) {
                    break;
                }
                var frame = ByteBuffer.wrap(Sealing.seal(key, plain, place(file, now / FRAME)));
                while (frame.hasRemaining()) {
                    out.write(frame);
                }
                now += plain.length;
            }
            out.force(true);
            return now;
        }
    }

    /// What a file holds.
    ///
    /// @throws Sealing.Broken while reading, if a frame was changed or exchanged
    InputStream open(UUID file, byte[] key, long size) throws IOException {
        return new Frames(file, key, size, Files.newInputStream(path(file)));
    }

    /// Whether everything that should be there is.
    boolean whole(UUID file, long size) {
        try {
            return Files.size(path(file)) == sealed(size);
        } catch (IOException missing) {
            return false;
        }
    }

    /// The files in one of the [#FOLDERS] folders that were last written before a moment.
    List<UUID> before(int which, Instant moment) throws IOException {
        var inside = folder.resolve("%02x".formatted(which));
        if (!Files.isDirectory(inside)) {
            return List.of();
        }
        try (var names = Files.list(inside)) {
            return names.filter(path -> older(path, moment))
                    .map(path -> UUID.fromString(path.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean older(Path path, Instant moment) {
        try {
            return Files.getLastModifiedTime(path).toInstant().isBefore(moment);
        } catch (IOException gone) {
            return false;
        }
    }

    void delete(UUID file) throws IOException {
        Files.deleteIfExists(path(file));
    }

    private Path path(UUID file) {
        var name = file.toString();
        return folder.resolve(name.substring(name.length() - 2)).resolve(name);
    }

    /// How many bytes on the disk hold so many bytes of plain text.
    private static long sealed(long plain) {
        long frames = (plain + FRAME - 1) / FRAME;
        return plain + frames * MORE;
    }

    private static byte[] place(UUID file, long frame) {
        return ByteBuffer.allocate(24)
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .putLong(frame)
                .array();
    }

    /// Opens one frame after the other.
    private static final class Frames extends InputStream {

        private final UUID file;
        private final byte[] key;
        private final long size;
        private final InputStream sealed;
        private long opened;
        private byte[] plain = new byte[0];
        private int at;

        Frames(UUID file, byte[] key, long size, InputStream sealed) {
            this.file = file;
            this.key = key;
            this.size = size;
            this.sealed = sealed;
        }

        @Override
        public int read() throws IOException {
            return ready() ? plain[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (!ready()) {
                return -1;
            }
            int many = Math.min(most, plain.length - at);
            System.arraycopy(plain, at, into, from, many);
            at += many;
            return many;
        }

        private boolean ready() throws IOException {
            if (at < plain.length) {
                return true;
            }
            if (opened == size) {
                return false;
            }
            int expected = (int) Math.min(FRAME, size - opened);
            plain = Sealing.open(key, sealed.readNBytes(expected + MORE), place(file, opened / FRAME));
            opened += plain.length;
            at = 0;
            return true;
        }

        @Override
        public void close() throws IOException {
            sealed.close();
        }
    }
}
