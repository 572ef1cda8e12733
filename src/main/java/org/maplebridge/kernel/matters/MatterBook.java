package org.maplebridge.kernel.matters;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Takings;
import org.maplebridge.kernel.ground.LongSheet;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// The list of matters as a workbook. Read page by page, each in a transaction of its own under the eyes of whoever
/// asked, and sent on before the next: neither the whole list nor a slow reader holds the database.
@Component
class MatterBook {

    /// How many matters are read at a time.
    static final int PAGE = 500;

    private static final String MOST = "matters.book-rows";
    private final Transactions transactions;
    private final MatterList list;
    private final MatterAsking asking;
    private final Offices offices;
    private final Parameters parameters;
    private final Takings takings;

    MatterBook(
            Transactions transactions,
            MatterList list,
            MatterAsking asking,
            Offices offices,
            Parameters parameters,
            Takings takings) {
        this.transactions = transactions;
        this.list = list;
        this.asking = asking;
        this.offices = offices;
        this.parameters = parameters;
        this.takings = takings;
    }

    /// A book of which everything that may be refused is known; nothing has been sent yet.
    final class Begun {

        private final Actor actor;
        private final List<MatterColumn.Cell> cells;
        private final ListQuery.Filter filter;
        private final int most;
        private final List<String> foot;
        private final Page<MatterRow> first;
        private final Takings.Book noted;
        private int count;

        private Begun(Actor actor, MatterAsked asked, Optional<String> cols) {
            this.actor = actor;
            this.cells = MatterColumn.cells(cols);
            this.filter = asking.filter(actor, asked);
            record Known(int most, List<String> foot, String filters) {}
            var known = transactions.run(
                    actor.scope(),
                    work -> new Known(
                            parameters
                                    .at(work, MOST, asking.root(work), work.today())
                                    .whole(),
                            foot(work, actor, asked),
                            asking.noted(work, asked)));
            this.most = known.most();
            this.foot = known.foot();
            this.noted = new Takings.Book(
                    "事项清单",
                    known.filters(),
                    cells.stream().map(MatterColumn.Cell::title).toList());
            this.first = list.find(actor, filter.page(Optional.empty(), Math.min(PAGE, most)));
        }

        /// On record before the first byte, and how much was sent also where it broke off.
        void write(OutputStream out) throws IOException {
            var taking = transactions.run(actor.scope(), work -> takings.begun(work, actor, noted));
            try {
                send(out);
            } finally {
                transactions.run(actor.scope(), work -> {
                    takings.sent(work, actor, taking, count);
                    return true;
                });
            }
        }

        private void send(OutputStream out) throws IOException {
            var widths = cells.stream().map(MatterColumn.Cell::width).toList();
            var sheet = new LongSheet(out, "事项", widths);
            sheet.row(cells.stream().map(MatterColumn.Cell::title).toList());
            var page = first;
            rows(sheet, page);
            while (page.next().isPresent() && count < most) {
                page = list.find(actor, filter.page(page.next(), Math.min(PAGE, most - count)));
                rows(sheet, page);
            }
            sheet.row(List.of());
            sheet.row(List.of("共 " + count + " 件，只含导出人能看的，名字按清单遮挡"));
            if (more(page)) {
                sheet.row(List.of("后面还有，没有存进来：一份表格最多 " + most + " 件，请加上筛选再存。"));
            }
            for (String line : foot) {
                sheet.row(List.of(line));
            }
            sheet.end();
        }

        private void rows(LongSheet sheet, Page<MatterRow> page) throws IOException {
            for (MatterRow row : page.items()) {
                sheet.row(cells.stream().map(cell -> cell.words().apply(row)).toList());
                count++;
            }
            sheet.sent();
        }

        /// A page may say that it goes on where nothing more is found.
        private boolean more(Page<MatterRow> last) {
            var page = last;
            while (page.next().isPresent()) {
                page = list.find(actor, filter.page(page.next(), 1));
                if (!page.items().isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    private List<String> foot(Work work, Actor actor, MatterAsked asked) {
        var office = actor.agency()
                .flatMap(offices.at(work)::agency)
                .map(Agency::name)
                .map(name -> "，" + name)
                .orElse("");
        return List.of(
                "筛选：" + asking.said(work, asked),
                "导出人：" + actor.name() + office,
                "导出时间：" + MatterColumn.MOMENT.format(work.now()));
    }

    Begun begun(Actor actor, MatterAsked asked, Optional<String> cols) {
        return new Begun(actor, asked, cols);
    }
}
