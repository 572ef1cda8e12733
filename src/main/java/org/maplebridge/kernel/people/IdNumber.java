package org.maplebridge.kernel.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Citizen identification numbers (GB 11643-1999): 18 places, the last a check digit by ISO 7064 MOD 11-2. The old ones
/// of 15 places, issued until 1999, are kept as the 18 they became.
public final class IdNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);

    /// GB/T 2260; 81 to 83 for residence permits of people from Hong Kong, Macao and Taiwan.
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91");

    private IdNumber() {}

    /// As it is kept: 18 places, the letter in capitals, blanks gone. Says nothing of whether it is one.
    public static String kept(String said) {
        var plain = Identifiers.plain(said).toUpperCase(Locale.ROOT);
        if (!plain.matches("\\d{15}")) {
            return plain;
        }
        var long17 = plain.substring(0, 6) + "19" + plain.substring(6);
        return long17 + check(long17);
    }

    /// Why it is none, in Chinese; empty if it is one.
    ///
    /// @param today nobody is born later
    public static Optional<String> fault(String said, LocalDate today) {
        var number = kept(said);
        if (!number.matches("\\d{17}[\\dX]")) {
            return Optional.of("身份证号码应是 18 位（旧的 15 位也可以），现在是 " + number.length() + " 位，或含有别的字符。");
        }
        if (!PROVINCES.contains(number.substring(0, 2))) {
            return Optional.of("身份证号码的前两位不是任何省份，请对照证件核对。");
        }
        try {
            var birth = birth(number);
            if (birth.isAfter(today) || birth.isBefore(EARLIEST)) {
                return Optional.of("身份证号码里的出生日期不可能是 " + birth + "，请核对第 7 到 14 位。");
            }
        } catch (DateTimeException impossible) {
            return Optional.of("身份证号码里的出生日期没有这一天，请核对第 7 到 14 位。");
        }
        if (check(number.substring(0, 17)) != number.charAt(17)) {
            return Optional.of("身份证号码有一位写错了（最后一位校验不符），请对照证件逐位核对。");
        }
        return Optional.empty();
    }

    /// The day of birth.
    ///
    /// @throws DateTimeException if there is no such day
    static LocalDate birth(String number) {
        return LocalDate.of(
                Integer.parseInt(number.substring(6, 10)),
                Integer.parseInt(number.substring(10, 12)),
                Integer.parseInt(number.substring(12, 14)));
    }

    private static char check(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
