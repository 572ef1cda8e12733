package org.maplebridge.kernel.matters;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.matters.KernelMoves.Change;
import org.maplebridge.kernel.people.Identifiers;
import org.maplebridge.kernel.people.Persona;
import org.maplebridge.kernel.people.Ties;

/// What becomes of a matter when something is said of its parties.
/// Grounds: Personal Information Protection Law, art. 14, 15, 29, 31, 46; Law on the Protection of Minors, art. 103.
final class PartyMoves {

    private final Writing tools;
    private final Act act;
    private final Batch batch;
    private final MatterState state;

    PartyMoves(Writing tools, Act act, Batch batch, MatterState state) {
        this.tools = tools;
        this.act = act;
        this.batch = batch;
        this.state = state;
    }

    Change changed(Record said) {
        return switch (said) {
            case PartySaid.Identified identified -> party(identified.party(), it -> identified(it, identified));
            case PartySaid.Related related ->
                party(related.party(), it -> speaking().related(it.party(), it.persona(), related));
            case PartySaid.PowerChanged changed ->
                party(changed.party(), it -> speaking().powerChanged(it.party(), changed));
            case PartySaid.Consented consented -> party(consented.party(), it -> consented(it, consented));
            case PartySaid.Corrected corrected -> party(corrected.party(), it -> corrected(it, corrected));
            case PartySaid.CodeGiven given -> party(given.party(), this::coded);
            default -> throw new IllegalArgumentException(said.getClass().getName());
        };
    }

    private PartySpeaking speaking() {
        return new PartySpeaking(tools, act, batch, state);
    }

    private interface OnParty {
        Change of(Known known);
    }

    private record Known(Party party, Persona persona) {}

    private Change party(int no, OnParty deed) {
        return known(no).map(deed::of).orElseGet(() -> refused("party", "这件事没有第 " + no + " 位当事人。"));
    }

    private Optional<Known> known(int no) {
        return state.parties().stream()
                .filter(each -> each.no() == no)
                .findFirst()
                .flatMap(party -> Optional.ofNullable(
                                tools.personas().byId(List.of(party.persona())).get(party.persona()))
                        .map(persona -> new Known(party, persona)));
    }

    private static Change refused(String field, String words) {
        return Change.refused(Verdict.invalid(field, words, "people.party"));
    }

    private Change identified(Known known, PartySaid.Identified said) {
        var fault = Identifiers.fault(said.kind().kind(), said.value(), act.today());
        if (fault.isPresent()) {
            return refused("value", fault.get());
        }
        var identifier = Identifiers.of(said.kind().kind(), said.value());
        var persona = known.persona();
        var holder = tools.personas().holder(persona.domain(), identifier);
        if (identifier.kind().unique()
                && holder.filter(id -> !id.equals(persona.id())).isPresent()) {
            return Change.refused(Verdict.blocked(
                    "这个号码已经登记在另一位当事人名下。核对无误、确是同一个人的，请申请合并（双人审批）；不是的，请对照证件核对号码。", "people.number-taken", "本地默认"));
        }
        boolean checked = said.checked() != PartySaid.Checked.NOT_YET;
        tools.personas()
                .identify(
                        act.work(),
                        batch,
                        persona,
                        identifier,
                        checked ? Optional.of(said.checked().title()) : Optional.empty());
        return identifier
                .birth()
                .map(birth -> birth.plusYears(Ties.ADULT))
                .filter(adult -> act.today().isBefore(adult))
                .map(adult -> minor(known, adult))
                .orElse(Change.to(state));
    }

    /// A minor's name is shown by its first letter only, wherever it stands. An adult's day of birth stays sealed.
    private Change minor(Known known, LocalDate adult) {
        var shown = tools.personas().minor(batch, known.persona(), adult);
        return Change.to(shownAs(known.party(), shown));
    }

    private MatterState shownAs(Party party, String shown) {
        var parties = state.parties().stream()
                .map(each -> each.persona().equals(party.persona())
                        ? new Party(each.no(), each.role(), each.persona(), shown)
                        : each)
                .toList();
        return state.named(parties);
    }

    private Change consented(Known known, PartySaid.Consented said) {
        var giver = said.by().flatMap(this::known);
        if (said.by().isPresent() && giver.isEmpty()) {
            return refused("by", "这件事没有第 " + said.by().get() + " 位当事人。");
        }
        if (giver.isPresent() && !giver.get().party().role().equals(PartyRoles.GUARDIAN)) {
            return refused("by", "只有监护人能代给同意。");
        }
        boolean young = known.persona()
                .adultOn()
                .map(adult -> adult.minusYears(Ties.ADULT - Ties.CONSENTS))
                .filter(act.today()::isBefore)
                .isPresent();
        if (young && giver.isEmpty() && said.given() == PartySaid.Given.GIVEN) {
            return Change.refused(Verdict.invalid(
                    "by", "这位当事人不满十四周岁，要由监护人同意。请先登记监护人，再填监护人是第几位。", "people.guardian-consents", "个人信息保护法第三十一条"));
        }
        if (said.given() == PartySaid.Given.WITHDRAWN) {
            return tools.ties()
                            .withdraw(
                                    act.work(),
                                    state.matter().id(),
                                    known.persona().id(),
                                    said.what())
                    ? Change.to(state)
                    : refused("what", "没有登记过对“" + said.what() + "”的同意。");
        }
        tools.ties()
                .consent(
                        act.work(),
                        batch,
                        new Ties.Consent(
                                state.matter().id(),
                                known.persona().id(),
                                giver.map(each -> each.persona().id())
                                        .orElse(known.persona().id()),
                                said.what(),
                                said.how()));
        return Change.to(state);
    }

    /// By the code on the receipt and the digits of their own phone; not where the scene knows of a danger, unless it
    /// is the one who filed, and was not known then or had no phone.
    private Change coded(Known known) {
        if (PartyRoles.speaksForOthers(known.party().role())) {
            return refused("party", "替当事人说话的人，登记监护、代理时已经能查。");
        }
        boolean filed = filed(known);
        var barred = !filed && tools.scenes().scene(state.matter().scene()).face() instanceof SceneView view
                ? view.bars(state.matter().id(), act.actor().person(), KernelVerb.GIVE_CODE.wireName())
                : Optional.<Verdict>empty();
        if (barred.isPresent()) {
            return Change.refused(barred.get());
        }
        var digits = digits(known);
        if (digits.isEmpty()) {
            return refused("party", "先用“更正当事人资料”补上这位当事人的电话：凭它的后四位才能查。");
        }
        var code = state.matter().label().code();
        var self = known.persona().id();
        if (tools.codes().another(code, digits.get(), List.of(self))) {
            return refused("party", "这位当事人电话的后四位与已经能查的另一位相同，凭它分不清是谁。有别的电话的，先更正；没有的，当面或者电话告知。");
        }
        if (filed && tools.codes().find(code, digits.get()).isPresent()) {
            return refused("party", "提出这件事的当事人手里已经有查询码。");
        }
        tools.codes().share(batch, code, state.matter().id(), self, digits.get(), Optional.empty());
        return Change.to(state);
    }

    private boolean filed(Known known) {
        return tools.sides().filer(state).filter(known.party()::equals).isPresent();
    }

    /// Of the phone that is written down; a landline is shown with fewer.
    private Optional<String> digits(Known known) {
        return tools.personas()
                .reveal(known.persona().id())
                .flatMap(found -> found.phone())
                .flatMap(Codes::lastOf);
    }

    /// Who has the phone that was written down wrong is not let in by it.
    private void codeFollows(Known known, String digits) {
        var codes = tools.codes();
        var code = state.matter().label().code();
        var self = known.persona().id();
        digits(known)
                .filter(last -> codes.find(code, last)
                        .filter(found -> found.persona().equals(self))
                        .isPresent())
                .map(last -> new Codes.Holder(state.matter().id(), code, self, filed(known), last))
                .ifPresent(holder -> {
                    if (!codes.another(code, digits, List.of(self))) {
                        codes.follow(batch, holder, digits);
                    } else {
                        codes.shut(batch, holder, act.now());
                    }
                });
    }

    private Change corrected(Known known, PartySaid.Corrected said) {
        if (said.name().isEmpty() && said.phone().isEmpty()) {
            return refused("name", "请填写正确的姓名或电话。");
        }
        said.phone().flatMap(Codes::lastOf).ifPresent(digits -> codeFollows(known, digits));
        var after = tools.personas().correct(batch, known.persona(), said.name(), said.phone());
        return Change.to(shownAs(known.party(), after.shown()));
    }
}
