package org.maplebridge.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.IdNumbers;

/// Numbers that people type. All numbers are made up: area codes of no county, and days chosen for their shape.
class IdentifiersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Property
    void aWellFormedNumberIsTakenAndTellsTheBirthday(
            @ForAll @IntRange(min = 0, max = 45_000) int days, @ForAll @IntRange(min = 0, max = 999) int order) {
        var birth = LocalDate.of(1900, 1, 1).plusDays(days);
        var number = IdNumbers.of(birth, order);
        assertThat(IdNumber.fault(number, TODAY)).isEmpty();
        assertThat(Identifiers.of(Identifier.Kind.ID_NUMBER, number).birth()).contains(birth);
        assertThat(IdNumber.fault(number.toLowerCase(java.util.Locale.ROOT), TODAY))
                .isEmpty();
    }

    @Property
    void oneWrongDigitIsAlwaysNoticed(
            @ForAll @IntRange(min = 0, max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int by,
            @ForAll @IntRange(min = 0, max = 999) int order) {
        var number = IdNumbers.whole("33999919800229%03d".formatted(order));
        var wrong = new StringBuilder(number);
        wrong.setCharAt(place, (char) ('0' + (number.charAt(place) - '0' + by) % 10));
        assertThat(IdNumber.fault(wrong.toString(), TODAY)).isPresent();
    }

    @Test
    void anOldNumberOfFifteenPlacesIsKeptAsTheEighteenItBecame() {
        assertThat(IdNumber.kept("339999800229001")).isEqualTo(IdNumbers.whole("33999919800229001"));
        assertThat(IdNumber.fault("339999800229001", TODAY)).isEmpty();
        assertThat(IdNumber.fault("339999800231001", TODAY))
                .hasValueSatisfying(why -> assertThat(why).contains("没有这一天"));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(IdNumber.fault("3399991980", TODAY))
                .hasValueSatisfying(why -> assertThat(why).contains("18 位"));
        assertThat(IdNumber.fault(IdNumbers.whole("99999919800229001"), TODAY))
                .hasValueSatisfying(why -> assertThat(why).contains("前两位"));
        assertThat(IdNumber.fault(IdNumbers.whole("33999920270101001"), TODAY))
                .hasValueSatisfying(why -> assertThat(why).contains("2027-01-01"));
        assertThat(IdNumber.fault(
                        "３３９９９９１９８００２２９００１"
                                + IdNumbers.whole("33999919800229001").charAt(17),
                        TODAY))
                .as("full-width digits are digits")
                .isEmpty();
    }

    /// By the words of GB 32100: the weights are the powers of three.
    private static String coded(String seventeen) {
        var letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += letters.indexOf(seventeen.charAt(i))
                    * java.math.BigInteger.valueOf(3)
                            .modPow(java.math.BigInteger.valueOf(i), java.math.BigInteger.valueOf(31))
                            .intValue();
        }
        return seventeen + letters.charAt((31 - sum % 31) % 31);
    }

    @Property
    void aCreditCodeWithOneLetterChangedIsRefused(
            @ForAll @IntRange(min = 0, max = 16) int place,
            @ForAll @IntRange(min = 1, max = 30) int by,
            @ForAll @IntRange(min = 0, max = 99_999_999) int body) {
        var letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = coded("91339999%08dX".formatted(body));
        assertThat(CreditCode.fault(code)).isEmpty();
        var wrong = new StringBuilder(code);
        wrong.setCharAt(place, letters.charAt((letters.indexOf(code.charAt(place)) + by) % 31));
        assertThat(CreditCode.fault(wrong.toString())).isPresent();
    }

    @Test
    void masksTellWhomItIsAboutAndNotWhoTheyAre() {
        var number = Identifiers.of(Identifier.Kind.ID_NUMBER, IdNumbers.whole("33999919800229001"));
        assertThat(number.shown()).startsWith("3399").contains("**********").hasSize(18);
        assertThat(number.toString()).doesNotContain(number.value());
        assertThat(Identifiers.of(Identifier.Kind.ADDRESS, "白龙桥镇某某路一百号二单元").shown())
                .isEqualTo("白龙桥镇某某****");
        assertThat(Identifiers.fault(Identifier.Kind.PHONE, "138 0000 5678", TODAY))
                .isEmpty();
        assertThat(Identifiers.fault(Identifier.Kind.PHONE, "1380000567", TODAY))
                .isPresent();
    }

    @Test
    void aMailAddressIsKeptInSmallLettersAndMasked() {
        var kind = Identifier.Kind.EMAIL;
        for (var wrong : new String[] {"zhou", "zhou@", "@example.org", "a b@example", "zhou..w@example.org", "周@例子"}) {
            assertThat(Identifiers.fault(kind, wrong, TODAY)).as(wrong).isPresent();
        }
        assertThat(Identifiers.fault(kind, "ｚｈｏｕ＠ｅｘａｍｐｌｅ．ｏｒｇ", TODAY))
                .as("full-width letters are letters")
                .isEmpty();
        var kept = Identifiers.of(kind, " Zhou.Wu@Example.org ");
        assertThat(kept.value()).isEqualTo("zhou.wu@example.org");
        assertThat(kept.shown()).isEqualTo("z***@example.org");
        assertThat(Masks.identifier("zhou.wu@example.org")).isEqualTo("z***@example.org");
    }
}
