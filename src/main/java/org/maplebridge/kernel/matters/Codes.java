package org.maplebridge.kernel.matters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.MasterKey;
import org.maplebridge.kernel.ground.Sm3;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Progress codes: how somebody without an account asks after their matter.
@Component
class Codes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final int DIGITS = 4;

    private static final String ADD = "insert into matters.code (code, matter, digits) values (?, ?, ?)";

    private static final String FIND = "select matter, persona, domain from matters.by_code(:code, :digits)";

    private final JdbcClient db;
    private final byte[] key;
    private final byte[] drawing;

    Codes(JdbcClient db, MasterKey master) {
        this.db = db;
        this.key = master.derive("progress codes");
        this.drawing = master.derive("progress digits");
    }

    /// A matter found by its code, and as whom it may be looked at.
    record Found(UUID matter, UUID persona, String domain) {}

    /// Ten letters that are not mistaken for one another: some 49 bits.
    String fresh() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /// The digits that go with a code: the last four of the phone, or four drawn for the code.
    String digits(String code, Optional<String> phone) {
        return phone.map(number -> number.replaceAll("\\D", ""))
                .filter(number -> number.length() >= DIGITS)
                .map(number -> number.substring(number.length() - DIGITS))
                .orElseGet(() -> drawn(code));
    }

    /// What nobody can guess who hasn't got the key, and who sends the same again is told again.
    private String drawn(String code) {
        var digest = Sm3.keyed(drawing, code.getBytes(StandardCharsets.UTF_8));
        return "%04d"
                .formatted(Integer.remainderUnsigned(ByteBuffer.wrap(digest).getInt(), 10_000));
    }

    /// The digits once more for somebody whose answer was lost; empty if they are those of a phone.
    Optional<String> again(String code) {
        return Optional.of(drawn(code)).filter(digits -> find(code, digits).isPresent());
    }

    void add(Batch batch, String code, UUID matter, String digits) {
        batch.add(ADD, code, matter, sealed(code, digits));
    }

    Optional<Found> find(String asked, String digits) {
        var code = asked.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return db.sql(FIND)
                .param("code", code)
                .param("digits", sealed(code, digits.strip()))
                .query((row, at) -> new Found(
                        row.getObject("matter", UUID.class),
                        row.getObject("persona", UUID.class),
                        row.getString("domain")))
                .optional();
    }

    private byte[] sealed(String code, String digits) {
        return Sm3.keyed(key, (code + "\n" + digits).getBytes(StandardCharsets.UTF_8));
    }
}
