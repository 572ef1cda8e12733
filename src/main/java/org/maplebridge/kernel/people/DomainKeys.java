package org.maplebridge.kernel.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.MasterKey;
import org.maplebridge.kernel.ground.Sealing;
import org.maplebridge.kernel.ground.Sm3;
import org.springframework.stereotype.Component;

/// A key for each secrecy domain: rows of two domains can't be matched by their blind indexes, and what was sealed in
/// one can't be opened as if it were in another.
@Component
class DomainKeys {

    private final MasterKey master;

    DomainKeys(MasterKey master) {
        this.master = master;
    }

    private static String purpose(String domain) {
        return "people " + domain;
    }

    /// The generation that seals now.
    String version(String domain) {
        return master.version(purpose(domain));
    }

    byte[] seal(String domain, UUID place, String clear) {
        var key = Sm3.derive(master.derive(purpose(domain)), "seal");
        return Sealing.seal(key, clear.getBytes(StandardCharsets.UTF_8), bytes(place));
    }

    /// @param version the generation it was sealed under
    String open(String domain, String version, UUID place, byte[] sealed) {
        var under = master.sealedUnder(purpose(domain), version);
        var key = Sm3.derive(under.key().value(), "seal");
        return new String(Sealing.open(key, sealed, bytes(place)), StandardCharsets.UTF_8);
    }

    /// The blind index of a text under the generation that seals now.
    byte[] sign(String domain, String text) {
        return sign(master.current(purpose(domain)), text);
    }

    /// The blind index of a text under every generation that is there: a row may not have been sealed again yet.
    byte[][] signs(String domain, String text) {
        return master.all(purpose(domain)).stream()
                .map(each -> sign(each, text))
                .toArray(byte[][]::new);
    }

    private static byte[] sign(MasterKey.Derived under, String text) {
        return Sm3.keyed(Sm3.derive(under.key().value(), "sign"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /// What tells a persona from others: name with phone, or the sign of one whose name was withheld.
    static Optional<String> told(Optional<String> name, Optional<String> phone, Optional<String> pseudonym) {
        return pseudonym
                .map(sign -> "pseudonym\n" + sign)
                .or(() -> name.flatMap(known -> phone.map(number -> "phone\n" + number + "\n" + known)));
    }

    /// What tells an identifier from others of its kind.
    static String told(Identifier identifier) {
        return identifier.kind().name() + "\n" + identifier.value();
    }
}
