package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maplebridge.kernel.laws.Statute.Notice;
import org.maplebridge.kernel.laws.Statute.Piece;

/// Cuts a text into its provisions. A line that begins with a number of an article opens one; headings are kept with
/// what stands below them; what is no article becomes a provision without a number, so that nothing is lost.
final class StatuteBody {

    private static final String NUMBER = "[" + Numerals.SIGNS + "\\d]{1,9}";
    private static final Pattern ARTICLE =
            Pattern.compile("^第\\s*(" + NUMBER + ")\\s*条(?:\\s*之\\s*([一二三四五六七八九十]{1,3}))?");
    private static final Pattern HEADING =
            Pattern.compile("^第\\s*" + NUMBER + "\\s*(编|分编|章|节)(?:[\\s\\u3000].*|.{1,30})$");
    private static final Pattern POINT = Pattern.compile("^([一二三四五六七八九十百]{1,5})、.*");
    private static final Pattern ANNEX = Pattern.compile("^附(件|表|录)?\\s*[一二三四五六七八九十\\d]{0,3}\\s*[：:]?.{0,40}$");
    private static final Pattern RULES = Pattern.compile(".*(法|法典|条例|办法|规定|规则|细则)$");
    private static final Pattern PAPER = Pattern.compile("^法释〔\\d{4}〕\\d+号$");
    private static final String GOES_ON = "、，。；：）》款项的和与或至及规之中";
    private static final String CHECK = "对照公布的文本核对这一处，改好文件再导入。";
    private static final Map<String, Integer> DEPTH = Map.of("编", 2, "分编", 3, "章", 4, "节", 5);

    private record Heading(int depth, String title) {}

    private final List<String> lines;
    private final int first;
    private final String name;

    /// What an amendment puts into another law looks like articles of its own.
    private final boolean amending;

    private final boolean numbered;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<Integer, Integer> seen = new HashMap<>();
    private final List<String> text = new ArrayList<>();
    private String label = "";
    private int number;
    private int suffix;
    private int last;
    private int line;
    private boolean chapters;

    /// Whether the line at hand holds several lines.
    private boolean folded;

    private StatuteBody(List<String> lines, int first, String name, String part) {
        this.lines = lines;
        this.first = first;
        this.name = name.replaceAll("[\\s\\u3000]", "");
        this.amending = name.contains("修正案");
        this.numbered = lines.subList(first, lines.size()).stream().anyMatch(each -> opens(each.strip(), 0));
        if (!part.isEmpty()) {
            headings.add(new Heading(1, part));
        }
    }

    /// What was read.
    record Read(List<Piece> pieces, List<Notice> notices) {}

    /// @param first index of the first line of the text
    /// @throws Unread if it is cut or contradicts itself
    static Read read(List<String> lines, int first, String name, String part) {
        return new StatuteBody(lines, first, name, part).read();
    }

    private Read read() {
        for (int i = first; i < lines.size(); i++) {
            folded = false;
            line(lines.get(i).strip().replaceAll("^[\\u3000\\u00A0\\s]+|[\\u3000\\u00A0\\s]+$", ""), i + 1);
        }
        close();
        if (pieces.isEmpty()) {
            throw new Unread(first, "只有题目，没有条文：文件没有传完。", "重新下载这个文件再导入。");
        }
        if (!numbered && chapters && RULES.matcher(name).matches()) {
            throw new Unread(first, "有章节，却没有一条条文：文件被截断，或者条号写得认不出来。", CHECK);
        }
        ending();
        return new Read(List.copyOf(pieces), List.copyOf(notices));
    }

    private void line(String said, int no) {
        boolean title = pieces.isEmpty()
                && (PAPER.matcher(said).matches() || said.replaceAll("\\s", "").equals(name));
        if (said.isEmpty() || said.startsWith("<!--") || title) {
            return;
        }
        int marks = marks(said);
        if (marks > 0) {
            heading(marks, said.substring(marks).strip(), no);
            return;
        }
        var heading = HEADING.matcher(said);
        if (heading.matches()
                && !(amending && last > 0)
                && said.length() < 60
                && !said.endsWith("。")
                && !said.endsWith("；")) {
            heading(DEPTH.getOrDefault(heading.group(1), 4), said, no);
            return;
        }
        var article = ARTICLE.matcher(said);
        if (article.find() && opens(said, last) && !(amending && last > 0 && !due(article))) {
            open(article, said, no);
        } else if (!numbered && POINT.matcher(said).matches()) {
            close();
            var point = POINT.matcher(said);
            label = point.matches() ? point.group(1) + "、" : "";
            line = no;
            text.add(said.substring(label.length()).strip());
        } else if (numbered && number > 0 && ANNEX.matcher(said).matches()) {
            close();
            label = "附";
            line = no;
            text.add(said);
        } else {
            line = text.isEmpty() && label.isEmpty() ? no : line;
            text.add(said);
        }
    }

    private static int marks(String said) {
        int marks = 0;
        while (marks < said.length() && said.charAt(marks) == '#') {
            marks++;
        }
        return marks > 6 ? 0 : marks;
    }

    private void heading(int depth, String title, int no) {
        close();
        if (title.isEmpty()) {
            return;
        }
        chapters = chapters || HEADING.matcher(title).matches();
        headings.removeIf(each -> each.depth() >= depth && !(each.depth() == 1 && depth == 1));
        headings.add(new Heading(depth, title.replaceAll("[\\s\\u3000]+", " ")));
        line = no;
    }

    /// Whether a line opens an article: a blank after the number, or the number that is due and no word of a citation.
    private static boolean opens(String said, int last) {
        var article = ARTICLE.matcher(said);
        if (!article.find()) {
            return false;
        }
        if (article.end() == said.length()) {
            return true;
        }
        char next = said.charAt(article.end());
        if (next == ' ' || next == '\u3000' || next == '\u00A0' || next == '\t') {
            return true;
        }
        int number = Numerals.read(article.group(1));
        return (number == last + 1 || (article.group(2) != null && number == last)) && GOES_ON.indexOf(next) < 0;
    }

    private boolean due(Matcher article) {
        return Numerals.read(article.group(1)) == last + 1;
    }

    private void open(Matcher article, String said, int no) {
        close();
        number = Numerals.read(article.group(1));
        suffix = article.group(2) == null ? 0 : Numerals.read(article.group(2));
        label = article.group().replaceAll("\\s", "");
        line = no;
        if (number <= 0) {
            throw new Unread(no, "条号“" + label + "”读不出是第几条。", CHECK);
        }
        var before = seen.putIfAbsent(number * 100 + suffix, no);
        if (before != null) {
            throw new Unread(no, label + "出现了两次：第 " + before + " 行和第 " + no + " 行。", CHECK);
        }
        boolean follows = (last == 0
                        && (number == 1
                                || amending
                                || (headings.size() > 0 && headings.getFirst().depth() == 1)))
                || (number == last + 1 && last > 0)
                || (number == last && suffix > 0);
        if (!follows) {
            notices.add(new Notice(
                    no,
                    last == 0
                            ? "第一条之前少了条号：条文从" + label + "开始。"
                            : "第" + Numerals.written(last) + "条之后就是" + label + "，中间的条号不见了。",
                    CHECK));
        }
        last = number;
        rest(said.substring(article.end()).strip(), no);
    }

    /// Several articles in one line are taken apart where the next number is due.
    private void rest(String said, int no) {
        var next = "第" + Numerals.written(last + 1) + "条 ";
        int at = said.indexOf("。 " + next);
        if (at < 0) {
            at = said.indexOf("： " + next);
        }
        folded = folded || at >= 0 || said.indexOf("。 ") != said.lastIndexOf("。 ");
        var own = at < 0 ? said : said.substring(0, at + 1);
        if (folded) {
            text.addAll(List.of(own.split("(?<=[。：；]) (?=\\S)")));
        } else if (!own.isEmpty()) {
            text.add(own);
        }
        if (at >= 0) {
            line(said.substring(at + 2), no);
        }
    }

    private void close() {
        var whole = String.join("\n", text).strip();
        if (!whole.isEmpty() || number > 0) {
            pieces.add(new Piece(number, suffix, label.isEmpty() ? unnamed() : label, titles(), whole, line));
        }
        if (whole.isEmpty() && number > 0) {
            notices.add(new Notice(line, label + "下面没有内容。", CHECK));
        }
        text.clear();
        label = "";
        number = 0;
        suffix = 0;
    }

    private String unnamed() {
        if (numbered) {
            return last == 0 ? "序言" : "附";
        }
        return headings.isEmpty() ? "正文" : headings.getLast().title();
    }

    private List<String> titles() {
        return headings.stream().map(Heading::title).toList();
    }

    /// A text that stops in the middle of a sentence may have been cut.
    private void ending() {
        var end = pieces.getLast();
        var said = end.text();
        boolean whole = said.isEmpty() || "。；：”）》！？.）)".indexOf(said.charAt(said.length() - 1)) >= 0;
        if (!whole && end.number() > 0 && said.indexOf('\n') < 0) {
            notices.add(new Notice(end.line(), end.label() + "没有写完（最后没有句号），文件可能被截断。", CHECK));
        }
    }
}
