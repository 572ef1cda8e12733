package org.maplebridge.kernel.matters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final int CHOICES = 10_000;

    private static final String DIGESTS = "progress codes";
    private static final String DRAWING = "progress digits";

    private static final String ADD =
            "insert into matters.code (code, matter, digits, key_version) values (?, ?, ?, ?)";

    private static final String SHARE = """
        insert into matters.code_holder (matter, persona, digits, key_version, until)
        values (?, ?, ?, ?, ?)
        on conflict (matter, persona) do update
           set digits = excluded.digits, key_version = excluded.key_version, until = excluded.until\
        """;

    private static final String FOLLOW =
            "update matters.code set digits = ?, key_version = ? where matter = ? and digits = any (?)";

    private static final String FOLLOW_SHARED = """
        update matters.code_holder
           set digits = ?, key_version = ?
         where matter = ? and persona = ? and digits = any (?)\
        """;

    private static final String SHUT =
            "update matters.code_holder set until = least(coalesce(until, 'infinity'), ?) where matter = ? and persona"
                    + " = ?";

    private static final String FIND =
            "select matter, persona, domain from matters.by_code(:code, :digits, ground.moment(), :others)";

    private static final String MATTER = "select matter from matters.code where code = :code";

    private static final String CLOSED = "select closed from matters.code where matter = :matter";

    private final JdbcClient db;
    private final MasterKey master;
    private final PartySides sides;

    Codes(JdbcClient db, MasterKey master, PartySides sides) {
        this.sides = sides;
        this.db = db;
        this.master = master;
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
        return phone.flatMap(Codes::lastOf).orElseGet(() -> drawn(code, master.derive(DRAWING)));
    }

    /// The last four digits of a phone.
    static Optional<String> lastOf(String phone) {
        return Optional.of(phone.replaceAll("\\D", ""))
                .filter(number -> number.length() >= DIGITS)
                .map(number -> number.substring(number.length() - DIGITS));
    }

    /// What nobody can guess who hasn't got the key, and who sends the same again is told again.
    private static String drawn(String code, byte[] drawing) {
        var digest = Sm3.keyed(drawing, code.getBytes(StandardCharsets.UTF_8));
        return "%04d"
                .formatted(Integer.remainderUnsigned(ByteBuffer.wrap(digest).getInt(), CHOICES));
    }

    /// The digits once more for somebody whose answer was lost; empty if they are those of a phone.
    Optional<String> again(String code) {
        return drawnFor(code).filter(digits -> find(code, digits).isPresent()).findFirst();
    }

    private Stream<String> drawnFor(String code) {
        return master.all(DRAWING).stream().map(each -> drawn(code, each.key().value()));
    }

    void add(Batch batch, String code, UUID matter, String digits) {
        batch.add(ADD, code, matter, digest(code, digits, master.derive(DIGESTS)), version());
    }

    /// Lets somebody else in by the same code and the digits of their own phone, until a moment if one is given.
    void share(Batch batch, String code, UUID matter, UUID persona, String digits, Optional<Instant> until) {
        batch.add(SHARE, matter, persona, digest(code, digits, master.derive(DIGESTS)), version(), until.orElse(null));
    }

    /// Whether with these digits somebody else than these people comes in: then nobody could tell who it is.
    boolean another(String code, String digits, List<UUID> these) {
        return find(code, digits)
                .filter(found -> !these.contains(found.persona()))
                .isPresent();
    }

    /// Somebody who comes in by the digits of their phone.
    ///
    /// @param first whether the code is their own: they filed
    record Holder(UUID matter, String code, UUID persona, boolean first, String digits) {}

    /// Whoever came in by the digits of their phone comes in by those of the new one, and nobody by the old ones. The
    /// digits on a receipt stay.
    void follow(Batch batch, Holder holder, String digits) {
        var before = digests(holder.code(), holder.digits());
        var after = digest(holder.code(), digits, master.derive(DIGESTS));
        if (holder.first()) {
            batch.add(FOLLOW, after, version(), holder.matter(), before);
        }
        batch.add(FOLLOW_SHARED, after, version(), holder.matter(), holder.persona(), before);
    }

    /// Whoever was let in by these digits comes in no more. The code itself has digits all the same, which nobody
    /// knows.
    void shut(Batch batch, Holder holder, Instant now) {
        if (holder.first()) {
            var unknown = Stream.concat(
                            drawnFor(holder.code()), RANDOM.ints(0, CHOICES).mapToObj("%04d"::formatted))
                    .filter(digits -> find(holder.code(), digits).isEmpty())
                    .findFirst()
                    .orElseThrow();
            var before = digests(holder.code(), holder.digits());
            var after = digest(holder.code(), unknown, master.derive(DIGESTS));
            batch.add(FOLLOW, after, version(), holder.matter(), before);
        }
        batch.add(SHUT, now, holder.matter(), holder.persona());
    }

    /// Whether a matter is sealed: its code opens nothing.
    boolean closed(UUID matter) {
        return db.sql(CLOSED)
                .param("matter", matter)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// A code, however it was typed.
    static String typed(String words) {
        return words.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /// The matter that these words are the code of, as far as the scope sees it.
    Optional<UUID> matter(String words) {
        return db.sql(MATTER).param("code", typed(words)).query(UUID.class).optional();
    }

    Optional<Found> find(String asked, String digits) {
        var code = typed(asked);
        return db.sql(FIND)
                .param("code", code)
                .param("digits", digests(code, digits.strip()))
                .param("others", sides.others())
                .query((row, at) -> new Found(
                        row.getObject("matter", UUID.class),
                        row.getObject("persona", UUID.class),
                        row.getString("domain")))
                .optional();
    }

    /// The generation that digests now.
    String version() {
        return master.version(DIGESTS);
    }

    /// The same digits under the present generation. Only their digest is kept: they are the last four of a phone, or
    /// were drawn, or else are found by trying.
    ///
    /// @param known what they may well be
    byte[] again(String code, byte[] digest, Stream<String> known) {
        var all = IntStream.range(0, CHOICES).mapToObj("%04d"::formatted);
        var digits = Stream.of(known, drawnFor(code), all)
                .flatMap(each -> each)
                .filter(each -> master.all(DIGESTS).stream()
                        .anyMatch(key ->
                                Arrays.equals(digest(code, each, key.key().value()), digest)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the digits of a code stand under no key that is there"));
        return digest(code, digits, master.derive(DIGESTS));
    }

    /// Under every key that is there.
    private byte[][] digests(String code, String digits) {
        return master.all(DIGESTS).stream()
                .map(each -> digest(code, digits, each.key().value()))
                .toArray(byte[][]::new);
    }

    private static byte[] digest(String code, String digits, byte[] key) {
        return Sm3.keyed(key, (code + "\n" + digits).getBytes(StandardCharsets.UTF_8));
    }
}
