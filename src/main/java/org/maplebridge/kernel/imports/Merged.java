package org.maplebridge.kernel.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Merged cells hold what stands in the first of them: a village written once beside ten lines is that of all ten.
final class Merged {

    /// A title over the whole page is no value of each column.
    private static final int MOST_CELLS = 5_000;

    private Merged() {}

    static List<Grid.Line> filled(List<Grid.Line> lines, List<WorkbookBounds.Merge> merges) {
        if (merges.isEmpty()) {
            return List.copyOf(lines);
        }
        var byNo = new HashMap<Integer, List<Grid.Cell>>();
        lines.forEach(line -> byNo.put(line.no(), new ArrayList<>(line.cells())));
        for (var merge : merges) {
            var first = byNo.get(merge.top() + 1);
            long size = (merge.bottom() - merge.top() + 1L) * (merge.right() - merge.left() + 1L);
            if (first == null || merge.left() >= first.size() || size > MOST_CELLS || size < 1) {
                continue;
            }
            var value = first.get(merge.left());
            for (int row = merge.top(); row <= merge.bottom(); row++) {
                var cells = byNo.get(row + 1);
                for (int column = merge.left(); cells != null && column <= merge.right(); column++) {
                    while (cells.size() <= column) {
                        cells.add(Grid.Cell.EMPTY);
                    }
                    cells.set(column, value);
                }
            }
        }
        return lines.stream()
                .map(line -> new Grid.Line(line.no(), List.copyOf(byNo.get(line.no()))))
                .toList();
    }
}
