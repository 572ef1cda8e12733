package org.maplebridge.kernel.laws;

/// Whole numbers as laws write them: 一千零七十九.
final class Numerals {

    /// What may stand in one.
    static final String SIGNS = "零〇一二三四五六七八九十百千两";

    private static final String DIGITS = "零一二三四五六七八九";
    private static final int MOST_DIGITS = 5;

    private Numerals() {}

    /// The number, or -1 if it is none.
    static int read(String said) {
        if (said.isEmpty() || said.length() > 12) {
            return -1;
        }
        if (said.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            return said.length() <= MOST_DIGITS ? Integer.parseInt(said) : -1;
        }
        int whole = 0;
        int digit = 0;
        for (char sign : said.replace('〇', '零').replace('两', '二').toCharArray()) {
            int unit = switch (sign) {
                case '十' -> 10;
                case '百' -> 100;
                case '千' -> 1000;
                default -> 0;
            };
            if (unit > 0) {
                whole += Math.max(1, digit) * unit;
                digit = 0;
            } else if (DIGITS.indexOf(sign) >= 0) {
                digit = DIGITS.indexOf(sign);
            } else {
                return -1;
            }
        }
        return whole + digit;
    }

    /// As laws write it; from 0 to 9999.
    static String written(int number) {
        if (number == 0) {
            return "零";
        }
        var text = new StringBuilder();
        boolean gap = false;
        for (int unit = 1000; unit >= 1; unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append('零');
                gap = false;
            }
            boolean bare = unit == 10 && digit == 1 && text.isEmpty();
            text.append(bare ? "" : DIGITS.substring(digit, digit + 1));
            text.append(unit == 1000 ? "千" : unit == 100 ? "百" : unit == 10 ? "十" : "");
        }
        return text.toString();
    }

    /// 第一百二十条之一.
    static String label(int number, int suffix) {
        return "第" + written(number) + "条" + (suffix == 0 ? "" : "之" + written(suffix));
    }
}
