package org.maplebridge.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/// What a scanner for malware is sent, and what is made of its answer. The scanner here only speaks the protocol.
class ScannerTest {

    private static final byte[] FILE = new byte[150_000];

    private static Scanner at(String address) {
        return new Scanner(new MockEnvironment().withProperty("maple.scanner.address", address));
    }

    @FunctionalInterface
    private interface Talk {
        void with(Scanner scanner) throws IOException;
    }

    /// Returns what the scanner was sent.
    private static byte[] scanned(String answer, Talk talk)
            throws IOException, InterruptedException, ExecutionException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var heard = CompletableFuture.supplyAsync(() -> listened(server, answer));
            talk.with(at("127.0.0.1:" + server.getLocalPort()));
            return heard.get();
        }
    }

    private static byte[] listened(ServerSocket server, String answer) {
        try (var socket = server.accept()) {
            var in = new DataInputStream(socket.getInputStream());
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            var all = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                all.writeBytes(in.readNBytes(length));
            }
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            return all.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static FileCheck.Content file() {
        return () -> new ByteArrayInputStream(FILE);
    }

    @Test
    void aCleanFileIsSentWholeAndSaysWhoHasLooked() throws Exception {
        var sent = scanned("stream: OK\0", scanner -> {
            var report = scanner.scan(file());
            assertThat(report.found()).isEmpty();
            assertThat(report.by()).contains("ClamAV");
        });
        assertThat(sent).isEqualTo(FILE);
    }

    @Test
    void whatIsFoundIsNamed() throws Exception {
        scanned(
                "stream: Eicar-Test-Signature FOUND\0",
                scanner -> assertThat(scanner.scan(file()).found()).contains("Eicar-Test-Signature"));
    }

    @Test
    void nothingIsTakenInUnseenWhereAScannerIsNamed() throws Exception {
        scanned(
                "stream: INSTREAM size limit exceeded. ERROR\0",
                scanner -> assertThatThrownBy(() -> scanner.scan(file())).isInstanceOf(IOException.class));
        int nobody;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = server.getLocalPort();
        }
        assertThatThrownBy(() -> at("127.0.0.1:" + nobody).scan(file())).isInstanceOf(IOException.class);
    }

    @Test
    void withoutAScannerAFileSaysThatNobodyHasLooked() throws IOException {
        assertThat(at(" ").scan(file()).by()).isEqualTo(Scanner.UNSCANNED);
    }

    @Test
    void anAddressWithoutAPortStopsTheStart() {
        assertThatThrownBy(() -> at("localhost"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("localhost:3310");
    }
}
