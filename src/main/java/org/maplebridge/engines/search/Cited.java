package org.maplebridge.engines.search;

import java.util.ArrayList;
import java.util.List;

/// An article as texts cite it or people ask for it: 民法典1079条, 《劳动合同法》第38、46条, 刑法第一百三十三条之一.
///
/// @param law its name as it is said, without 《》; that of the citation before if it is of the same sentence; empty if
///     none is said, and for 本法 and the like as it stands
/// @param article its number
/// @param suffix 1 for 第…条之一; mostly 0
/// @param last of a range, 第…条至第…条; else the same as the article
/// @param paragraph 第…款; 0 if none is said
/// @param item 第（…）项; 0 if none is said
/// @param from where it begins in the text, with its law if that stands right before
/// @param until where it ends
public record Cited(String law, int article, int suffix, int last, int paragraph, int item, int from, int until) {

    private static final String LAWS_END = "法典|法|条例|规定|办法|解释|细则|规则|通则|决定|意见|批复|纪要|章程|诉";
    private static final String[] ENDS = LAWS_END.split("\\|", -1);
    private static final List<String> LEADS = List.of(
            "根据", "依据", "依照", "按照", "遵照", "违反", "适用", "参照", "我国", "请问", "看看", "关于", "以及", "现行", "就是", "什么是", "查", "按",
            "依", "看", "和", "与", "及", "的", "是");
    private static final String JOINS = "、,，和与及或 以并";
    private static final int LONGEST_NAME = 60;
    private static final int SHORT_BRACKET = 5;
    private static final int LONGEST_LIST = 50;

    /// Those a text cites, from left to right.
    public static List<Cited> in(String text) {
        return new Reader(text).all();
    }

    private Cited with(int until, int suffix, int last, int paragraph, int item) {
        return new Cited(law, article, suffix, last, paragraph, item, from, until);
    }

    /// Goes through a text once.
    private static final class Reader {

        private final String text;
        private final List<Cited> found = new ArrayList<>();
        private int done;

        Reader(String text) {
            this.text = text;
        }

        List<Cited> all() {
            int at = 0;
            while (at < text.length()) {
                at = Math.max(at + 1, one(at));
            }
            return List.copyOf(found);
        }

        /// Where a citation ends whose 第 or number is at `at`; `at` if there is none.
        private int one(int at) {
            boolean ordinal = text.charAt(at) == '第';
            int begin = ordinal ? blanks(at + 1) : at;
            int end = Numerals.end(text, begin);
            if (end == begin || (!ordinal && at > 0 && Numerals.counts(text.charAt(at - 1)))) {
                return end > begin ? end : at;
            }
            var law = lawBefore(at);
            var numbers = new ArrayList<int[]>();
            int after = numbers(begin, numbers);
            boolean articles = after < text.length() && text.charAt(after) == '条';
            boolean named = !law.name().isEmpty();
            boolean heard = articles ? ordinal || named || joined(at) : named && bare(begin, after);
            if (numbers.isEmpty() || !heard) {
                return end;
            }
            var name = named ? law.name() : inherited();
            int start = named ? law.from() : at;
            for (var number : numbers) {
                found.add(new Cited(name, number[0], number[2], number[1], 0, 0, start, after));
            }
            done = rest(articles ? after + 1 : after);
            return done;
        }

        /// The numbers of a list or a range, first and last and suffix of each; returns where they end.
        private int numbers(int begin, List<int[]> numbers) {
            int at = begin;
            int end = begin;
            boolean range = false;
            while (numbers.size() < LONGEST_LIST) {
                int stop = Numerals.end(text, at);
                var number = Numerals.read(text.subSequence(at, stop));
                if (stop == at || number.isEmpty() || number.getAsInt() == 0) {
                    return end;
                }
                if (range && !numbers.isEmpty() && number.getAsInt() > numbers.getLast()[0]) {
                    numbers.getLast()[1] = number.getAsInt();
                } else {
                    numbers.add(new int[] {number.getAsInt(), number.getAsInt(), 0});
                }
                end = stop;
                int more = blanks(stop);
                if (more >= text.length() || "、,，至到-~—－～".indexOf(text.charAt(more)) < 0) {
                    return end;
                }
                range = "、,，".indexOf(text.charAt(more)) < 0;
                at = blanks(more + 1);
                at = at < text.length() && text.charAt(at) == '第' ? at + 1 : at;
            }
            return end;
        }

        /// 之一, 第二款, 第（三）项 behind an article, and the end of a range; returns where they end.
        private int rest(int from) {
            var cited = found.removeLast();
            int at = from;
            int suffix = 0;
            if (at < text.length() && text.charAt(at) == '之') {
                int end = Numerals.end(text, at + 1);
                suffix = number(at + 1, end);
                at = suffix > 0 ? end : at;
            }
            int last = cited.last();
            int to = at < text.length() && "至到-~—－～".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
            if (to > at) {
                int begin = to < text.length() && text.charAt(to) == '第' ? to + 1 : to;
                int end = Numerals.end(text, begin);
                boolean article = end < text.length() && text.charAt(end) == '条';
                if (article && number(begin, end) > cited.article()) {
                    last = number(begin, end);
                    at = end + 1;
                }
            }
            int paragraph = part(at, '款');
            at = paragraph > 0 ? text.indexOf('款', at) + 1 : at;
            int item = part(at, '项');
            at = item > 0 ? text.indexOf('项', at) + 1 : at;
            found.add(cited.with(at, suffix, last, paragraph, item));
            return at;
        }

        /// The number of 第二款 or 第（三）项 that begins here; 0 if none does.
        private int part(int at, char what) {
            int begin = at < text.length() && text.charAt(at) == '第' ? at + 1 : at;
            boolean bracket = begin < text.length() && "（(".indexOf(text.charAt(begin)) >= 0;
            begin = bracket ? begin + 1 : begin;
            int end = Numerals.end(text, begin);
            int close = bracket && end < text.length() && "）)".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
            return close < text.length() && text.charAt(close) == what ? number(begin, end) : 0;
        }

        private int number(int from, int end) {
            return end > from ? Numerals.read(text.subSequence(from, end)).orElse(0) : 0;
        }

        /// Whether a number behind a law's name is an article although nothing says 条: 民诉法205, not 民法典2020年.
        private boolean bare(int begin, int end) {
            boolean figures = Numerals.arabic(text.charAt(begin)) >= 0;
            char next = end < text.length() ? text.charAt(end) : ' ';
            if (next == '之') {
                return end + 1 < text.length() && Numerals.counts(text.charAt(end + 1));
            }
            boolean letter = Character.isLetterOrDigit(next) || ".．%％".indexOf(next) >= 0;
            return (figures || end - begin > 1) && (!letter || "是讲说怎规的有吗呢内里".indexOf(next) >= 0);
        }

        /// Whether only a comma or an "and" stands between the citation before and here.
        private boolean joined(int at) {
            if (found.isEmpty() || at < done) {
                return false;
            }
            return at - done <= SHORT_BRACKET
                    && text.substring(done, at).chars().allMatch(sign -> JOINS.indexOf(sign) >= 0);
        }

        /// The law of the citation before, unless a sentence has ended since.
        private String inherited() {
            if (found.isEmpty()) {
                return "";
            }
            for (int at = done; at < text.length() && at < done + LONGEST_NAME; at++) {
                char sign = text.charAt(at);
                if (sign == '第' || Numerals.counts(sign)) {
                    return found.getLast().law();
                }
                if ("。！？!?\n".indexOf(sign) >= 0) {
                    return "";
                }
            }
            return "";
        }

        /// The name of a law that ends right here.
        private Said lawBefore(int at) {
            int end = at;
            while (end > done && " 　的".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            int least = Math.max(done, end - LONGEST_NAME);
            if (end > done && text.charAt(end - 1) == '》') {
                int open = opened(end - 1, least);
                return open >= 0 ? new Said(text.substring(open + 1, end - 1), open) : Said.NONE;
            }
            int bracket = bracket(end, least);
            int from = bracket;
            while (from > least && isOfName(from - 1)) {
                from--;
            }
            var name = text.substring(from, bracket);
            for (int i = 0; i < LEADS.size(); i++) {
                if (name.startsWith(LEADS.get(i))
                        && name.length() > LEADS.get(i).length() + 1) {
                    from += LEADS.get(i).length();
                    name = name.substring(LEADS.get(i).length());
                    i = -1;
                }
            }
            for (var ending : ENDS) {
                if (name.endsWith(ending) && name.length() > 1) {
                    return new Said(text.substring(from, end), from);
                }
            }
            return Said.NONE;
        }

        /// Where the 《 stands that this 》 closes; titles stand in titles.
        private int opened(int close, int least) {
            int depth = 0;
            for (int at = close; at >= least; at--) {
                depth += text.charAt(at) == '》' ? 1 : text.charAt(at) == '《' ? -1 : 0;
                if (depth == 0) {
                    return at;
                }
            }
            return -1;
        }

        /// Where the name ends without the （一） behind it.
        private int bracket(int end, int least) {
            if (end > least && "）)".indexOf(text.charAt(end - 1)) >= 0) {
                for (int at = end - 2; at >= Math.max(least, end - SHORT_BRACKET); at--) {
                    if ("（(".indexOf(text.charAt(at)) >= 0) {
                        return at;
                    }
                }
            }
            return end;
        }

        private boolean isOfName(int at) {
            char sign = text.charAt(at);
            boolean statute = sign == '条' && text.startsWith("条例", at);
            return statute || (Character.isLetter(sign) && "条款项第".indexOf(sign) < 0);
        }

        private int blanks(int from) {
            int at = from;
            while (at < text.length() && " 　".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at;
        }

        private record Said(String name, int from) {
            static final Said NONE = new Said("", 0);
        }
    }
}
