package org.maplebridge.kernel.ground;

import java.text.Normalizer;
import java.util.Optional;

/// Text that people send: what is let in, and how it is kept.
public final class Words {

    private static final int SHOWN = 60;
    private static final int MOST_CELL = 32_000;

    private Words() {}

    /// The text as it is kept: NFC, line ends as `\n`, no blanks around it. Nothing visible is changed.
    public static String kept(String said) {
        var lines = said.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(lines, Normalizer.Form.NFC).strip();
    }

    /// Why the text can't be kept, in Chinese; empty if it can.
    ///
    /// Refuses control characters (they hide in logs and print wrongly) and bidirectional overrides (they make a
    /// reader see other words than the machine, CVE-2021-42574), lone surrogates and non-characters.
    ///
    /// @param most the greatest length in code points
    /// @param lines whether line breaks may stand in it
    public static Optional<String> fault(String said, int most, boolean lines) {
        int length = said.codePointCount(0, said.length());
        if (length > most) {
            return Optional.of("最多 " + most + " 个字，现在有 " + length + " 个字。");
        }
        return said.codePoints()
                .filter(c -> !allowed(c, lines))
                .boxed()
                .findFirst()
                .map(c -> "含有不能使用的字符 U+%04X（看不见或会改变显示顺序），请删去后再提交。".formatted(c));
    }

    /// What somebody sent, as it may stand in a message to people: nothing hidden, not long.
    public static String shown(String said) {
        var plain = new StringBuilder();
        said.codePoints().limit(SHOWN).forEach(c -> plain.appendCodePoint(allowed(c, false) ? c : '\uFFFD'));
        return plain.toString();
    }

    /// A cell of a table file: nothing invisible, and nothing a spreadsheet would take for a formula.
    public static String cell(String said) {
        var plain = said.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ");
        var safe = plain.matches("(?s)[=+\\-@\\t\\r＝＋－＠].*") ? "'" + plain : plain;
        return safe.length() > MOST_CELL ? safe.substring(0, MOST_CELL) : safe;
    }

    private static boolean allowed(int c, boolean lines) {
        if (c == '\n' || c == '\t') {
            return lines;
        }
        boolean control = Character.getType(c) == Character.CONTROL;
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean turned = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        boolean nothing = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFEFF;
        return !control && !surrogate && !turned && !nothing;
    }
}
