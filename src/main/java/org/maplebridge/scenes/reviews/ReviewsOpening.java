package org.maplebridge.scenes.reviews;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Referral;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.sampling.Samples;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Takes a file in for review: by the sample, because a call did not agree with the record, or because somebody asks.
@Component
class ReviewsOpening {

    private static final int MOST_ENTRIES = 1000;

    private final ReviewsStore store;
    private final ObjectProvider<Matters> matters;
    private final Samples samples;
    private final Trail trail;

    /// @param matters asked for late: they know every scene, this one too
    ReviewsOpening(ReviewsStore store, ObjectProvider<Matters> matters, Samples samples, Trail trail) {
        this.store = store;
        this.matters = matters;
        this.samples = samples;
        this.trail = trail;
    }

    Verdict referred(Act act, Referral said) {
        var subject = matters.getObject().find(said.matter()).orElseThrow();
        return taken(act, subject, said.reason(), samples.forReview(subject.id()));
    }

    Verdict asked(Act act, Reviews.Open said) {
        var subject = matters.getObject().withCode(said.code());
        if (subject.isEmpty()) {
            return Verdict.invalid("code", "没有编号为 " + said.code() + " 的事项，或者不在您能看的范围里。", "reviews.unseen");
        }
        if (subject.get().stage().open()) {
            return Verdict.invalid("code", "这件还没有办结。办结以后再评查。", "reviews.ended");
        }
        return taken(act, subject.get(), said.reason(), Optional.empty());
    }

    private Verdict taken(Act act, Matter subject, String reason, Optional<UUID> plan) {
        if (subject.scene().equals("reviews")) {
            return Verdict.blocked("评查本身不再评查。", "reviews.twice", "本地默认");
        }
        var handling = subject.office().agency();
        var office =
                ReviewsRules.office(act.offices(), handling, subject.office().area());
        if (office.isEmpty()) {
            return Verdict.blocked("承办单位和它的上级都没有评查员。", "reviews.office", "本地默认");
        }
        var handlers = handlers(subject.id());
        var file = new Review.Subject(subject.id(), subject.label().code(), subject.scene(), handling, handlers);
        store.add(
                act.id(), file, plan, reason, office.get().id(), subject.stage().closedAt());
        var until =
                act.now().plus(Duration.ofDays(act.number("reviews.sight-days").whole()));
        act.offices().posts(office.get().id()).stream()
                .filter(post -> post.roles().contains(ReviewsLifecycle.REVIEWER))
                .forEach(post -> matters.getObject().showTo(subject.id(), post.id(), until));
        return Verdict.moved()
                .title("评查 " + subject.label().code())
                .area(subject.office().area())
                .agency(office.get().id());
    }

    /// Every officer who has made an entry in it.
    private List<UUID> handlers(UUID subject) {
        return trail.newest(subject, Integer.MAX_VALUE, MOST_ENTRIES).stream()
                .map(Entry::envelope)
                .map(envelope -> envelope.actor())
                .filter(actor -> actor.startsWith("officer:"))
                .map(actor -> UUID.fromString(actor.substring("officer:".length())))
                .distinct()
                .sorted()
                .toList();
    }
}
