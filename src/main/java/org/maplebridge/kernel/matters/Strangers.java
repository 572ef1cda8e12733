package org.maplebridge.kernel.matters;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What may be merged, and what whoever does it has to say. A matter that is merged into one of other people is gone
/// from every figure and its party hears no more of it: that it is the same thing needs a reason of its own.
///
/// @param refused why it can't be merged
/// @param said what goes into the trail: a reason for strangers only where they are
record Strangers(Optional<Verdict> refused, KernelVerb.Merged said) {

    private static final String SHARED = """
        select exists (select from matters.shared_parties(:matter, '-infinity') o where o.matter = :into)\
        """;

    static Strangers asked(JdbcClient db, MatterState state, Matter into, KernelVerb.Merged said) {
        if (!into.stage().open() || !into.scene().equals(state.matter().scene())) {
            return refused(said, Verdict.invalid("matter", "只能并入同类的、还在办的事项。", "matters.merge-open"));
        }
        if (!strange(db, state, into)) {
            return new Strangers(
                    Optional.empty(), new KernelVerb.Merged(said.matter(), said.reason(), Optional.empty()));
        }
        return said.strangers().isPresent()
                ? new Strangers(Optional.empty(), said)
                : refused(
                        said,
                        Verdict.invalid(
                                "strangers",
                                "两件没有一位相同的当事人。确是同一件事的，写明怎么核实的、本件当事人怎样知道并到了那一件；不是的，分开办。",
                                "matters.merge-strangers",
                                "本地默认"));
    }

    /// Whoever is named in the one isn't in the other. Where nobody is named, nobody is a stranger.
    private static boolean strange(JdbcClient db, MatterState state, Matter into) {
        boolean named = state.parties().stream().anyMatch(party -> !PartyRoles.speaksForOthers(party.role()));
        return named
                && !db.sql(SHARED)
                        .param("matter", state.matter().id())
                        .param("into", into.id())
                        .query(Boolean.class)
                        .single();
    }

    private static Strangers refused(KernelVerb.Merged said, Verdict why) {
        return new Strangers(Optional.of(why), said);
    }
}
