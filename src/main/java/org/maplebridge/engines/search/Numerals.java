package org.maplebridge.engines.search;

import java.util.OptionalInt;

/// Numbers as laws and people write them: 一千零七十九, 一〇七九, 廿一, 两百, 壹佰, １０７９, 1079.
public final class Numerals {

    /// Nothing that is counted here is greater.
    public static final int MOST = 99_999;

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String BY_HAND = "〇壹贰叁肆伍陆柒捌玖";
    private static final String LATER = "○弌弍弎亖";
    private static final String UNITS = "十百千万";
    private static final String UNITS_BY_HAND = "拾佰仟萬";
    private static final int LONGEST = 16;

    private Numerals() {}

    /// Whether a sign can be part of a number.
    public static boolean counts(char sign) {
        return arabic(sign) >= 0 || digit(sign) >= 0 || unit(sign) > 0 || tens(sign) > 0;
    }

    /// The digit an Arabic sign means, also a full-width one; -1 for any other.
    static int arabic(char sign) {
        return sign >= '0' && sign <= '9' ? sign - '0' : sign >= '０' && sign <= '９' ? sign - '０' : -1;
    }

    /// Where the number ends that begins at `from`; `from` itself if none does. Chinese and Arabic signs are not mixed.
    static int end(CharSequence text, int from) {
        if (from >= text.length() || !counts(text.charAt(from))) {
            return from;
        }
        boolean figures = arabic(text.charAt(from)) >= 0;
        int at = from;
        while (at < text.length() && counts(text.charAt(at)) && arabic(text.charAt(at)) >= 0 == figures) {
            at++;
        }
        return at;
    }

    /// What a whole text means; none if it is no number or a greater one than [#MOST].
    public static OptionalInt read(CharSequence said) {
        if (said.isEmpty() || said.length() > LONGEST) {
            return OptionalInt.empty();
        }
        boolean figures = true;
        boolean plain = true;
        for (int i = 0; i < said.length(); i++) {
            char sign = said.charAt(i);
            if (!counts(sign)) {
                return OptionalInt.empty();
            }
            figures &= arabic(sign) >= 0;
            plain &= arabic(sign) < 0 && digit(sign) >= 0;
        }
        long number = figures || plain ? inARow(said) : counted(said);
        return number < 0 || number > MOST ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    /// As laws write it: 一千零七十九. From 0 to [#MOST].
    public static String chinese(int number) {
        if (number < 0 || number > MOST) {
            throw new IllegalArgumentException("not written out: " + number);
        }
        if (number == 0) {
            return "零";
        }
        var said = new StringBuilder();
        boolean gap = false;
        for (int place = UNITS.length(), unit = 10_000; place >= 0; place--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap = !said.isEmpty();
                continue;
            }
            if (gap) {
                said.append('零');
            }
            gap = false;
            // ten to nineteen begin with 十 alone
            if (place != 1 || digit != 1 || !said.isEmpty()) {
                said.append(DIGITS.charAt(digit));
            }
            if (place > 0) {
                said.append(UNITS.charAt(place - 1));
            }
        }
        return said.toString();
    }

    /// 一〇七九, 1079.
    private static long inARow(CharSequence said) {
        long number = 0;
        for (int i = 0; i < said.length(); i++) {
            int digit = arabic(said.charAt(i));
            number = number * 10 + (digit >= 0 ? digit : digit(said.charAt(i)));
        }
        return number;
    }

    /// 一千零七十九; -1 if Chinese and Arabic signs are mixed.
    private static long counted(CharSequence said) {
        long tenThousands = 0;
        long whole = 0;
        int digit = 0;
        for (int i = 0; i < said.length(); i++) {
            char sign = said.charAt(i);
            if (arabic(sign) >= 0) {
                return -1;
            }
            int unit = unit(sign);
            if (unit == 10_000) {
                tenThousands += Math.max(1, whole + digit) * unit;
                whole = 0;
                digit = 0;
            } else if (unit > 0) {
                whole += (long) Math.max(1, digit) * unit;
                digit = 0;
            } else if (tens(sign) > 0) {
                whole += tens(sign);
                digit = 0;
            } else {
                digit = digit(sign);
            }
        }
        return tenThousands + whole + digit;
    }

    private static int digit(char sign) {
        int at = DIGITS.indexOf(sign);
        at = at < 0 ? BY_HAND.indexOf(sign) : at;
        at = at < 0 ? LATER.indexOf(sign) : at;
        return at < 0 && (sign == '两' || sign == '兩') ? 2 : at;
    }

    private static int unit(char sign) {
        int at = Math.max(UNITS.indexOf(sign), UNITS_BY_HAND.indexOf(sign));
        return at < 0 ? 0 : new int[] {10, 100, 1000, 10_000}[at];
    }

    /// Twenty, thirty, forty in one sign.
    private static int tens(char sign) {
        return switch (sign) {
            case '廿', '卄' -> 20;
            case '卅' -> 30;
            case '卌' -> 40;
            default -> 0;
        };
    }
}
