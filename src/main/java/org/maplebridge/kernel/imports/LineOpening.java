package org.maplebridge.kernel.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Opens the matters of some lines, some together and a few such lots at the same time, through the road every act
/// takes.
@Component
class LineOpening {

    private static final Logger LOG = LoggerFactory.getLogger(LineOpening.class);

    /// How many are opened in one transaction.
    static final int TOGETHER = 100;

    private final Matters matters;

    LineOpening(Matters matters) {
        this.matters = matters;
    }

    /// What came of each, in the order given.
    List<Came> all(Source source, UUID batch, List<Decided> lines) {
        var asked = new ArrayList<Callable<List<Came>>>();
        var open = lines.stream().filter(line -> line.came().isEmpty()).toList();
        for (int from = 0; from < open.size(); from += TOGETHER) {
            var some = open.subList(from, Math.min(open.size(), from + TOGETHER));
            asked.add(() -> together(source, batch, some));
        }
        var opened = new HashMap<Integer, Came>();
        Abreast.run(asked).forEach(some -> some.forEach(came -> opened.put(came.no(), came)));
        return lines.stream()
                .map(line -> line.came()
                        .orElseGet(() ->
                                Objects.requireNonNull(opened.get(line.line().no()))))
                .toList();
    }

    /// In one transaction. If anything unforeseen stops it, once more, and then one by one, so that it stops no other.
    private List<Came> together(Source source, UUID batch, List<Decided> lines) {
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                return once(source, batch, lines);
            } catch (DataAccessException | Refused | IllegalStateException stopped) {
                LOG.info("{} lines of {} could not be opened together: {}", lines.size(), batch, stopped.toString());
            }
        }
        return lines.stream().map(line -> open(source, batch, line)).toList();
    }

    private List<Came> once(Source source, UUID batch, List<Decided> lines) {
        var requests = lines.stream().map(line -> request(source, batch, line)).toList();
        var outcomes = matters.openAll(
                source.scene(),
                requests,
                (at, part) -> ScopedValue.where(LineFollowing.MARK, mark(source, batch, lines.get(at)))
                        .run(part));
        var came = new ArrayList<Came>();
        for (int i = 0; i < lines.size(); i++) {
            came.add(came(source, lines.get(i), outcomes.get(i)));
        }
        return came;
    }

    private Came open(Source source, UUID batch, Decided decided) {
        try {
            return came(
                    source,
                    decided,
                    ScopedValue.where(LineFollowing.MARK, mark(source, batch, decided))
                            .call(() -> matters.open(source.scene(), request(source, batch, decided))));
        } catch (Refused refused) {
            return Came.refused(
                    decided.line(),
                    ready(decided).external(),
                    "整行",
                    refused.problem().detail());
        }
    }

    private static Row.Ready ready(Decided decided) {
        return (Row.Ready) decided.row();
    }

    private static LineFollowing.Mark mark(Source source, UUID batch, Decided decided) {
        var line = decided.line();
        return new LineFollowing.Mark.Making(
                batch, line.no(), source.name(), ready(decided).external(), line.digest());
    }

    private static Request request(Source source, UUID batch, Decided decided) {
        return request(source, batch, ready(decided), decided.attempt());
    }

    static Request request(Source source, UUID batch, Row.Ready ready, int attempt) {
        return new Request(
                Actor.system(Imports.JOB),
                Canonical.MAPPER.valueToTree(ready.said()),
                new Work.Key("import/" + source.name(), key(source, ready, attempt)),
                OptionalInt.empty(),
                Optional.of(batch),
                ready.ended());
    }

    private static Came came(Source source, Decided decided, Outcome outcome) {
        var line = decided.line();
        var external = ready(decided).external();
        return switch (outcome) {
            case Outcome.Done done -> Came.made(line, external, done.matter().id());
            case Outcome.Repeat repeat -> Came.known(line, external, Optional.of(repeat.matter()));
            case Outcome.Refusal refusal -> Came.refused(line, external, faults(source, refusal.verdict()));
        };
    }

    /// The same line of the same source always has the same key, whichever file it came in.
    private static String key(Source source, Row.Ready ready, int attempt) {
        var text = source.name() + "\n" + ready.external() + "\n" + attempt;
        return Hash.sm3(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static List<Problem.Field> faults(Source source, Verdict verdict) {
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
