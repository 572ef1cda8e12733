package org.maplebridge.engines.search;

import java.util.regex.Pattern;

/// What kind of text each entry of a pool is, and whether it is the kind that the question asks for.
final class Kinds {

    private static final Pattern GENERAL = Pattern.compile("总则|附则|一般规定|基本原则");
    private static final Pattern ASKS_WHAT = Pattern.compile("什么是|是什么|何为|是指|定义|含义|哪些|包括");
    private static final Pattern DEFINES = Pattern.compile("是指|本法所称|本条例所称|本解释所称|包括[：:下]|下列");
    private static final Pattern ASKS_MUCH = Pattern.compile("多少|多久|多长|几[天日年个月]|何时|什么时候|期限|时效|标准");
    private static final Pattern COUNTS = Pattern.compile("[一二三四五六七八九十百千万]+(?:[日天年元倍]|个月|个工作日)|百分之");
    private static final Pattern ASKS_CRIME = Pattern.compile("罪|判刑|坐牢|处罚|刑|犯法|违法|拘留|罚");

    private final Pool pool;
    private final Teller teller;

    /// Takes a number of an entry, by its name.
    interface Teller {
        void set(int row, String name, double value);
    }

    Kinds(Pool pool, Teller teller) {
        this.pool = pool;
        this.teller = teller;
    }

    void tell() {
        lexicon();
        kinds();
    }

    /// What everyday words mean by our own lexicon.
    private void lexicon() {
        var meant = Lexicon.ours().meant(pool.reading().text());
        var laws = Lexicon.ours().laws(pool.reading().text());
        double whole = Math.max(1, meant.values().stream().mapToDouble(it -> it).sum());
        for (int i = 0; i < pool.entries().length; i++) {
            var entry = pool.entries()[i];
            double body = 0;
            double title = 0;
            for (var term : meant.entrySet()) {
                body += entry.text().contains(term.getKey()) ? term.getValue() : 0;
                title += entry.title().contains(term.getKey()) ? term.getValue() : 0;
            }
            teller.set(i, "terms", body / whole);
            teller.set(i, "termsInTitle", title / whole);
            teller.set(i, "usualLaw", laws.stream().anyMatch(entry.law()::contains) ? 1 : 0);
        }
    }

    private void kinds() {
        var words = pool.reading().text();
        boolean what = ASKS_WHAT.matcher(words).find();
        boolean much = ASKS_MUCH.matcher(words).find();
        boolean crime = ASKS_CRIME.matcher(words).find();
        for (int i = 0; i < pool.entries().length; i++) {
            var entry = pool.entries()[i];
            var text = entry.text();
            teller.set(i, "length", Math.log(1 + text.length()));
            teller.set(i, "number", Math.log(1 + entry.provision().number()));
            teller.set(i, "level", level(entry.level()));
            teller.set(i, "general", GENERAL.matcher(entry.title()).find() ? 1 : 0);
            teller.set(i, "named", words.contains(entry.law()) ? 1 : 0);
            teller.set(i, "defines", flag(what, DEFINES.matcher(text).find()));
            teller.set(i, "counts", flag(much, COUNTS.matcher(text).find()));
            teller.set(i, "prison", flag(crime, text.contains("有期徒刑") || text.contains("拘役")));
            teller.set(i, "fine", flag(crime, text.contains("罚款")));
        }
    }

    /// Coarse, as collections call the levels of laws by other names: statutes by their field, or all of them 法律.
    private static int level(String name) {
        return switch (name) {
            case "司法解释", "法律解释" -> 1;
            case "行政法规" -> 2;
            case "部门规章", "地方性法规", "浙江地方法规", "地方政府规章" -> 3;
            default -> 0;
        };
    }

    /// 0: neither; 1: only the text; 2: only asked for; 3: both.
    private static int flag(boolean asks, boolean says) {
        return (asks ? 2 : 0) + (says ? 1 : 0);
    }
}
