package org.maplebridge.kernel.messages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Sm3;

/// A gateway that is spoken to by HTTP: JSON with the id, the phone and the words, signed by HMAC-SHA256 over
/// moment and body. The address may name `{id}`. What it says later of an arrival is signed the same way.
final class Gateway implements Carrier {

    static final String MOMENT = "X-Maple-At";
    static final String SIGNATURE = "X-Maple-Signature";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// How far a signed moment may be off.
    private static final long SECONDS_OFF = 300;

    private final Channel channel;
    private final Optional<String> address;
    private final byte[] key;
    private final boolean tells;
    private final Supplier<Instant> now;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// @param address empty where none is configured
    /// @param now the moment, for signatures
    Gateway(Channel channel, Optional<String> address, String key, boolean tells, Supplier<Instant> now) {
        if (address.isPresent() && key.length() < 16) {
            throw new IllegalStateException("the gateway " + channel + " needs a key of at least 16 characters");
        }
        this.channel = channel;
        this.address = address;
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.tells = tells;
        this.now = now;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean open() {
        return address.isPresent();
    }

    @Override
    public boolean tellsArrival() {
        return tells;
    }

    @Override
    public void send(Parcel parcel) throws IOException, Unwanted {
        var body = Canonical.text(Map.of("id", parcel.id().toString(), "to", parcel.to(), "text", parcel.text()));
        var at = String.valueOf(now.get().getEpochSecond());
        var request = HttpRequest.newBuilder(URI.create(
                        address.orElseThrow().replace("{id}", parcel.id().toString())))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", parcel.id().toString())
                .header(MOMENT, at)
                .header(SIGNATURE, signature(at, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == 400 || status == 404 || status == 422) {
                throw new Unwanted("网关不收：" + status);
            }
            if (status / 100 != 2) {
                throw new IOException("网关没有收下：" + status);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    /// Whether a body was signed by whoever has the key, a short while ago.
    boolean signed(String at, String body, String signature) {
        if (!open() || !at.matches("\\d{1,12}")) {
            return false;
        }
        boolean fresh = Math.abs(now.get().getEpochSecond() - Long.parseLong(at)) <= SECONDS_OFF;
        return fresh
                && MessageDigest.isEqual(
                        signature(at, body).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII));
    }

    String signature(String at, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
            return Sm3.hex(mac.doFinal((at + "\n" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
