package org.maplebridge.kernel.messages;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words of messages: what may stand in them, and how long they get.
final class Wording {

    /// What a party is told where anything more could put them in danger.
    static final String CAREFUL = "查询码尾号{code}有新消息。方便时请致电{phone}，或到{office}。";

    /// The longest that each may get.
    private static final Map<String, Integer> VARIABLES = Map.of("code", 4, "office", 24, "phone", 14);

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    /// One short message of Chinese, and each part of a longer one.
    private static final int ONE = 70;

    private static final int PART = 67;
    private static final int MOST_PARTS = 2;

    /// What a gateway puts in front: its sign.
    private static final int SIGN = 8;

    private Wording() {}

    /// What is wrong with a text for parties.
    static Optional<String> fault(String text) {
        var variables = VARIABLE.matcher(text);
        int length = text.length();
        while (variables.find()) {
            var most = VARIABLES.get(variables.group(1));
            if (most == null) {
                return Optional.of("it names {" + variables.group(1) + "}, which nobody fills in");
            }
            length += most - variables.group().length();
        }
        return parts(length + SIGN) > MOST_PARTS
                ? Optional.of("it may get " + length + " characters long, more than " + MOST_PARTS + " messages")
                : Optional.empty();
    }

    /// How many short messages a text of that length is.
    static int parts(int length) {
        return length <= ONE ? 1 : (length + PART - 1) / PART;
    }

    /// Fills in; what is too long is cut.
    static String filled(String text, String code, String office, String phone) {
        return text.replace("{code}", code.substring(Math.max(0, code.length() - 4)))
                .replace("{office}", cut("office", office))
                .replace("，电话{phone}", phone.isEmpty() ? "" : "，电话" + cut("phone", phone))
                .replace("请致电{phone}，或到", phone.isEmpty() ? "请到" : "请致电" + cut("phone", phone) + "，或到")
                .replace("{phone}", cut("phone", phone));
    }

    private static String cut(String variable, String value) {
        int most = VARIABLES.getOrDefault(variable, 0);
        return value.length() <= most ? value : value.substring(0, most - 1) + "…";
    }
}
