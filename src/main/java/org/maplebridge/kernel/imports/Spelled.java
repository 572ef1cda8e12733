package org.maplebridge.kernel.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days, amounts, numbers and answers as people write them in registers.
final class Spelled {

    private static final String DIGITS = "〇零一二三四五六七八九";
    private static final Pattern DAY =
            Pattern.compile("(\\d{4}|\\d{2}(?=年))\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?"
                    + "(?:[T\\s]*(上午|下午|晚上|早上|中午|凌晨)?\\s*(\\d{1,2})[:时点]"
                    + "(?:(\\d{1,2})(?:[:分](\\d{1,2})秒?|分)?)?.{0,8})?");
    private static final Pattern JOINED = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern CHINESE_DAY =
            Pattern.compile("([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]?");
    private static final Pattern SERIAL = Pattern.compile("[1-9]\\d{4}(\\.\\d+)?");
    private static final Pattern WEEKDAY = Pattern.compile("[(（]?(星期|周)[一二三四五六日天][)）]?");
    private static final int FIRST_SERIAL = 20_000;
    private static final int LAST_SERIAL = 73_050;
    private static final Pattern AMOUNT = Pattern.compile("([\\d,]*\\d(?:\\.\\d+)?)(亿|万|千|百)?元?整?");
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "亿", new BigDecimal("100000000"),
            "万", new BigDecimal("10000"),
            "千", new BigDecimal("1000"),
            "百", new BigDecimal("100"));

    private Spelled() {}

    /// A day, with the time if it was written; empty if no day can be read without guessing.
    static Optional<LocalDateTime> moment(String said) {
        var text = WEEKDAY.matcher(
                        Normalizer.normalize(said, Normalizer.Form.NFKC).strip())
                .replaceAll(" ")
                .strip();
        try {
            var day = DAY.matcher(text);
            if (day.matches()) {
                return Optional.of(moment(day));
            }
            var joined = JOINED.matcher(text);
            if (joined.matches()) {
                return Optional.of(of(joined.group(1), joined.group(2), joined.group(3)));
            }
            var chinese = CHINESE_DAY.matcher(text);
            if (chinese.matches()) {
                return Optional.of(
                        LocalDate.of(year(chinese.group(1)), number(chinese.group(2)), number(chinese.group(3)))
                                .atStartOfDay());
            }
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
        return SERIAL.matcher(text).matches() ? serial(Double.parseDouble(text)) : Optional.empty();
    }

    private static Optional<LocalDateTime> serial(double serial) {
        return serial >= FIRST_SERIAL && serial < LAST_SERIAL ? ExcelFile.moment(serial, false) : Optional.empty();
    }

    private static LocalDateTime moment(Matcher day) {
        var date = of(day.group(1), day.group(2), day.group(3));
        if (day.group(5) == null) {
            return date;
        }
        int hour = Integer.parseInt(day.group(5));
        boolean later = "下午".equals(day.group(4)) || "晚上".equals(day.group(4));
        return date.toLocalDate().atTime(later && hour < 12 ? hour + 12 : hour, or(day.group(6)), or(day.group(7)));
    }

    private static int or(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static LocalDateTime of(String year, String month, String day) {
        int full = Integer.parseInt(year);
        return LocalDate.of(full < 100 ? 2000 + full : full, Integer.parseInt(month), Integer.parseInt(day))
                .atStartOfDay();
    }

    private static int year(String letters) {
        return letters.chars().reduce(0, (sum, c) -> sum * 10 + digit(c));
    }

    private static int digit(int letter) {
        return Math.max(0, DIGITS.indexOf(letter) - 1);
    }

    /// Up to 99.
    private static int number(String letters) {
        int ten = letters.indexOf('十');
        if (ten < 0) {
            return letters.length() == 1 ? digit(letters.charAt(0)) : 0;
        }
        int tens = ten == 0 ? 1 : digit(letters.charAt(0));
        return tens * 10 + (ten + 1 < letters.length() ? digit(letters.charAt(ten + 1)) : 0);
    }

    /// An amount in yuan; empty if it is none.
    static Optional<BigDecimal> amount(String said) {
        var text = Normalizer.normalize(said, Normalizer.Form.NFKC).replaceAll("[\\s￥¥]|人民币|RMB|约|共", "");
        var amount = AMOUNT.matcher(text);
        if (text.length() > 40 || !amount.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(amount.group(1).replace(",", ""));
        var unit = Optional.ofNullable(amount.group(2)).map(UNITS::get).orElse(BigDecimal.ONE);
        return Optional.of(number.multiply(unit));
    }

    /// A whole number with or without its unit.
    static Optional<Long> whole(String said) {
        var text = Normalizer.normalize(said, Normalizer.Form.NFKC).replaceAll("[\\s,]", "");
        var number = text.replaceAll("(\\.0+)?[人名户件个次位]?$", "");
        return number.matches("\\d{1,9}") ? Optional.of(Long.parseLong(number)) : Optional.empty();
    }

    /// Yes or no.
    static Optional<Boolean> answer(String said) {
        return switch (Normalizer.normalize(said, Normalizer.Form.NFKC).strip()) {
            case "是", "有", "√", "✓", "✔", "Y", "y", "1", "对", "已" -> Optional.of(true);
            case "否", "无", "没有", "×", "N", "n", "0", "不是", "未", "/" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// A phone without what stands between its digits.
    static String phone(String said) {
        var text = Normalizer.normalize(said, Normalizer.Form.NFKC).replaceAll("[\\s()+]", "");
        var digits = text.replaceAll("\\.0$", "").replaceAll("^(86|\\+86)-?(?=1[3-9]\\d{9}$)", "");
        return digits.matches("1[3-9][\\d-]{9,12}") ? digits.replace("-", "") : digits;
    }
}
