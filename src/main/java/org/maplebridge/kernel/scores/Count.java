package org.maplebridge.kernel.scores;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.scores.Scored.Effect;
import org.maplebridge.kernel.scores.Scored.Reason;

/// One count by one card.
final class Count {

    private final Card card;
    private final Known known;
    private final Function<String, Parameter> numbers;
    private final List<Reason> reasons = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private BigDecimal points = BigDecimal.ZERO;
    private int jumped = -1;
    private int firm = -1;

    Count(Card card, Known known, Function<String, Parameter> numbers) {
        this.card = card;
        this.known = known;
        this.numbers = numbers;
        known.facts().forEach((name, fact) -> {
            if (card.facts().get(name) != fact.kind()) {
                throw new IllegalArgumentException(card.name() + " asks for no " + fact.kind() + " " + name);
            }
        });
    }

    Scored scored() {
        card.factors().forEach(this::add);
        card.jumps().stream()
                .filter(jump -> card.factors().stream()
                        .noneMatch(factor -> factor.fact().equals(jump.fact())))
                .filter(jump -> !known.facts().containsKey(jump.fact()))
                .forEach(jump -> unknown(jump.fact(), jump.why(), jump.from()));
        card.jumps().forEach(this::jump);
        sumChecked();
        var most = BigDecimal.valueOf(card.most());
        var total = points.min(most);
        if (points.compareTo(most) > 0) {
            remark("合计 " + plain(points) + " 分，最多算 " + card.most() + " 分");
        }
        if (reasons.isEmpty()) {
            remark("各项都核实过，没有一项成立");
        }
        var asked = card.facts().keySet();
        int told = (int) asked.stream().filter(known.facts()::containsKey).count();
        var versions = List.copyOf(used);
        return new Scored(
                total,
                band(total, told < asked.size()),
                told,
                asked.size(),
                card.edition(),
                reasons,
                firm < 0 ? Optional.empty() : Optional.of(card.steps().get(firm).band()),
                versions);
    }

    private void add(Card.Factor factor) {
        var fact = known.facts().get(factor.fact());
        if (fact == null) {
            unknown(factor.name(), factor.why(), factor.from());
            return;
        }
        var full = number(factor.points());
        var given = switch (fact) {
            case Known.Truth truth -> truth.holds() ? full : BigDecimal.ZERO;
            case Known.Size size -> reaches(size, factor.from()) ? full : BigDecimal.ZERO;
            case Known.Share share -> share.share().multiply(full).setScale(2, RoundingMode.HALF_UP);
        };
        points = points.add(given);
        var why = Card.filled(factor.why(), factor.from().map(this::number));
        if (fact instanceof Known.Share share) {
            reasons.add(new Reason(
                    Optional.of(factor.name()),
                    Effect.ADDS,
                    given,
                    why + "：" + share.words() + "，得 " + plain(given) + " 分（满分 " + plain(full) + " 分）"));
        } else if (holds(fact, factor.from())) {
            reasons.add(new Reason(Optional.of(factor.name()), Effect.ADDS, given, why + "，加 " + plain(given) + " 分"));
        }
    }

    private void jump(Card.Jump jump) {
        var fact = known.facts().get(jump.fact());
        if (fact == null || !holds(fact, jump.from())) {
            return;
        }
        int to = card.rank(jump.to());
        jumped = Math.max(jumped, to);
        firm = jump.firm() ? Math.max(firm, to) : firm;
        reasons.add(new Reason(
                Optional.of(jump.fact()),
                Effect.JUMPS,
                BigDecimal.ZERO,
                Card.filled(jump.why(), jump.from().map(this::number)) + "（" + jump.then() + "）"));
    }

    private boolean holds(Known.Fact fact, Optional<String> from) {
        return switch (fact) {
            case Known.Truth truth -> truth.holds();
            case Known.Size size -> reaches(size, from);
            case Known.Share share -> share.share().signum() > 0;
        };
    }

    private boolean reaches(Known.Size size, Optional<String> from) {
        return size.number().compareTo(number(from.orElseThrow())) >= 0;
    }

    private void unknown(String factor, String why, Optional<String> from) {
        var words = Card.filled(why, from.map(this::number));
        boolean graded = card.factors().stream().anyMatch(each -> each.name().equals(factor) && each.graded());
        reasons.add(new Reason(
                Optional.of(factor),
                Effect.UNKNOWN,
                BigDecimal.ZERO,
                graded ? "没有“" + words + "”的数据" : "不知道是否" + words));
    }

    /// People may have changed one of the numbers since the start.
    private void sumChecked() {
        card.sum().ifPresent(sum -> {
            var all = card.factors().stream()
                    .map(factor -> number(factor.points()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (all.compareTo(BigDecimal.valueOf(sum)) != 0) {
                remark("各项满分合计 " + plain(all) + " 分，不是 " + sum + " 分，请核对参数");
            }
        });
    }

    /// What missing facts could only raise stands; what they leave open is not told.
    private Band band(BigDecimal total, boolean missing) {
        int reached = Math.max(0, jumped);
        for (int at = 1; at < card.steps().size(); at++) {
            if (total.compareTo(number(card.steps().get(at).from().orElseThrow())) >= 0) {
                reached = Math.max(reached, at);
            }
        }
        boolean highest = reached == card.steps().size() - 1;
        boolean open = missing && (reached == 0 || (card.gap().anywhere() && jumped < 0 && !highest));
        return open ? card.gap().band() : card.steps().get(reached).band();
    }

    private BigDecimal number(String parameter) {
        var found = numbers.apply(parameter);
        used.add(found.version());
        return found.decimal();
    }

    private void remark(String words) {
        reasons.add(new Reason(Optional.empty(), Effect.REMARK, BigDecimal.ZERO, words));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
