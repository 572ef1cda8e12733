package org.maplebridge.kernel.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.imports.Imports.Decided;
import org.maplebridge.kernel.imports.Source.Row;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Opens the matters of some lines, a few at the same time, through the road every act takes.
@Component
class LineOpening {

    private final Matters matters;

    LineOpening(Matters matters) {
        this.matters = matters;
    }

    /// What came of each, in the order given.
    List<Came> all(Source source, UUID batch, List<Decided> lines) {
        var asked = new ArrayList<Callable<Came>>();
        lines.forEach(line -> asked.add(() -> line.came().orElseGet(() -> open(source, batch, line))));
        return Abreast.run(asked);
    }

    private Came open(Source source, UUID batch, Decided decided) {
        var line = decided.line();
        var ready = (Row.Ready) decided.row();
        var request = new Request(
                Actor.system(Imports.JOB),
                Canonical.MAPPER.valueToTree(ready.said()),
                new Work.Key("import/" + source.name(), key(source, ready, decided.attempt())),
                OptionalInt.empty(),
                Optional.of(batch));
        var mark = new LineFollowing.Mark.Making(batch, line.no(), source.name(), ready.external(), line.digest());
        try {
            var outcome = ScopedValue.where(LineFollowing.MARK, mark).call(() -> matters.open(source.scene(), request));
            return switch (outcome) {
                case Outcome.Done done ->
                    Came.made(line, ready.external(), done.matter().id());
                case Outcome.Repeat repeat -> Came.known(line, ready.external(), Optional.of(repeat.matter()));
                case Outcome.Refusal refusal -> Came.refused(line, ready.external(), faults(source, refusal.verdict()));
            };
        } catch (Refused refused) {
            return Came.refused(line, ready.external(), "整行", refused.problem().detail());
        }
    }

    /// The same line of the same source always has the same key, whichever file it came in.
    private static String key(Source source, Row.Ready ready, int attempt) {
        var text = source.name() + "\n" + ready.external() + "\n" + attempt;
        return Hash.sm3(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static List<Problem.Field> faults(Source source, Verdict verdict) {
        if (verdict instanceof Verdict.Invalid invalid) {
            return invalid.fields().stream()
                    .map(field -> new Problem.Field(source.column(field.name()), field.message()))
                    .toList();
        }
        return List.of(new Problem.Field("整行", why(verdict)));
    }

    /// Why an act was not done, in Chinese.
    static String why(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Invalid invalid ->
                invalid.fields().stream()
                        .map(Problem.Field::message)
                        .findFirst()
                        .orElse("内容不合要求。");
            case Verdict.Blocked blocked -> blocked.why();
            case Verdict.NotYours refused -> refused.why();
            case Verdict.NotFromHere refused -> refused.why();
            case Verdict.Stale stale -> "刚有人办过，现在是第 " + stale.version() + " 版。";
            default -> throw new IllegalStateException("a move that is made has no reason");
        };
    }
}
