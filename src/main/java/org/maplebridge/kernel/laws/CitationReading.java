package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which articles a provision names: 本法第十条, 《某某法》第三条、第五条, 依照第七条.
final class CitationReading {

    private static final String NUMBER = "[" + Numerals.SIGNS + "\\d]{1,9}";
    private static final Pattern TOKEN = Pattern.compile("《([^《》]+(?:《[^《》]*》[^《》]*)*)》"
            + "|本(?:法典|法|条例|办法|规定|解释|规则|细则|决定)"
            + "|第(" + NUMBER + ")条(?:之([一二三四五六七八九十]{1,3}))?"
            + "|(民法典|宪法|刑法|刑事诉讼法|民事诉讼法|行政诉讼法|公司法|合同法|物权法|继承法|"
            + "婚姻法|担保法|企业破产法|国家赔偿法|民法通则|民法总则|侵权责任法|治安管理处罚法|行政处罚法|行政强制法|"
            + "行政复议法|行政许可法|保险法|海商法|劳动法|劳动合同法|专利法|商标法|著作权法|反垄断法|票据法|仲裁法|证券法)"
            + "(?=[^《》。；]{0,3}第"
            + NUMBER + "条)");
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:[、，,和或及与至或者以及的之\\s\\n（）()]|第?[一二三四五六七八九十]{1,3}[款项目]|（[一二三四五六七八九十]+）|前段|后段|规定|修正|修订|中)*");
    private static final Pattern TO = Pattern.compile("(?:第?[一二三四五六七八九十]{1,3}[款项])*至");
    private static final Pattern SHORT =
            Pattern.compile("《([^《》]+)》\\s*[（(]\\s*以下(?:简称|称)[“\"《]?([^）)”\"》]{2,20})[”\"》]?[）)]");
    private static final int LONGEST_RANGE = 30;
    private static final int MOST = 60;

    private final String own;
    private final Map<String, String> aliases = new HashMap<>();

    /// An article of a law.
    ///
    /// @param key of the law
    /// @param name as it is written there
    record Cited(String key, String name, int number, int suffix) {}

    /// @param name of the law the provisions are of
    CitationReading(String name, List<Statute.Piece> pieces) {
        this.own = name;
        for (var piece : pieces) {
            var found = SHORT.matcher(piece.text());
            while (found.find()) {
                aliases.put(LawNames.key(found.group(2)), found.group(1));
            }
        }
    }

    /// Those a provision names, itself left out.
    List<Cited> in(Statute.Piece piece) {
        var found = new LinkedHashSet<Cited>();
        var law = own;
        int end = 0;
        int last = -1;
        var text = piece.text();
        var token = TOKEN.matcher(text);
        while (token.find() && found.size() < MOST) {
            var between = text.substring(end, token.start());
            if (token.group(2) == null) {
                law = named(token.group(1) != null ? token.group(1) : token.group(4));
                last = -1;
            } else {
                boolean joined = end > 0 && BETWEEN.matcher(between).matches();
                law = joined ? law : own;
                int number = Numerals.read(token.group(2));
                int suffix = token.group(3) == null ? 0 : Numerals.read(token.group(3));
                boolean range =
                        joined && last > 0 && suffix == 0 && TO.matcher(between).matches();
                for (int each = range && number - last < LONGEST_RANGE ? last + 1 : number; each <= number; each++) {
                    add(found, law, each, suffix, piece);
                }
                last = number;
            }
            end = token.end();
        }
        return new ArrayList<>(found);
    }

    private String named(@org.jspecify.annotations.Nullable String said) {
        return said == null ? own : aliases.getOrDefault(LawNames.key(said), said);
    }

    private void add(Set<Cited> found, String law, int number, int suffix, Statute.Piece piece) {
        boolean itself = law.equals(own) && number == piece.number() && suffix == piece.suffix();
        if (number > 0 && !itself) {
            found.add(new Cited(LawNames.meant(law), LawNames.key(law), number, suffix));
        }
    }
}
