package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether words call for a person at once: somebody may die, be hurt, be held, or miss a limit within seven days. It
/// errs on the side of calling, but not where a sentence plainly speaks of something else.
final class Urgency {

    /// What calls for a person.
    enum Kind {
        SUICIDE,
        VIOLENCE,
        DETENTION,
        LIMIT
    }

    private static final int SOON = 7;
    private static final String ENDS = "。！？!?;；\n";
    private static final String A_LIMIT = "(?:到期|截止|期满|过期|失效|时效|上诉|开庭|期限|最后一天|复议|仲裁时效|举证|交材料|答辩|申请执行|要搬|强拆|拆我)";
    /// 明天就到期, 后天开庭; at most a few signs lie between, so that a sentence is read once.
    private static final Pattern DAY = Pattern.compile("(?:今天|今晚|明天|明早|后天|大后天|本周|这周|这两天|下周一)[^，,。]{0,8}" + A_LIMIT + "|"
            + A_LIMIT + "[^，,。]{0,6}(?:今天|今晚|明天|明早|后天|大后天|本周|这周|这两天|最后一天|就到了)");
    private static final Pattern DAYS_LEFT =
            Pattern.compile("(?:还有|还剩|只剩|剩下|剩|不到|最后)([一二两三四五六七八九十\\d]{1,3})(?:天|日|个工作日)");
    private static final Pattern NO_LIMIT = Pattern.compile("无理由|退货|试用|假期|放假|出院|上班|生日|过年|满月|工资|保质期");

    private static final List<List<String>> LINES = DataLines.of("answers-urgent.tsv");

    private Urgency() {}

    /// Each once, in the order of [Kind].
    static Set<Kind> of(String text) {
        var kinds = new LinkedHashSet<Kind>();
        for (var kind : Kind.values()) {
            if (sentences(text).stream().anyMatch(sentence -> means(kind, sentence))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static boolean means(Kind kind, String sentence) {
        if (kind == Kind.LIMIT) {
            return soon(sentence);
        }
        return LINES.stream()
                .filter(line -> line.get(0).equals(kind.name()))
                .anyMatch(line -> any(sentence, line.get(1)) && !(line.size() > 2 && any(sentence, line.get(2))));
    }

    private static boolean soon(String sentence) {
        if (NO_LIMIT.matcher(sentence).find()) {
            return false;
        }
        var left = DAYS_LEFT.matcher(sentence);
        while (left.find()) {
            if (Numerals.read(left.group(1)).orElse(SOON + 1) <= SOON) {
                return true;
            }
        }
        return DAY.matcher(sentence).find();
    }

    private static boolean any(String sentence, String words) {
        for (var word : words.split(" ", -1)) {
            if (!word.isEmpty() && sentence.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (ENDS.indexOf(text.charAt(at)) >= 0) {
                sentences.add(text.substring(from, at));
                from = at + 1;
            }
        }
        sentences.add(text.substring(from));
        return sentences;
    }
}
