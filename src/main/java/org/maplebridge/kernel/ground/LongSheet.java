package org.maplebridge.kernel.ground;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook of one page that is sent while it is made: memory holds no more than the rows since the last [#sent()].
/// Every cell is text, nothing a formula, as in [Sheet].
public final class LongSheet {

    private final Workbook book;
    private final Worksheet page;
    private int next;

    /// @param title  what the page is called
    /// @param widths of its columns, in letters
    public LongSheet(OutputStream out, String title, List<Integer> widths) {
        this.book = new Workbook(out, "Maplebridge", "1.0");
        this.page = book.newWorksheet(title);
        for (int column = 0; column < widths.size(); column++) {
            page.width(column, widths.get(column));
        }
    }

    public void row(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            page.inlineString(next, column, Words.cell(cells.get(column)));
        }
        next++;
    }

    /// Hands the rows so far to whoever reads.
    public void sent() throws IOException {
        page.flush();
    }

    /// Makes it whole. Broken off before, it is no workbook, and no program opens it: half a list must not look like a
    /// short one.
    public void end() throws IOException {
        book.close();
    }
}
