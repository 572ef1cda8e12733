package org.maplebridge.kernel.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Looks a workbook over before anything is made of it: it must not unfold beyond measure, carry programs or say what
/// XML
/// is to fetch. Finds which cells are merged, which the reader does not tell.
final class WorkbookBounds {

    static final long MOST_UNFOLDED = 400L * 1024 * 1024;
    private static final int MOST_PARTS = 2_000;
    private static final int MOST_SMALL = 4 * 1024 * 1024;
    private static final int MOST_MERGES = 200_000;
    private static final int HEAD = 1_024;
    private static final int OVERLAP = 64;
    private static final Pattern MERGE =
            Pattern.compile("<(?:\\w+:)?mergeCell\\s[^>]{0,40}?ref=\"([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})\"");
    private static final Pattern SHEET = Pattern.compile("<(?:\\w+:)?sheet\\s([^>]{1,2000}?)/?>");
    private static final Pattern SHEET_ID = Pattern.compile("\\br:id=\"([^\"]+)\"|\\bid=\"([^\"]+)\"");
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s([^>]{1,2000}?)/?>");
    private static final Pattern TARGET = Pattern.compile("\\bTarget=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\\bId=\"([^\"]+)\"");

    /// Cells that look like one, counted from 0; what stands in the first holds for all.
    record Merge(int top, int left, int bottom, int right) {}

    private final Map<String, List<Merge>> merges = new HashMap<>();
    private final Map<String, String> small = new HashMap<>();

    private WorkbookBounds() {}

    /// @throws Unreadable if it must not be opened
    static WorkbookBounds of(byte[] bytes) {
        var found = new WorkbookBounds();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            long left = MOST_UNFOLDED;
            int parts = 0;
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (++parts > MOST_PARTS) {
                    throw tooLarge();
                }
                var name = entry.getName();
                if (name.contains("vbaProject") || name.startsWith("xl/macrosheets")) {
                    throw new Unreadable("这个文件带有宏，没有读入。请另存为“Excel 工作簿（.xlsx）”再导入。");
                }
                try (var in = zip.getInputStream(entry)) {
                    left -= found.part(name, in, left);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unreadable("这个文件打不开，可能没有传完或已经损坏。请用 Excel 打开确认，另存为 .xlsx 再导入。");
        }
        return found;
    }

    private static Unreadable tooLarge() {
        return new Unreadable("这个文件展开以后超过 " + MOST_UNFOLDED / 1024 / 1024 + " MB，没有读入。请分成几份再导入。");
    }

    private long part(String name, InputStream in, long left) throws IOException {
        boolean sheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml");
        boolean kept = name.equals("xl/workbook.xml") || name.equals("xl/_rels/workbook.xml.rels");
        var text = new StringBuilder();
        var buffer = new byte[1 << 16];
        long all = 0;
        var tail = "";
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (all + count > left) {
                throw tooLarge();
            }
            var piece = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
            if (all == 0 && piece.substring(0, Math.min(HEAD, piece.length())).contains("<!DOCTYPE")) {
                throw new Unreadable("这个文件里有不该有的内容（DOCTYPE），没有读入。请用 Excel 打开，另存为 .xlsx 再导入。");
            }
            all += count;
            if (sheet) {
                tail = merged(name, tail + piece);
            }
            if (kept && text.length() + count <= MOST_SMALL) {
                text.append(piece);
            }
        }
        if (kept) {
            small.put(name, text.toString());
        }
        return all;
    }

    /// Notes what is merged; returns what may be the beginning of more.
    private String merged(String sheet, String text) {
        var found = MERGE.matcher(text);
        int end = 0;
        while (found.find()) {
            end = found.end();
            var all = merges.computeIfAbsent(sheet, name -> new ArrayList<>());
            if (all.size() < MOST_MERGES) {
                all.add(new Merge(
                        Integer.parseInt(found.group(2)) - 1,
                        column(found.group(1)),
                        Integer.parseInt(found.group(4)) - 1,
                        column(found.group(3))));
            }
        }
        return text.substring(Math.max(end, text.length() - OVERLAP));
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    /// What is merged in the sheet at this place, from 0.
    List<Merge> merges(int at) {
        var targets = new HashMap<String, String>();
        var relations = RELATION.matcher(small.getOrDefault("xl/_rels/workbook.xml.rels", ""));
        while (relations.find()) {
            var id = ID.matcher(relations.group(1));
            var target = TARGET.matcher(relations.group(1));
            if (id.find() && target.find()) {
                var path = target.group(1);
                targets.put(id.group(1), path.startsWith("/") ? path.substring(1) : "xl/" + path);
            }
        }
        var sheets = SHEET.matcher(small.getOrDefault("xl/workbook.xml", ""));
        for (int i = 0; sheets.find(); i++) {
            var id = SHEET_ID.matcher(sheets.group(1));
            if (i == at && id.find()) {
                var name = id.group(1) == null ? id.group(2) : id.group(1);
                return merges.getOrDefault(targets.getOrDefault(name, ""), List.of());
            }
        }
        return List.of();
    }
}
