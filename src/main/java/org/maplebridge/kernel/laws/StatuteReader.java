package org.maplebridge.kernel.laws;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.laws.Statute.Notice;
import org.maplebridge.kernel.laws.Statute.Piece;

/// Reads one file: which law, which edition, in force from when, and its provisions.
final class StatuteReader {

    private static final Pattern FILE = Pattern.compile("^(.*?)\\s*[（(](\\d{4})-(\\d{2})-(\\d{2})[）)]$");
    private static final Pattern FORCE = Pattern.compile(
            "(?:自|于|从)\\s*((?:19|20)\\d{2})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日[^。，；]{0,4}?(?:起|开始)?[^。，；]{0,4}?(?:施行|实施|生效|执行)");
    private static final Pattern AT_ONCE = Pattern.compile("自(?:公布|发布|颁布|通过|印发|公告)之?日起?(?:施行|实施|生效|执行)");
    private static final Pattern ENDS = Pattern.compile("[^。]*(?:废止|停止执行)");
    private static final Pattern NAMED =
            Pattern.compile("《([^《》]+(?:《[^》]*》[^《》]*)*)》(?!\\s*(?:第|中|的(?!决定|规定|通知|补充|暂行)|和有关|等规定|与本))");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00A0]");
    private static final String DAY_NEXT = "在文件名末尾写上公布日期，如“某某条例(2026-01-01).md”，再导入。";
    private static final int LAST_PIECES = 4;
    private static final int YEARS_AHEAD = 12;

    private StatuteReader() {}

    /// @param path the name of the file below the folder that is imported, divided by /
    /// @throws Unread if nothing of it can be taken
    static Statute read(String path, byte[] bytes) {
        var lines = StatuteBytes.lines(bytes);
        var file = path.substring(path.lastIndexOf('/') + 1);
        var stem = file.replaceFirst("\\.(md|txt|docx|markdown)$", "");
        var dated = FILE.matcher(stem);
        var named = Optional.<LocalDate>empty();
        if (dated.matches()) {
            named = StatuteHead.day(dated.group(2), dated.group(3), dated.group(4));
            if (named.isEmpty()) {
                throw new Unread(0, "文件名里的日期不存在：" + stem, DAY_NEXT);
            }
            stem = dated.group(1);
        }
        var head = StatuteHead.read(lines, stem);
        var body = StatuteBody.read(lines, head.bodyAt(), head.name(), head.part());
        var notices = new ArrayList<>(body.notices());
        var passed = passed(named, head, notices);
        var folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        var level = LawNames.level(folder, head.name(), head.notes());
        var said = said(body.pieces());
        var from = from(head, said, body.pieces(), passed);
        var ends = head.ended();
        var repeals = ends.isPresent() ? List.<String>of() : repeals(head.name(), body.pieces());
        return new Statute(
                path,
                head.name(),
                head.part(),
                level,
                folder.isEmpty() ? level : folder,
                level.equals("地方性法规") ? LawNames.area(LawNames.key(head.name())).orElse("") : "",
                passed,
                from.orElse(passed),
                from.isPresent(),
                head.notes(),
                body.pieces(),
                ends.isPresent() ? List.of(LawNames.key(head.name())) : repeals,
                ends.or(() -> repeals.isEmpty() ? Optional.empty() : said.or(() -> Optional.of(from.orElse(passed)))),
                List.copyOf(notices),
                digest(head, body.pieces()),
                1);
    }

    /// The file's day; the head's where it has none, or where the text was amended after it.
    private static LocalDate passed(Optional<LocalDate> named, StatuteHead head, List<Notice> notices) {
        var told = head.passed();
        if (named.isEmpty()) {
            return told.or(head::from).orElseThrow(() -> new Unread(0, "文件名和题注里都没有日期，认不出是哪一版，或者不是法律文本。", DAY_NEXT));
        }
        if (told.isPresent()
                && named.get().isBefore(told.get())
                && !told.get().isAfter(named.get().plusDays(3))) {
            return named.get();
        }
        if (told.isPresent() && named.get().isBefore(told.get())) {
            notices.add(new Notice(
                    0, "文件名的日期是 " + named.get() + "，题注里最后一次通过或修改是 " + told.get() + "：按题注收。", "核对是哪一版，把文件名的日期改对。"));
            return told.get();
        }
        return named.get();
    }

    /// What the text says itself about its first day.
    private static Optional<LocalDate> said(List<Piece> pieces) {
        for (int i = pieces.size() - 1; i >= Math.max(0, pieces.size() - LAST_PIECES); i--) {
            var force = FORCE.matcher(pieces.get(i).text());
            if (force.find()) {
                return StatuteHead.day(force.group(1), force.group(2), force.group(3));
            }
        }
        return Optional.empty();
    }

    /// The text keeps the day of its first edition when it is amended: that day tells nothing of the amended one.
    private static Optional<LocalDate> from(
            StatuteHead head, Optional<LocalDate> said, List<Piece> pieces, LocalDate passed) {
        var told = head.passed().filter(day -> !day.isAfter(passed)).orElse(passed);
        boolean amended = head.notes().stream().anyMatch(note -> note.matches(".*(修订|修正|修改)[）)。]?$"));
        boolean atOnce = !amended
                && said.isEmpty()
                && pieces.subList(Math.max(0, pieces.size() - LAST_PIECES), pieces.size()).stream()
                        .anyMatch(piece -> AT_ONCE.matcher(piece.text()).find());
        return head.from()
                .filter(day -> fits(day, told))
                .or(() -> said.filter(day -> fits(day, told)))
                .or(() -> atOnce ? Optional.of(passed) : Optional.empty());
    }

    private static boolean fits(LocalDate day, LocalDate passed) {
        return !day.isBefore(passed) && day.isBefore(passed.plusYears(YEARS_AHEAD));
    }

    /// Laws that its last provisions end.
    private static List<String> repeals(String name, List<Piece> pieces) {
        var own = LawNames.key(name);
        var found = new LinkedHashSet<String>();
        for (var piece : pieces.subList(Math.max(0, pieces.size() - LAST_PIECES), pieces.size())) {
            var ends = ENDS.matcher(piece.text().replace("\n", ""));
            while (ends.find()) {
                var law = NAMED.matcher(ends.group());
                while (law.find()) {
                    found.add(LawNames.key(law.group(1)));
                }
            }
        }
        found.remove(own);
        return List.copyOf(found);
    }

    /// Of what it says: blanks and what stands above it make no other edition.
    private static Hash digest(StatuteHead head, List<Piece> pieces) {
        var all = new StringBuilder(LawNames.key(head.name())).append('\n').append(head.part());
        for (var piece : pieces) {
            all.append('\u0001')
                    .append(piece.label())
                    .append('\u0001')
                    .append(BLANKS.matcher(piece.text()).replaceAll(""));
        }
        return Hash.sm3(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
