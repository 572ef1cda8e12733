package org.maplebridge.kernel.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Sm3;

/// The forms that stand for ever, with the answers they must give. The hashes were computed by another program
/// (Python's
/// hashlib); those of SM3 and SM2 stand in their standards. None of them may ever be changed.
class KnownAnswersTest {

    private static final UUID MATTER = id(1);
    private static final byte[] BODY_KEY = bytes(0);
    private static final String BODY = "{\"amount\":\"12.50\",\"words\":\"楼上“漏水”\"}";
    private static final Hash BODY_HASH =
            Hash.parse("43b3e478d4b6947e1d541437094880740a5f0c9218ca69adbe85af6039cdee47");
    private static final String FACTS = "{\"rows\":[\"dispute {\\\"words\\\": \\\"一\\\"}\"]}";
    private static final Hash FACT = Hash.parse("31abd4eb1d2b7db40a638b27fa67acf43d71380653a7f9dfeecc1d975c590727");
    private static final Hash FIRST = Hash.parse("8bd4831cc4811977213513efd3632ad556642400a4abdc6e041a344e8e8307e8");
    private static final Hash SECOND = Hash.parse("60eb9b2e0de7085767527b87c902eb46fca0f44dc27d8327e83c1a1392a66357");
    private static final Hash LOOK = Hash.parse("1665dc43081f1207aadfe410ae43c35d53f2f376fb7a7cfef8aa815005b644d3");

    private static UUID id(int last) {
        return new UUID(0x0190000000007000L, 0x8000000000000000L + last);
    }

    /// 32 bytes that count up.
    private static byte[] bytes(int from) {
        var bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void sm3AnswersAsItsStandardSays() {
        assertThat(Hash.sm3(utf8("abc")))
                .hasToString("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(Hash.sm3(utf8("abcd".repeat(16))))
                .hasToString("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
        assertThat(Hash.sm3(utf8("a"), utf8("bc"))).isEqualTo(Hash.sm3(utf8("abc")));
    }

    /// GB/T 32918.5, annex A.
    @Test
    void sm2BelievesTheSignatureOfItsStandard() {
        var key = Sm2.of(HexFormat.of().parseHex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8"));
        assertThat(key.publicKey())
                .isEqualTo("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
        var signature = HexFormat.of()
                .parseHex("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                        + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
        assertThat(Sm2.verifies(key.publicKey(), "message digest", signature)).isTrue();
        assertThat(Sm2.verifies(key.publicKey(), "message digesT", signature)).isFalse();
        assertThat(Sm2.verifies(key.publicKey(), "枫桥", key.sign("枫桥"))).isTrue();
    }

    /// RFC 8785, 3.2.3 and 3.2.2.2.
    @Test
    void jsonIsCanonical() {
        var keys = "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        assertThat(Canonical.text(Canonical.MAPPER.readTree(keys)))
                .isEqualTo("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}");
        var text = "{\"b\" : [null, true, -0, {\"z\":\"\", \"a\":9007199254740991}],"
                + " \"a\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\\b\\f\\t\\u007f\"}";
        assertThat(Canonical.text(Canonical.MAPPER.readTree(text)))
                .isEqualTo("{\"a\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\t\u007f\","
                        + "\"b\":[null,true,0,{\"a\":9007199254740991,\"z\":\"\"}]}");
    }

    @Test
    void numbersThatLanguagesReadDifferentlyAreTextOrRefused() {
        assertThat(Canonical.text(List.of(new BigDecimal("12.50"), new BigDecimal("1E+3"))))
                .isEqualTo("[\"12.50\",\"1000\"]");
        for (Object number : List.of(1.5, 9007199254740992L, -9007199254740992L)) {
            assertThatThrownBy(() -> Canonical.text(Map.of("n", number))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Canonical.text("\ud83d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBodyIsSaltedFromItsKeyAndFactsAreKeyed() {
        var salt = ChainedTrail.salt(BODY_KEY);
        assertThat(salt).hasToString("5398d14a12319a7d6bd7a8a9a6b59dc0c55458febeb7cc7952e13ad073076b86");
        assertThat(Canonical.text(Map.of("words", "楼上“漏水”", "amount", new BigDecimal("12.50"))))
                .isEqualTo(BODY);
        assertThat(Hash.sm3(salt.bytes(), utf8(BODY))).isEqualTo(BODY_HASH);
        var key = new MatterKey(MATTER, bytes(32), new byte[0], "");
        assertThat(key.factDigest(utf8(FACTS))).isEqualTo(FACT);
    }

    private static Envelope first() {
        return new Envelope(
                1,
                MATTER,
                1,
                "disputes",
                1,
                "open",
                "REPORTED",
                Envelope.moment(Instant.parse("2026-01-02T03:04:05Z")),
                Envelope.moment(Instant.parse("2026-01-02T03:04:05.000001999Z")),
                "system:import",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Envelope.Body("disputes.Open@1", BODY_HASH),
                FACT,
                List.of(),
                Optional.empty());
    }

    private static Envelope second() {
        return new Envelope(
                1,
                MATTER,
                2,
                "disputes",
                1,
                "agree",
                "AGREED",
                Envelope.moment(Instant.parse("2026-01-02T03:04:05Z")),
                Envelope.moment(Instant.parse("2026-01-02T03:04:05.678901Z")),
                "officer:" + id(2),
                Optional.of(id(3)),
                Optional.of(id(4)),
                Optional.of("citizen:x"),
                new Envelope.Body("disputes.Agree@1", BODY_HASH),
                FACT,
                List.of(id(5)),
                Optional.of(FIRST));
    }

    @Test
    void envelopesKeepTheirTextAndTheirHash() {
        assertThat(first().text())
                .isEqualTo("{\"actor\":\"system:import\",\"body\":{\"hash\":\"" + BODY_HASH
                        + "\",\"type\":\"disputes.Open@1\"},\"fact\":\"" + FACT + "\",\"life\":1,\"matter\":\"" + MATTER
                        + "\",\"occurredAt\":\"2026-01-02T03:04:05.000000Z\","
                        + "\"recordedAt\":\"2026-01-02T03:04:05.000001Z\",\"refs\":[],\"scene\":\"disputes\",\"seq\":1,"
                        + "\"stage\":\"REPORTED\",\"v\":1,\"verb\":\"open\"}");
        assertThat(first().hash()).isEqualTo(FIRST);
        assertThat(second().text())
                .isEqualTo("{\"actor\":\"officer:" + id(2) + "\",\"agency\":\"" + id(4)
                        + "\",\"behalf\":\"citizen:x\",\"body\":{\"hash\":\"" + BODY_HASH
                        + "\",\"type\":\"disputes.Agree@1\"},\"fact\":\"" + FACT + "\",\"life\":1,\"matter\":\""
                        + MATTER + "\",\"occurredAt\":\"2026-01-02T03:04:05.000000Z\",\"post\":\"" + id(3)
                        + "\",\"prev\":\"" + FIRST + "\",\"recordedAt\":\"2026-01-02T03:04:05.678901Z\",\"refs\":[\""
                        + id(5) + "\"],\"scene\":\"disputes\",\"seq\":2,\"stage\":\"AGREED\",\"v\":1,"
                        + "\"verb\":\"agree\"}");
        assertThat(second().hash()).isEqualTo(SECOND);
    }

    @Test
    void looksLeavesAndRootsKeepTheirHash() {
        var look = new Look(
                id(6),
                Instant.parse("2026-01-02T03:04:05.000006Z"),
                "officer:x",
                Optional.empty(),
                Optional.empty(),
                MATTER,
                id(4),
                "contact",
                "",
                List.of("PHONE"));
        assertThat(look.hash()).isEqualTo(LOOK);
        var leaves = List.of(MerkleTree.leaf(FIRST), MerkleTree.leaf(SECOND), MerkleTree.leaf(LOOK));
        assertThat(leaves.getFirst()).hasToString("9fb219ced9943d46173c21aa201ccfe67a02804966a6ce4c07098659e42448c4");
        var tree = MerkleTree.grow(0, Map.of(), leaves);
        assertThat(MerkleTree.root(2, tree))
                .hasToString("a6b725a15fcd23511ced1e6bb96100aa9fe8a6b554b8ab9dd4408c9462ae2f0f");
        assertThat(MerkleTree.root(3, tree))
                .hasToString("0938c358e29ff3dad485ce0c1fcde71308791e9b99a780e4655cda592363f1e7");
    }

    @Test
    void whatIsSignedKeepsItsText() {
        assertThat(Receipt.promise("23456789ABCDEFGH", first(), FIRST, "0123456789abcdef"))
                .isEqualTo("{\"alg\":\"SM2-SM3\",\"at\":\"2026-01-02T03:04:05.000001Z\",\"entry\":\"" + FIRST
                        + "\",\"key\":\"0123456789abcdef\",\"log\":\"maplebridge\",\"matter\":\"" + MATTER
                        + "\",\"receipt\":\"23456789ABCDEFGH\",\"seq\":1,\"v\":1}");
        assertThat(LogStore.Checkpoint.text(3, LOOK, Instant.parse("2026-01-02T03:04:05.000006Z"), "0123456789abcdef"))
                .isEqualTo("{\"alg\":\"SM2-SM3\",\"at\":\"2026-01-02T03:04:05.000006Z\",\"key\":\"0123456789abcdef\","
                        + "\"log\":\"maplebridge\",\"root\":\"" + LOOK + "\",\"size\":3,\"v\":1}");
    }

    @Test
    void aKeyIsNamedByItsHash() {
        assertThat(Sm2.named(
                        Sm3.hex(Sm3.hash(BODY_KEY)).substring(0, 16),
                        HexFormat.of().formatHex(BODY_KEY)))
                .isTrue();
        assertThat(Sm2.named("0123456789abcdef", HexFormat.of().formatHex(BODY_KEY)))
                .isFalse();
    }
}
