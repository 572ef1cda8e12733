package org.maplebridge.engines.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A provision as bytes in the index.
final class Saved {

    private static final long OPEN = Long.MIN_VALUE;

    private Saved() {}

    static byte[] bytes(Provision provision) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(provision.id());
            out.writeUTF(provision.law());
            write(out, provision.called());
            out.writeInt(provision.number());
            out.writeInt(provision.suffix());
            out.writeUTF(provision.label());
            write(out, provision.headings());
            out.writeUTF(provision.level());
            out.writeUTF(provision.area());
            out.writeLong(provision.from().toEpochDay());
            out.writeLong(provision.until().map(LocalDate::toEpochDay).orElse(OPEN));
            var text = provision.text().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    static Provision provision(byte[] bytes, int offset, int length) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            return new Provision(
                    in.readUTF(),
                    in.readUTF(),
                    list(in),
                    in.readInt(),
                    in.readInt(),
                    in.readUTF(),
                    list(in),
                    in.readUTF(),
                    in.readUTF(),
                    LocalDate.ofEpochDay(in.readLong()),
                    Optional.of(in.readLong()).filter(day -> day != OPEN).map(LocalDate::ofEpochDay),
                    new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static void write(DataOutputStream out, List<String> words) throws IOException {
        out.writeShort(words.size());
        for (var word : words) {
            out.writeUTF(word);
        }
    }

    private static List<String> list(DataInputStream in) throws IOException {
        var words = new ArrayList<String>();
        for (int left = in.readShort(); left > 0; left--) {
            words.add(in.readUTF());
        }
        return List.copyOf(words);
    }
}
