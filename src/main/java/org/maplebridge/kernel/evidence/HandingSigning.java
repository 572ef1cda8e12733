package org.maplebridge.kernel.evidence;

import java.util.Optional;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Role;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Whoever was handed a file signs for it or sends it back. Nobody signs for another: for an agency that has no eyes
/// here, or somebody outside, whoever handles the matter in its office writes down their receipt on paper, as they
/// alone
/// may hand it over.
@Component
class HandingSigning implements SharedVerb<HandingSigning.SignedFor> {

    private static final String RULE = "evidence.signing";

    private final HandingStore handings;
    private final ObjectProvider<Matters> matters;
    private final Access access;

    HandingSigning(HandingStore handings, ObjectProvider<Matters> matters, Access access) {
        this.handings = handings;
        this.matters = matters;
        this.access = access;
    }

    /// @param no its place among the files of the matter
    record SignedFor(
            @Ask(value = "第几份材料", from = 1, to = 10000) int no,

            @Ask("收到没有") HandingAnswer answer,

            @Ask(value = "纸质回执的编号和签收人", why = "替单位或系统外的人登记签收时必填", most = 200)
            Optional<String> paper,

            @Ask(value = "说明", why = "退回的写明原因；数量、封条、外观与交接时不一样的写明", most = 500, kind = Ask.Kind.LONG_TEXT)
            Optional<String> note) {}

    @Override
    public String name() {
        return "sign-for-file";
    }

    @Override
    public String title() {
        return "签收材料";
    }

    @Override
    public String hint() {
        return "交给您的材料，收到后签收；没收到的退回";
    }

    @Override
    public Class<SignedFor> said() {
        return SignedFor.class;
    }

    @Override
    public By by() {
        return By.ADDRESSED;
    }

    @Override
    public Optional<Verdict> unaddressed(Matter matter, Actor actor) {
        var open = handings.of(matter.id()).stream()
                .filter(each -> !each.answered())
                .toList();
        if (open.stream().anyMatch(each -> each.awaits(actor))) {
            return Optional.empty();
        }
        return open.isEmpty() || !within(matter, actor)
                ? SharedVerb.super.unaddressed(matter, actor)
                : unentitled(matter, actor);
    }

    private static boolean within(Matter matter, Actor actor) {
        return actor.agency().isPresent()
                && actor.agency().equals(matter.office().agency());
    }

    /// Why somebody in the matter's office writes down no receipt of others: they may not hand anything over either.
    private Optional<Verdict> unentitled(Matter matter, Actor actor) {
        var handlers = matters.getObject().handlers(matter);
        if (handlers.stream().anyMatch(actor::has)) {
            return Optional.empty();
        }
        var who = handlers.stream()
                .flatMap(name -> access.role(name).stream())
                .map(Role::title)
                .sorted()
                .collect(Collectors.joining("、"));
        return Optional.of(new Verdict.NotYours("登记纸质回执、收回交出的材料，由承办单位里办理这类事项的人办：" + who + "。", Optional.of(RULE)));
    }

    @Override
    public boolean afterEnd() {
        return true;
    }

    @Override
    public Verdict done(Act act, SignedFor said) {
        var open = handings.open(act.id(), said.no());
        if (open.isEmpty()) {
            return Verdict.invalid("no", "第 " + said.no() + " 份材料没有等签收的交接。", RULE);
        }
        var handing = open.get();
        boolean mine = handing.awaits(act.actor());
        if (!mine && !within(act.matter(), act.actor())) {
            return new Verdict.NotYours("这份材料不是交给您的，由接收的人签收。", Optional.of(RULE));
        }
        var unentitled = mine ? Optional.<Verdict>empty() : unentitled(act.matter(), act.actor());
        if (unentitled.isPresent()) {
            return unentitled.get();
        }
        // whoever handed it over may work where it went by now
        if (mine
                && said.answer() == HandingAnswer.SIGNED
                && handing.by().equals(act.actor().id())) {
            return new Verdict.NotYours("是您自己交出的，由接收单位的别人签收。");
        }
        if (said.answer() == HandingAnswer.REFUSED && said.note().isEmpty()) {
            return Verdict.invalid("note", "退回或收回的，请写明原因。", RULE);
        }
        if (!mine && said.answer() == HandingAnswer.SIGNED) {
            if (handing.staff().isPresent()) {
                return new Verdict.NotYours("交给同事的，由本人登录后签收，别人不能代签。");
            }
            if (said.paper().isEmpty()) {
                return Verdict.invalid("paper", "对方不在网上签收的，请写纸质回执的编号和签收人。", RULE);
            }
        }
        handings.answer(act, handing, said.answer());
        return Verdict.moved();
    }
}
