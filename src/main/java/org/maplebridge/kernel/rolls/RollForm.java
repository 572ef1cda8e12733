package org.maplebridge.kernel.rolls;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.orgs.Directory;

/// Reads what somebody says of a line, by what its register asks for. Gathers every fault before it refuses.
final class RollForm {

    private static final int MOST_NAME = 60;

    private final List<Problem.Field> faults = new ArrayList<>();

    RollForm require(boolean met, String field, String message) {
        if (!met) {
            faults.add(new Problem.Field(field, message));
        }
        return this;
    }

    RollForm add(List<Problem.Field> more) {
        faults.addAll(more);
        return this;
    }

    /// Goes on if nothing was at fault.
    void settle() {
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
    }

    String words(String field, String title, @Nullable String said, int least, int most, boolean lines) {
        var kept = Words.kept(Optional.ofNullable(said).orElse(""));
        require(kept.codePointCount(0, kept.length()) >= least, field, "还没填“" + title + "”，至少 " + least + " 个字。");
        Words.fault(kept, most, lines).ifPresent(fault -> faults.add(new Problem.Field(field, fault)));
        return kept;
    }

    /// The name of a line, as far as its register has names.
    Optional<String> name(Roll roll, @Nullable String said) {
        return roll.named().map(title -> words("name", title, said, 1, MOST_NAME, false));
    }

    /// What the fields say. Nothing else may be said.
    ///
    /// @param lines finds a line that counts now, by its id and register
    Map<String, String> facts(Roll roll, Map<String, String> said, Directory offices, Lines lines) {
        var facts = new LinkedHashMap<String, String>();
        for (var stranger : said.keySet()) {
            require(roll.field(stranger).isPresent(), "facts", "没有叫“" + Words.shown(stranger) + "”的栏目。");
        }
        for (var field : roll.fields()) {
            var place = "facts." + field.name();
            var value = Optional.ofNullable(said.get(field.name())).orElse("").strip();
            if (value.isEmpty()) {
                require(field.optional(), place, "还没填“" + field.title() + "”。");
                continue;
            }
            facts.put(field.name(), read(field, place, value, offices, lines));
        }
        return facts;
    }

    /// Finds lines.
    interface Lines {
        boolean counts(String roll, UUID line);
    }

    private String read(Roll.Field field, String place, String value, Directory offices, Lines lines) {
        return switch (field.kind()) {
            case "text", "longText" ->
                words(place, field.title(), value, 1, field.most(), field.kind().equals("longText"));
            case "choice" -> {
                require(field.choices().containsKey(value), place, "“" + field.title() + "”没有这一项，请从列出的里面选。");
                yield value;
            }
            case "boolean" -> {
                require(value.equals("true") || value.equals("false"), place, "请回答是或者否。");
                yield value;
            }
            case "integer" -> {
                require(whole(field, value), place, "请填 " + field.least() + " 到 " + field.most() + " 的整数。");
                yield value;
            }
            case "staff" -> {
                require(id(value).flatMap(offices::staff).isPresent(), place, "没有这位工作人员，请重新选择。");
                yield value;
            }
            case "line" -> {
                boolean there = id(value)
                        .filter(id -> lines.counts(field.roll().orElseThrow(), id))
                        .isPresent();
                require(there, place, "名册里没有这一条，或者已经结束，请重新选择。");
                yield value;
            }
            default -> throw new IllegalStateException("a field of no known kind: " + field);
        };
    }

    private static boolean whole(Roll.Field field, String value) {
        return value.matches("\\d{1,6}")
                && Integer.parseInt(value) >= field.least()
                && Integer.parseInt(value) <= field.most();
    }

    static Optional<UUID> id(String said) {
        try {
            return Optional.of(UUID.fromString(said));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
