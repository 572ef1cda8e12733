package org.maplebridge.kernel.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Staff;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// Whose session or token it is. What was found is believed for ten seconds, so that a request adds no round trip:
/// the scope of a transaction must be known before it begins.
@Component
final class Identities {

    /// Sees nothing: signing in and looking up go through functions.
    static final Scope NOBODY = Scope.of("sign-in", List.of());

    private static final long BELIEVED_NANOS = 10_000_000_000L;
    private static final int MOST = 20_000;

    private final Transactions transactions;
    private final AccessStore store;
    private final Offices offices;
    private final Parameters parameters;
    private final Map<Hash, Found> found = new ConcurrentHashMap<>();
    private volatile @Nullable Read read;

    private record Found(Identity identity, String kind, long at) {}

    private record Read(AccessSettings settings, long at) {}

    Identities(Transactions transactions, AccessStore store, Offices offices, Parameters parameters) {
        this.transactions = transactions;
        this.store = store;
        this.offices = offices;
        this.parameters = parameters;
    }

    Optional<Identity> of(Secret shown, String kind) {
        var hash = shown.hash();
        var known = found.get(hash);
        if (known != null && known.kind().equals(kind) && fresh(known.at())) {
            return Optional.of(known.identity());
        }
        return transactions.run(NOBODY, work -> look(work, hash, kind));
    }

    Optional<Identity> look(Work work, Hash hash, String kind) {
        var settings = settings(work);
        var known = store.known(hash, kind, settings.idleMinutes());
        if (known.isEmpty()) {
            found.remove(hash);
            return Optional.empty();
        }
        var identity = known.map(who ->
                        identity(work, hash, who.person(), who.kind(), who.name(), standing(work, settings, kind, who)))
                .orElseThrow();
        if (found.size() >= MOST) {
            found.values().removeIf(each -> !fresh(each.at()));
        }
        found.put(hash, new Found(identity, kind, System.nanoTime()));
        return Optional.of(identity);
    }

    private static Optional<Identity.Standing> standing(
            Work work, AccessSettings settings, String kind, AccessStore.Known who) {
        boolean byPassword = who.kind() == Actor.Kind.OFFICER && who.means() == Means.PASSWORD;
        boolean late = settings.codesBy(who.openedAt())
                .map(last -> work.today().isAfter(last))
                .orElse(false);
        return Optional.of(new Identity.Standing(
                who.account(),
                kind.equals("SESSION"),
                who.limits(),
                byPassword && !who.coded() && late,
                byPassword && who.told()));
    }

    Identity identity(
            Work work,
            Hash ticket,
            UUID person,
            Actor.Kind kind,
            String greeting,
            Optional<Identity.Standing> standing) {
        var directory = offices.at(work);
        if (kind != Actor.Kind.OFFICER) {
            return new Identity(ticket, person, kind, greeting, List.of(), standing);
        }
        var name = directory.staff(person).map(Staff::name).orElse(greeting);
        return new Identity(ticket, person, kind, name, directory.heldBy(person, work.today()), standing);
    }

    /// After signing out, or when a token was revoked.
    void forget(Hash hash) {
        found.remove(hash);
    }

    /// After somebody's posts or account have changed.
    void forgetPerson(UUID person) {
        found.values().removeIf(each -> each.identity().person().equals(person));
    }

    /// After an account changed: what was found of it is looked up anew.
    void forgetAccount(UUID account) {
        found.values().removeIf(each -> each.identity().account().equals(account));
    }

    /// For tests that move the clock.
    void forgetAll() {
        found.clear();
        read = null;
    }

    /// The numbers of sign-in, at most ten seconds old.
    AccessSettings settings() {
        var known = read;
        return known != null && fresh(known.at()) ? known.settings() : transactions.run(NOBODY, this::settings);
    }

    AccessSettings settings(Work work) {
        var settings = AccessSettings.of(work, offices, parameters);
        read = new Read(settings, System.nanoTime());
        return settings;
    }

    private static boolean fresh(long at) {
        return System.nanoTime() - at < BELIEVED_NANOS;
    }
}
