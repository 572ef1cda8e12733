package org.maplebridge.engines.search;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;

/// A question in its normal form: simplified script, one width of letters, no signs that cannot be seen, one blank or
/// one mark where somebody held the key down.
///
/// @param text in normal form, at most [#MOST] signs
/// @param simplified whether some of it was in traditional script
/// @param cut whether it was longer and the end was left out
public record Plainly(String text, boolean simplified, boolean cut) {

    /// Nobody is read further than this, in UTF-16 units.
    public static final int MOST = 5_000;

    /// As much is looked at, so that blanks and marks do not crowd out the words.
    private static final int LOOKED_AT = 4 * MOST;

    private static final String ENDS = "。！？；!?;\n";
    /// Simplifying one sign may let the next two be read as a word; after these many rounds nothing changes.
    private static final int ROUNDS = 4;

    /// The normal form of what somebody said.
    public static Plainly of(String said) {
        boolean cut = said.length() > LOOKED_AT;
        var seen = visible(cut ? said.substring(0, LOOKED_AT) : said);
        boolean simplified = false;
        for (int round = 0; round < ROUNDS; round++) {
            var wide = visible(Normalizer.normalize(seen, Normalizer.Form.NFKC));
            var simple = HanLP.convertToSimplifiedChinese(wide);
            simplified |= !simple.equals(wide);
            var once = once(simple);
            if (once.equals(seen)) {
                break;
            }
            seen = once;
        }
        if (seen.length() > MOST) {
            return new Plainly(shortened(seen), simplified, true);
        }
        return new Plainly(seen, simplified, cut);
    }

    /// Without control and format signs, halves of signs and what no font has.
    private static String visible(String said) {
        var text = new StringBuilder(said.length());
        for (int at = 0; at < said.length(); ) {
            int sign = said.codePointAt(at);
            at += Character.charCount(sign);
            switch (Character.getType(sign)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    text.append(sign == '\n' || sign == '\r' || sign > 0x2000 ? '\n' : ' ');
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> text.appendCodePoint(sign);
            }
        }
        return text.toString();
    }

    /// Blanks and marks once; no blank between Chinese signs' lines but a single line break.
    private static String once(String said) {
        var text = new StringBuilder(said.length());
        for (int at = 0; at < said.length(); ) {
            int sign = said.codePointAt(at);
            at += Character.charCount(sign);
            boolean blank = Character.isWhitespace(sign) || Character.isSpaceChar(sign);
            int last = text.isEmpty() ? ' ' : text.codePointBefore(text.length());
            if (blank && (last == ' ' || last == '\n')) {
                if (sign == '\n' && !text.isEmpty()) {
                    text.setCharAt(text.length() - 1, '\n');
                }
            } else if (blank) {
                text.append(sign == '\n' ? '\n' : ' ');
            } else if (sign != last || !isMark(sign)) {
                text.appendCodePoint(sign);
            }
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isMark(int sign) {
        return switch (Character.getType(sign)) {
            case Character.DASH_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }

    /// Up to the last end of a sentence in the second half, else at the last whole sign.
    private static String shortened(String text) {
        int end = MOST;
        while (end > MOST / 2 && ENDS.indexOf(text.charAt(end - 1)) < 0) {
            end--;
        }
        if (end <= MOST / 2) {
            end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        }
        while (end > 0 && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return text.substring(0, end);
    }
}
