package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Lets in a party without an account, by the code on the receipt and four digits. Both stand in a body, never in an
/// address that a proxy or a history keeps.
@Component
public class PartyDoor {

    private static final int LONGEST_CODE = 40;

    private final Transactions transactions;
    private final Codes codes;
    private final MatterReading reading;
    private final PartySides sides;

    PartyDoor(Transactions transactions, Codes codes, MatterReading reading, PartySides sides) {
        this.transactions = transactions;
        this.codes = codes;
        this.reading = reading;
        this.sides = sides;
    }

    /// How a party without an account is known.
    record PartyCode(String code, String phoneLast4) {}

    /// A person with the reach of one of the matter's parties.
    public record Known(Actor actor, UUID matter) {}

    /// Whether they are the party who filed the matter, or may act for that party. Needs a transaction with their
    /// scope.
    public boolean filed(Known known) {
        return sides.filed(reading.state(known.matter()), known.actor().person());
    }

    /// Whether they may make moves of a party now. Needs a transaction with their scope.
    boolean acts(MatterState state, Known known) {
        return sides.acts(state, known.actor().person());
    }

    /// @throws Refused naming the field at fault, or that nothing was found
    public Known known(Actor visitor, JsonNode body) {
        var code = body.path("code").asString("");
        var digits = body.path("phoneLast4").asString("");
        if (code.isBlank() || !digits.strip().matches("\\d{4}")) {
            throw new Refused(Problem.fields(List.of(
                    code.isBlank()
                            ? new Problem.Field("code", "请填写回执上的查询码。")
                            : new Problem.Field("phoneLast4", "请填写手机号后四位；没有留手机的，填回执上的四位口令。"))));
        }
        Words.fault(code, LONGEST_CODE, false).ifPresent(fault -> {
            throw new Refused(Problem.fields(List.of(new Problem.Field("code", fault))));
        });
        var found = transactions
                .run(visitor.scope(), work -> codes.find(code, digits))
                .orElseThrow(PartyDoor::notFound);
        var unit = "p:" + found.persona() + "|" + found.domain();
        var actor = new Actor(
                Actor.Kind.CITIZEN,
                found.persona(),
                "当事人",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Step.PARTY),
                Scope.of("party:" + found.persona(), List.of(unit)));
        if (transactions.run(actor.scope(), work -> shut(found.matter(), found.persona()))) {
            throw notFound();
        }
        return new Known(actor, found.matter());
    }

    private static Refused notFound() {
        return new Refused(Problem.of(404, "not-found", "没有查到", "查询码或后四位不对。")
                .withNext("照回执核对一遍；字母没有 O 和 I，数字没有 0 和 1。还是不行，请打承办单位电话。"));
    }

    /// Where there is a danger, only the one who filed and those who stand with them come in, also if others were let
    /// in before; nothing says why.
    private boolean shut(UUID matter, UUID persona) {
        var state = reading.state(matter);
        return sides.apart(state, persona)
                && reading.scene(state).face() instanceof SceneView view
                && view.bars(matter, persona, KernelVerb.GIVE_CODE.wireName()).isPresent();
    }
}
