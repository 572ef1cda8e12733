package org.maplebridge.kernel.matters;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Post;

/// Who is there: nothing is put on a desk where everybody is away today, and what lies on one goes back to the common
/// desk of its office.
final class Presence {

    private Presence() {}

    /// Why nothing can be put on the desk of a post today, with who is there instead; empty if somebody is.
    static Optional<String> nobodyAt(Act act, Post post) {
        var holders = act.offices().holders(post.id(), act.today());
        if (holders.isEmpty() || holders.stream().anyMatch(Holder::present)) {
            return Optional.empty();
        }
        var away = holders.stream().map(Holder::shown).collect(Collectors.joining("、"));
        var there = act.offices().posts(post.agency()).stream()
                .filter(Predicate.not(post::equals))
                .flatMap(other -> act.offices().holders(other.id(), act.today()).stream()
                        .filter(Holder::present)
                        .map(holder -> holder.shown() + "（" + other.title() + "）"))
                .limit(8)
                .collect(Collectors.joining("、"));
        return Optional.of("“" + post.title() + "”今天没有人在岗：" + away + "。"
                + (there.isEmpty() ? "本单位今天没有别人在岗，请先安排代班。" : "在岗的有：" + there + "。"));
    }

    /// Back to the common desk, if it lies where nobody is.
    static KernelMoves.Change recalled(Act act, MatterState state) {
        var office = state.matter().office();
        boolean lost = office.post()
                .flatMap(act.offices()::post)
                .flatMap(post -> nobodyAt(act, post))
                .isPresent();
        return lost
                ? KernelMoves.Change.to(state.with(state.matter()
                        .with(new Matter.Office(office.area(), office.level(), office.agency(), Optional.empty()))))
                : KernelMoves.Change.refused(new Verdict.NotFromHere("岗位上有人在岗，不用交回。"));
    }
}
