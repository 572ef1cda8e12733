package org.maplebridge.kernel.people;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers that people type: brought into one form, and checked.
public final class Identifiers {

    private static final Pattern PHONE = Pattern.compile(
            "1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?|[48]00-?\\d{3}-?\\d{4}|1[0-2]\\d{3,4}|11[02]");

    /// What mail servers take in practice; RFC 5321 allows more, nobody has it.
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9_%+-]+(\\.[A-Za-z0-9_%+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

    private static final int MAIL_MOST = 254;

    private Identifiers() {}

    /// Full-width digits and letters become plain ones; blanks and hyphens between groups go.
    static String plain(String said) {
        var plain = new StringBuilder();
        said.codePoints().forEach(c -> {
            int narrow = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
            if (!Character.isWhitespace(narrow) && narrow != 0x3000 && narrow != 0xA0) {
                plain.appendCodePoint(narrow);
            }
        });
        return plain.toString();
    }

    /// Why a text is no identifier of its kind, in Chinese; empty if it is one.
    public static Optional<String> fault(Identifier.Kind kind, String said, LocalDate today) {
        return switch (kind) {
            case ID_NUMBER -> IdNumber.fault(said, today);
            case CREDIT_CODE -> CreditCode.fault(said);
            case PHONE ->
                PHONE.matcher(plain(said)).matches()
                        ? Optional.empty()
                        : Optional.of("电话号码不对：手机 11 位，座机如 0579-82345678。");
            case ADDRESS -> said.isBlank() ? Optional.of("请填写地址。") : Optional.empty();
            case EMAIL ->
                plain(said).length() <= MAIL_MOST && EMAIL.matcher(plain(said)).matches()
                        ? Optional.empty()
                        : Optional.of("电子邮箱不对，应当像 zhou@example.org。");
        };
    }

    /// The identifier a checked text is.
    public static Identifier of(Identifier.Kind kind, String said) {
        return new Identifier(
                kind,
                switch (kind) {
                    case ID_NUMBER -> IdNumber.kept(said);
                    case CREDIT_CODE -> CreditCode.kept(said);
                    case PHONE -> plain(said);
                    case ADDRESS -> said.strip();
                    case EMAIL -> plain(said).toLowerCase(Locale.ROOT);
                });
    }
}
