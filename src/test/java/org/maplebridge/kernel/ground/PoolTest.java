package org.maplebridge.kernel.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// What a pool of connections does when its very first connection breaks.
@MapleTest
class PoolTest {

    private static final Pattern PLACE = Pattern.compile("//([^:/]+):(\\d+)/");

    @Autowired
    Environment settings;

    @Test
    void aFirstConnectionThatBreaksDoesNotSpoilThePoolForGood() throws IOException, SQLException {
        var url = settings.getRequiredProperty("maple.db.url");
        var place = PLACE.matcher(url);
        assertThat(place.find()).as(url).isTrue();
        try (var wire = new Wire(place.group(1), Integer.parseInt(place.group(2)))) {
            var there = new StandardEnvironment();
            there.getPropertySources()
                    .addFirst(new MapPropertySource(
                            "there",
                            Map.of(
                                    "maple.db.url",
                                    place.replaceFirst("//127.0.0.1:" + wire.door.getLocalPort() + "/"),
                                    "maple.db.app.user",
                                    settings.getRequiredProperty("maple.db.app.user"),
                                    "maple.db.app.password",
                                    settings.getRequiredProperty("maple.db.app.password"))));
            try (var pool = new GroundConfiguration().appPool(there);
                    var connection = pool.getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
            }
            assertThat(wire.cut).as("it broke once").isTrue();
        }
    }

    /// A wire to the database that is cut when it first hears the pool ask for the level of isolation.
    private static final class Wire implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicBoolean cut = new AtomicBoolean();

        Wire(String host, int port) throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!door.isClosed()) {
                    try {
                        var near = door.accept();
                        var far = new Socket(host, port);
                        Thread.ofVirtual().start(() -> carry(near, far, true));
                        Thread.ofVirtual().start(() -> carry(far, near, false));
                    } catch (IOException over) {
                        return;
                    }
                }
            });
        }

        private void carry(Socket from, Socket to, boolean asking) {
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                var bytes = new byte[8192];
                for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                    var heard = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
                    if (asking && heard.contains("ISOLATION LEVEL") && cut.compareAndSet(false, true)) {
                        return;
                    }
                    out.write(bytes, 0, count);
                    out.flush();
                }
            } catch (IOException over) {
                // one end has hung up
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
