package org.maplebridge.kernel.matters;

import java.util.UUID;
import org.maplebridge.kernel.ground.Batch;

/// Destroys what was said in a matter: the key its bodies are sealed under, the sealed bodies themselves, the rows its
/// scene keeps, who its parties were, and every persona that no other matter concerns. What stays is the envelope of
/// each entry, which names no person, so that the chain and the log still verify.
/// Grounds: Personal Information Protection Law, art. 47.
final class Erasing {

    private static final String KEY = "update trail.matter_key set wrapped = null where matter = ?";
    private static final String BODIES = "update trail.entry set body = null, body_key = null where matter = ?";
    private static final String PARTIES = "delete from matters.party where matter = ?";
    private static final String CODE = "delete from matters.code where matter = ?";
    private static final String HOLDERS = "delete from matters.code_holder where matter = ?";
    private static final String KEPT_OUT = "delete from matters.kept_out where matter = ?";
    private static final String REACH = "delete from ground.reach where matter = ? and starts_with(unit, 'p:')";

    private Erasing() {}

    /// Adds to the batch, after the entry that tells of it.
    ///
    /// @param before as it was, with its parties
    static void destroy(Batch batch, Writing tools, MatterState before) {
        UUID id = before.matter().id();
        tools.facts().deletions(before.matter().scene()).forEach(sql -> batch.add(sql, id));
        batch.add(PARTIES, id)
                .add(CODE, id)
                .add(HOLDERS, id)
                .add(KEPT_OUT, id)
                .add(REACH, id)
                .expecting(1, KEY, id)
                .add(BODIES, id);
        tools.personas()
                .forget(batch, before.parties().stream().map(Party::persona).toList());
    }
}
