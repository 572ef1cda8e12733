package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Term;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Post;
import tools.jackson.databind.JsonNode;

/// What the kernel's own verbs do to a matter. The stage stays; office, level, clocks and links change.
final class KernelMoves {

    private static final Map<String, KernelVerb> BY_NAME =
            Arrays.stream(KernelVerb.values()).collect(Collectors.toMap(KernelVerb::wireName, Function.identity()));

    private static final Map<KernelVerb, Form> FORMS =
            Arrays.stream(KernelVerb.values()).collect(Collectors.toMap(Function.identity(), KernelMoves::formOf));

    private KernelMoves() {}

    static Optional<KernelVerb> byWireName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// What it is called in the trail of the second matter.
    static String nameAtOther(KernelVerb verb) {
        return verb.wireName() + "-from";
    }

    /// What stands there: which matter it was, and why.
    static KernelVerb.Linked saidAtOther(Record said, UUID first) {
        var reason = said instanceof KernelVerb.Merged merged
                ? merged.strangers()
                        .map(why -> merged.reason() + "（当事人不同：" + why + "）")
                        .orElse(merged.reason())
                : ((KernelVerb.Linked) said).reason();
        return new KernelVerb.Linked(first, reason);
    }

    static Optional<String> titleOfOther(String name) {
        return Arrays.stream(KernelVerb.values())
                .filter(KernelVerb::concernsTwo)
                .filter(verb -> nameAtOther(verb).equals(name))
                .map(verb -> verb == KernelVerb.MERGE ? "另一件并入本件" : "被关联")
                .findFirst();
    }

    private static Form formOf(KernelVerb verb) {
        return Form.of("kernel", verb.body());
    }

    static Form form(KernelVerb verb) {
        return java.util.Objects.requireNonNull(FORMS.get(verb));
    }

    static Optional<Form> form(String bodyType) {
        return FORMS.values().stream()
                .filter(form -> form.type().equals(bodyType))
                .findFirst();
    }

    /// The matters a verb locks, as its body says before it is read; what says none locks one.
    static List<UUID> locks(UUID id, Optional<KernelVerb> verb, JsonNode body) {
        var other = body.path("matter").asString("");
        try {
            return verb.filter(KernelVerb::concernsTwo).isPresent() ? List.of(id, UUID.fromString(other)) : List.of(id);
        } catch (IllegalArgumentException malformed) {
            return List.of(id);
        }
    }

    /// What the envelope itself names: it outlives the body.
    static List<UUID> refs(Record said) {
        return switch (said) {
            case KernelVerb.Erased erased -> List.of(erased.order());
            case KernelVerb.Sealed sealed -> List.of(sealed.order());
            case KernelVerb.Unsealed unsealed -> List.of(unsealed.order());
            default -> List.of();
        };
    }

    /// The other matter a verb is about.
    static Optional<UUID> other(Record said) {
        if (said instanceof KernelVerb.Linked linked) {
            return Optional.of(linked.matter());
        }
        return said instanceof KernelVerb.Merged merged ? Optional.of(merged.matter()) : Optional.empty();
    }

    /// Back to the office above. Of two returns the second is the last: then the office above designates.
    static Change returned(Act act, MatterState state, int most) {
        if (state.matter().standing().returns() >= most) {
            return Change.refused(Verdict.blocked(
                    "已经退回 " + most + " 次，由共同上级指定的单位不得再退。", "matters.return-most", "信访工作条例第二十四条（参照），本地默认"));
        }
        return above(act, state)
                .map(above -> {
                    var standing = state.matter().standing().returned();
                    return Change.to(
                            state.with(state.matter().with(office(state, above)).with(standing)));
                })
                .orElseGet(KernelMoves::nobodyAbove);
    }

    /// To the next level up.
    static Change upgraded(Act act, MatterState state) {
        return above(act, state)
                .map(above -> Change.to(state.with(state.matter().with(office(state, above)))))
                .orElseGet(KernelMoves::nobodyAbove);
    }

    private static Optional<Agency> above(Act act, MatterState state) {
        return state.matter().office().agency().flatMap(act.offices()::agency).flatMap(act.offices()::above);
    }

    private static Change nobodyAbove() {
        return Change.refused(Verdict.blocked("本单位上面没有可以接收的单位。", "matters.above", "本地默认"));
    }

    /// To another office.
    static Change transferred(Act act, MatterState state, KernelVerb.Transferred said) {
        var target = act.offices().agency(said.agency()).orElseThrow();
        if (state.matter().office().agency().filter(target.id()::equals).isPresent()) {
            return Change.refused(Verdict.invalid("agency", "现在就由这个单位办，请选别的单位。", "matters.transfer-same"));
        }
        if (!target.covers(state.matter().office().area())) {
            return Change.refused(Verdict.invalid(
                    "agency",
                    "这个单位不管事发地（"
                            + act.offices().fullName(state.matter().office().area()) + "）。",
                    "matters.transfer-area"));
        }
        if (target.level().compareTo(highest(act, state)) > 0) {
            return Change.refused(Verdict.invalid(
                    "agency", "这个单位比现在承办的高，不能“交办”给它。办不了的，请用“提级”；不归本单位办的，请用“退回”。", "matters.transfer-up"));
        }
        return Change.to(state.with(state.matter().with(office(state, target))));
    }

    /// Whoever handles a matter hands it on below or beside; upwards it goes by upgrade or return, which is counted.
    /// An office above may give it to any office up to its own level.
    private static Level highest(Act act, MatterState state) {
        var handling = Level.valueOf(state.matter().office().level());
        return act.actor()
                .agency()
                .flatMap(act.offices()::agency)
                .map(Agency::level)
                .filter(level -> level.compareTo(handling) > 0)
                .orElse(handling);
    }

    /// To a post of the same office.
    static Change assigned(Act act, MatterState state, KernelVerb.Assigned said) {
        var office = state.matter().office();
        var post = act.offices().post(said.post()).orElseThrow();
        if (!office.agency().equals(Optional.of(post.agency()))) {
            return Change.refused(Verdict.invalid("post", "这个岗位不在承办单位里，请选本单位的岗位。", "matters.assign-office"));
        }
        var nobody = Presence.nobodyAt(act, post);
        if (nobody.isPresent()) {
            return Change.refused(Verdict.invalid("post", nobody.get(), "matters.assign-present", "本地默认"));
        }
        if (allKeepOut(act, state, post)) {
            return Change.refused(
                    Verdict.invalid("post", "这个岗位上的人都回避这件事，看不到它，请选别的岗位。", "matters.assign-recused", "本地默认"));
        }
        return Change.to(state.with(state.matter()
                .with(new Matter.Office(office.area(), office.level(), office.agency(), Optional.of(post.id())))));
    }

    private static boolean allKeepOut(Act act, MatterState state, Post post) {
        var there = act.offices().holders(post.id(), act.today()).stream()
                .filter(Holder::present)
                .toList();
        return !there.isEmpty()
                && there.stream()
                        .allMatch(holder -> state.recusals().stream()
                                .anyMatch(recusal -> recusal.holds()
                                        && recusal.person()
                                                .equals(holder.staff().id())));
    }

    private static Matter.Office office(MatterState state, Agency agency) {
        return new Matter.Office(
                state.matter().office().area(), agency.level().name(), Optional.of(agency.id()), Optional.empty());
    }

    /// @param runningOn the limits that don't stop
    static Change suspended(Act act, MatterState state, Limits limits, Set<String> runningOn) {
        var standing = state.matter().standing().suspended(Optional.of(act.now()));
        return Change.to(state.with(state.matter().with(standing))
                .withDeadlines(limits.suspended(state.deadlines(), runningOn, act.now())));
    }

    static MatterState resumed(MatterState state, Limits limits, Instant now) {
        var standing = state.matter().standing().suspended(Optional.empty());
        return state.with(state.matter().with(standing)).withDeadlines(limits.resumed(state.deadlines(), now));
    }

    /// Puts off the limit that ends first among those the lifecycle names and that weren't put off yet.
    static Change extended(
            Act act, MatterState state, Limits limits, Set<String> extendable, KernelVerb.Extended said) {
        if (!said.agreed()) {
            return Change.refused(Verdict.invalid("agreed", "各方都同意才能延期。", "matters.extend-agreed"));
        }
        if (extendable.isEmpty()) {
            return Change.refused(Verdict.blocked("这类业务没有可以延的期限。", "matters.extend", "本地默认"));
        }
        var running = state.deadlines().stream()
                .filter(each -> each.state() == Deadline.State.RUNNING && extendable.contains(each.parameter()))
                .min(Comparator.comparing((Deadline each) -> each.extension().isPresent())
                        .thenComparing(Deadline::due));
        if (running.isEmpty()) {
            return Change.refused(Verdict.blocked("现在没有可以延的期限。", "matters.extend-running", "本地默认"));
        }
        if (!act.now().isBefore(running.get().due())) {
            return Change.refused(Verdict.blocked(
                    "期限已于 " + running.get().lastDay() + " 届满，延期要在届满以前办，现在不能再延。请照常接着办，逾期的情况报上级督办人员处理。",
                    "matters.extend-late",
                    "本地默认"));
        }
        if (running.get().extension().isPresent()) {
            return Change.refused(Verdict.blocked("这个期限已经延过一次。", "matters.extend-once", "本地默认"));
        }
        Term by = act.number(running.get().parameter() + ".extension").term();
        var put = limits.extended(running.get(), by);
        return Change.to(state.withDeadlines(state.deadlines().stream()
                .map(each -> each.no() == put.no() ? put : each)
                .toList()));
    }

    /// Whoever asks is named by their place. What they say stands in the request only: it may be about those who read
    /// this trail.
    static Change asked(Act act, MatterState state, KernelVerb.Asked said) {
        boolean themself = act.actor().kind() == Actor.Kind.CITIZEN;
        var asker = state.parties().stream()
                .filter(party -> themself
                        ? party.persona().equals(act.actor().person())
                        : said.party().equals(Optional.of(party.no())))
                .findFirst();
        if (asker.isEmpty()) {
            return Change.refused(Verdict.invalid(
                    "party", "请写明是第几位当事人提出的，这一件有 " + state.parties().size() + " 位。", "matters.ask-party"));
        }
        var no = Optional.of(asker.get().no());
        return Change.saying(state, new KernelVerb.Asked(said.kind(), "记在请求里，由受理请求的单位答复。", no));
    }

    static MatterState linked(MatterState state, Link.Kind kind, UUID other, boolean blocking) {
        var links = new ArrayList<>(state.links());
        links.add(new Link(links.size() + 1, kind, other, blocking));
        return state.withLinks(List.copyOf(links));
    }

    /// A changed state, or why there is none.
    ///
    /// @param words what goes into the trail, where that is more than what was said
    record Change(Optional<MatterState> state, Optional<Verdict> refusal, Optional<Record> words) {

        static Change to(MatterState state) {
            return new Change(Optional.of(state), Optional.empty(), Optional.empty());
        }

        static Change saying(MatterState state, Record words) {
            return new Change(Optional.of(state), Optional.empty(), Optional.of(words));
        }

        static Change refused(Verdict verdict) {
            return new Change(Optional.empty(), Optional.of(verdict), Optional.empty());
        }
    }
}
