package org.maplebridge.kernel.imports;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Errand;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.stereotype.Component;

/// `./maplebridge import undo BATCH`: takes a batch back, as far as nobody has acted on it.
@Component
class UndoErrand implements Errand {

    private static final int SHOWN = 50;

    private final Transactions transactions;
    private final ImportStore store;
    private final Withdrawing withdrawing;

    UndoErrand(Transactions transactions, ImportStore store, Withdrawing withdrawing) {
        this.transactions = transactions;
        this.store = store;
        this.withdrawing = withdrawing;
    }

    @Override
    public String verb() {
        return "import undo";
    }

    @Override
    public String help() {
        return """
                撤回一批导入：没有人办过的事项逐件撤回，轨迹保留；有人办过的留下并列出。
                  import undo          列出最近的批次
                  import undo BATCH    撤回这一批
                全部撤回时退出码为 0；有留下的为 1。""";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.isEmpty()) {
            var latest = transactions.run(Imports.SCOPE, work -> store.latest());
            latest.forEach(batch -> out.println(shown(batch)));
            return 0;
        }
        var id = arguments.size() == 1 ? id(arguments.getFirst()) : Optional.<UUID>empty();
        var batch = id.flatMap(known -> transactions.run(Imports.SCOPE, work -> store.find(known)));
        if (batch.isEmpty()) {
            err.println("没有这个批次。");
            err.println(help());
            return 2;
        }
        var result = withdrawing.undo(batch.get().id());
        out.printf("撤回了 %d 件，留下 %d 件。%n", result.withdrawn(), result.kept().size());
        result.kept().stream()
                .limit(SHOWN)
                .forEach(kept -> out.println("  第 " + kept.no() + " 行，" + kept.code() + "：" + kept.why()));
        if (result.kept().size() > SHOWN) {
            out.printf("  ……其余 %d 件%n", result.kept().size() - SHOWN);
        }
        return result.kept().isEmpty() ? 0 : 1;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String shown(ImportStore.Known batch) {
        var state = switch (batch.state()) {
            case "RUNNING" -> "没有做完";
            case "UNDONE" -> "已撤回";
            default -> "做完";
        };
        return "%s  %s  %s：新收 %d，已有 %d，不收 %d，撤回 %d"
                .formatted(
                        batch.id(),
                        batch.file(),
                        state,
                        batch.made(),
                        batch.known(),
                        batch.refused(),
                        batch.withdrawn());
    }
}
