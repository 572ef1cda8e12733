package org.maplebridge.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maplebridge.fixtures.Authenticator;

class OneTimeCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// The table of RFC 6238, appendix B, of which six digits are the last six of eight.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        var moment = Instant.ofEpochSecond(second);
        assertThat(OneTimeCode.at(SECRET, OneTimeCode.step(moment))).isEqualTo(code);
        assertThat(new Authenticator(OneTimeCode.base32(SECRET)).at(moment)).isEqualTo(code);
    }

    /// RFC 4648, section 10.
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenAsTheStandardSays(String plain, String text) {
        assertThat(OneTimeCode.base32(plain.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(text);
    }

    @Test
    void theCodeBeforeAndTheOneAfterAreTakenAndNoOther() {
        var moment = Instant.ofEpochSecond(1_111_111_111);
        long now = OneTimeCode.step(moment);
        for (long off = -3; off <= 3; off++) {
            var fit = OneTimeCode.matching(SECRET, OneTimeCode.at(SECRET, now + off), moment, 0);
            assertThat(fit.isPresent()).as("%d steps off", off).isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    void aStepThatWasUsedAndThoseBeforeItAreNotTaken() {
        var moment = Instant.ofEpochSecond(1_111_111_111);
        long now = OneTimeCode.step(moment);
        assertThat(OneTimeCode.matching(SECRET, OneTimeCode.at(SECRET, now), moment, now))
                .isEmpty();
        assertThat(OneTimeCode.matching(SECRET, OneTimeCode.at(SECRET, now - 1), moment, now))
                .isEmpty();
        assertThat(OneTimeCode.matching(SECRET, OneTimeCode.at(SECRET, now + 1), moment, now))
                .hasValue(now + 1);
    }

    @Test
    void whateverIsNoCodeFitsNothing() {
        var moment = Instant.ofEpochSecond(59);
        for (var said : new String[] {"", "28708", "2870820", "abcdef", "２８７０８２"}) {
            assertThat(OneTimeCode.matching(SECRET, said, moment, 0)).as(said).isEmpty();
        }
    }

    @Test
    void theAddressForAppsNamesTheHouseAndTheLogin() {
        assertThat(OneTimeCode.uri("枫桥", "li.si", SECRET))
                .isEqualTo("otpauth://totp/%E6%9E%AB%E6%A1%A5:li.si?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=%E6%9E%AB%E6%A1%A5&algorithm=SHA1&digits=6&period=30");
    }
}
