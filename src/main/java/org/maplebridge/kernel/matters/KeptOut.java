package org.maplebridge.kernel.matters;

import java.util.UUID;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.people.InterestEnding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whoever was stopped by what they declared stays stopped when they take it back, in the matters that were open:
/// `readmit` by whoever supervises lifts it, as it does a declaration's.
@Component
class KeptOut implements InterestEnding {

    private static final String KEEP = "select matters.keep_out(:interest)";

    private final JdbcClient db;

    KeptOut(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void ending(Work work, UUID interest) {
        db.sql(KEEP).param("interest", interest).query(Integer.class).single();
    }
}
