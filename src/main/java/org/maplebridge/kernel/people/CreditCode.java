package org.maplebridge.kernel.people;

import java.util.Locale;
import java.util.Optional;

/// Unified social credit codes of organisations (GB 32100-2015): 18 places of 31 letters, the last a check by MOD 31.
public final class CreditCode {

    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private CreditCode() {}

    /// As it is kept: in capitals, blanks gone. Says nothing of whether it is one.
    public static String kept(String said) {
        return Identifiers.plain(said).toUpperCase(Locale.ROOT);
    }

    /// Why it is none, in Chinese; empty if it is one.
    public static Optional<String> fault(String said) {
        var code = kept(said);
        if (code.length() != LENGTH) {
            return Optional.of("统一社会信用代码应是 18 位，现在是 " + code.length() + " 位。");
        }
        if (code.chars().anyMatch(c -> LETTERS.indexOf(c) < 0)) {
            return Optional.of("统一社会信用代码只用数字和大写字母，且没有 I、O、S、V、Z，请核对。");
        }
        if (check(code) != code.charAt(LENGTH - 1)) {
            return Optional.of("统一社会信用代码有一位写错了（最后一位校验不符），请对照执照逐位核对。");
        }
        return Optional.empty();
    }

    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += LETTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return LETTERS.charAt((31 - sum % 31) % 31);
    }
}
