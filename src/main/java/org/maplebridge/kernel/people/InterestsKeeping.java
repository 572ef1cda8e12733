package org.maplebridge.kernel.people;

import java.time.Duration;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Keeps no declaration longer than it is needed: those of whoever left before it was heard are ended, and what ended
/// long enough ago is erased, with the indexes by which it could be guessed. Every process looks once an hour; doing it
/// twice changes nothing. Grounds: Personal Information Protection Law, art. 19, 47.
@Component
public final class InterestsKeeping implements Looping {

    private static final Scope SCOPE = Scope.job("interests kept");
    private static final String KEPT = "people.interest-kept-days";

    private final Transactions transactions;
    private final Interests interests;
    private final Access access;
    private final Parameters parameters;
    private final boolean automatic;
    private final Loop loop = new Loop("interests kept", Duration.ofHours(1), this::keep);

    InterestsKeeping(
            Transactions transactions,
            Interests interests,
            Access access,
            Parameters parameters,
            Environment settings) {
        this.transactions = transactions;
        this.interests = interests;
        this.access = access;
        this.parameters = parameters;
        this.automatic = Looping.serving(settings);
    }

    /// Does what is due; returns how many were erased.
    public int keep() {
        return transactions.run(SCOPE, work -> {
            access.signIns(work, interests.declarers()).forEach((person, signIn) -> {
                if (!signIn.open()) {
                    interests.left(work, person);
                }
            });
            return interests.erase(work, work.today().minusDays(days(work)));
        });
    }

    private int days(Work work) {
        return parameters.at(work, KEPT, "", work.today()).whole();
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
