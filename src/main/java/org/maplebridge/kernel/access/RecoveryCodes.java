package org.maplebridge.kernel.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Sealing;

/// Codes on paper for whoever has lost the phone: ten, shown once, good once each. 80 random bits are not guessed from
/// a hash.
///
/// @param shown as people copy them, such as `abcd-efgh-2345-wxyz`
record RecoveryCodes(List<String> shown) {

    private static final int HOW_MANY = 10;
    private static final int BYTES = 10;
    private static final int LETTERS = 16;

    RecoveryCodes {
        shown = List.copyOf(shown);
    }

    static RecoveryCodes fresh() {
        return new RecoveryCodes(IntStream.range(0, HOW_MANY)
                .mapToObj(number -> OneTimeCode.base32(Sealing.random(BYTES))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("(.{4})(?=.)", "$1-"))
                .toList());
    }

    List<Hash> hashes(UUID account) {
        return shown.stream()
                .map(code -> code.replace("-", ""))
                .map(code -> hash(account, code))
                .toList();
    }

    /// The hash of what somebody typed, if it has the form of such a code.
    static Optional<Hash> read(UUID account, String said) {
        var plain = said.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return plain.length() == LETTERS ? Optional.of(hash(account, plain)) : Optional.empty();
    }

    private static Hash hash(UUID account, String plain) {
        return Hash.sm3(("recovery " + account + " " + plain).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "recovery codes";
    }
}
