package org.maplebridge.kernel.evidence;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Asks a scanner for malware, by the protocol of ClamAV's daemon (`INSTREAM`), where the county runs one:
/// `maple.scanner.address` is its host and port. Where there is none, files say that nobody has looked.
@Component
class Scanner {

    static final String UNSCANNED = "没有检查";

    private static final int TIMEOUT_MILLIS = 120_000;
    private static final int CHUNK = 1 << 16;

    private final Optional<String> address;

    Scanner(Environment settings) {
        this.address = Optional.ofNullable(settings.getProperty("maple.scanner.address"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        address.filter(text -> !text.matches(".+:\\d{1,5}")).ifPresent(wrong -> {
            throw new IllegalStateException("maple.scanner.address is a host and a port, such as localhost:3310");
        });
    }

    /// @param by what looked, in words
    /// @param found the name of what was found
    record Report(String by, Optional<String> found) {}

    /// @throws IOException if a scanner is named and does not answer: nothing is taken in unseen then
    Report scan(FileCheck.Content content) throws IOException {
        if (address.isEmpty()) {
            return new Report(UNSCANNED, Optional.empty());
        }
        var said = address.get();
        int colon = said.lastIndexOf(':');
        try (var socket = new Socket();
                var in = content.open()) {
            socket.connect(
                    new InetSocketAddress(said.substring(0, colon), Integer.parseInt(said.substring(colon + 1))),
                    TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            send(in, out);
            var answer = new String(socket.getInputStream().readNBytes(1 << 12), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
            if (answer.endsWith("OK")) {
                return new Report("已检查（ClamAV）", Optional.empty());
            }
            if (answer.endsWith("FOUND")) {
                return new Report(
                        "已检查（ClamAV）",
                        Optional.of(answer.replace("stream: ", "").replace(" FOUND", "")));
            }
            throw new IOException("the scanner says: " + answer);
        }
    }

    private static void send(InputStream in, DataOutputStream out) throws IOException {
        var buffer = new byte[CHUNK];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.writeInt(read);
            out.write(buffer, 0, read);
        }
        out.writeInt(0);
        out.flush();
    }
}
