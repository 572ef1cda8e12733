package org.maplebridge.kernel.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.imports.RegisterStore.Counts;
import org.maplebridge.kernel.imports.Source.Row;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.OpeningForm;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.stereotype.Component;

/// Goes through a register as a run would, with the scene's own rules, and writes nothing: which lines would be taken,
/// which not and why, and which are likely there already.
@Component
class RegisterCheck {

    private static final int TOGETHER = LineOpening.TOGETHER;

    private final Transactions transactions;
    private final ImportStore imports;
    private final Offices offices;
    private final Matters matters;

    RegisterCheck(Transactions transactions, ImportStore imports, Offices offices, Matters matters) {
        this.transactions = transactions;
        this.imports = imports;
        this.offices = offices;
        this.matters = matters;
    }

    /// What was found so far.
    record Part(Counts counts, List<Finding> findings) {}

    /// A line that could be taken.
    private record Ready(TableFile.Line line, Row.Ready row) {}

    /// @param told hears of each part
    Counts run(RegisterSource source, TableFile table, OpeningForm form, Consumer<Part> told) {
        var seen = new HashMap<String, Integer>();
        var alike = new HashMap<String, Integer>();
        var counts = new Counts(table.lines().size(), 0, 0, 0, 0);
        var lines = table.lines();
        for (int from = 0; from < lines.size(); from += TOGETHER) {
            var some = lines.subList(from, Math.min(lines.size(), from + TOGETHER));
            var findings = part(source, some, form, seen, alike);
            int refused = (int) findings.stream()
                    .filter(each -> each.kind() == Finding.Kind.REFUSED)
                    .count();
            int likely = findings.size() - refused;
            counts = new Counts(
                    lines.size(),
                    counts.done() + some.size(),
                    counts.good() + some.size() - refused,
                    counts.refused() + refused,
                    counts.likely() + likely);
            told.accept(new Part(counts, findings));
        }
        return counts;
    }

    private List<Finding> part(
            RegisterSource source,
            List<TableFile.Line> lines,
            OpeningForm form,
            Map<String, Integer> seen,
            Map<String, Integer> alike) {
        var findings = new ArrayList<Finding>();
        var ready = new ArrayList<Ready>();
        transactions.run(Imports.SCOPE, work -> {
            var directory = offices.at(work);
            for (var line : lines) {
                if (!line.faults().isEmpty()) {
                    findings.add(refused(line, line.faults()));
                    continue;
                }
                switch (source.read(line.cells(), directory, work.now())) {
                    case Row.Faulty faulty -> findings.add(refused(line, faulty.faults()));
                    case Row.Ready row -> ready.add(new Ready(line, row));
                }
            }
            var before = imports.before(
                    source.name(),
                    ready.stream().map(each -> each.row().external()).toList());
            ready.removeIf(each -> known(source, each, before, seen, findings));
            return true;
        });
        var requests = ready.stream()
                .map(each -> LineOpening.request(source, new UUID(0, 0), each.row(), 0))
                .toList();
        var tried = matters.tryAll(source.scene(), requests, (at, part) -> part.run());
        for (int i = 0; i < ready.size(); i++) {
            var each = ready.get(i);
            var refusal = tried.get(i).refused();
            if (refusal.isPresent()) {
                findings.add(refused(each.line(), LineOpening.faults(source, refusal.get())));
                continue;
            }
            var like = tried.get(i)
                    .like()
                    .map(code -> "事项 " + code)
                    .or(() -> earlier(each, form, alike).map(no -> "第 " + no + " 行"));
            like.ifPresent(other -> findings.add(likely(each.line(), other, "同一个人、同一个地方、同一天，像是同一件事。")));
        }
        return findings;
    }

    /// What needs no asking: its number stood in the file or came before.
    private static boolean known(
            RegisterSource source,
            Ready each,
            Map<String, ImportStore.Before> before,
            Map<String, Integer> seen,
            List<Finding> findings) {
        var external = each.row().external();
        var first = seen.putIfAbsent(external, each.line().no());
        if (first != null) {
            findings.add(refused(each.line(), List.of(new Problem.Field(source.numberColumn(), source.twice(first)))));
            return true;
        }
        var standing = Optional.ofNullable(before.get(external)).flatMap(ImportStore.Before::standing);
        standing.ifPresent(known -> findings.add(
                known.digest().equals(each.line().digest())
                        ? likely(each.line(), "以前的导入", "以前已经导入，不会再收一遍。")
                        : refused(
                                each.line(),
                                List.of(new Problem.Field(source.numberColumn(), "这个编号以前导入过，内容却不同；原来的事项不会改动。")))));
        return standing.isPresent();
    }

    private static Optional<Integer> earlier(Ready each, OpeningForm form, Map<String, Integer> alike) {
        var key = new StringBuilder();
        boolean person = false;
        for (var field : form.fields()) {
            var said = each.row().said().getOrDefault(field.name(), "").toString();
            switch (field.kind()) {
                case PERSON -> {
                    person |= !said.isEmpty();
                    key.append(said).append('\n');
                }
                case AREA -> key.append(said).append('\n');
                case DATE, INSTANT ->
                    key.append(said, 0, Math.min(10, said.length())).append('\n');
                default -> {}
            }
        }
        return person
                ? Optional.ofNullable(
                        alike.putIfAbsent(key.toString(), each.line().no()))
                : Optional.empty();
    }

    private static Finding refused(TableFile.Line line, List<Problem.Field> faults) {
        return new Finding(line.no(), Finding.Kind.REFUSED, Optional.empty(), faults);
    }

    private static Finding likely(TableFile.Line line, String other, String why) {
        return new Finding(line.no(), Finding.Kind.LIKELY, Optional.of(other), List.of(new Problem.Field("整行", why)));
    }
}
