package org.maplebridge.kernel.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The paragraphs (款) of a provision and their items (项, 目): a line that begins with （一） or 1. is an item of the
/// paragraph above it.
final class LawParagraphs {

    private static final Pattern ITEM =
            Pattern.compile("^([（(][一二三四五六七八九十]{1,4}[）)](?:之[一二三四五六七八九十])?|[（(]\\d{1,3}[）)]|\\d{1,3}[.．、])\\s*(.*)$");

    private LawParagraphs() {}

    /// @param no from 1, as 第一款
    record Paragraph(int no, String text, List<Item> items) {}

    record Item(String label, String text) {}

    static List<Paragraph> of(String text) {
        var found = new ArrayList<Paragraph>();
        var said = "";
        var items = new ArrayList<Item>();
        boolean open = false;
        for (var line : text.lines().toList()) {
            var item = ITEM.matcher(line);
            if (item.matches()) {
                items.add(new Item(item.group(1), item.group(2)));
            } else {
                if (open) {
                    found.add(new Paragraph(found.size() + 1, said, List.copyOf(items)));
                }
                said = line;
                items.clear();
            }
            open = true;
        }
        if (open) {
            found.add(new Paragraph(found.size() + 1, said, List.copyOf(items)));
        }
        return List.copyOf(found);
    }
}
