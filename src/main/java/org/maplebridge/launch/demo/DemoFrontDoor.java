package org.maplebridge.launch.demo;

import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.FrontDoor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Tells visitors of a demo folder who they can sign in as, and how far its past is.
@Component
@ConditionalOnBooleanProperty("maple.demo")
final class DemoFrontDoor implements FrontDoor {

    private final DemoPlan plan;
    private final DemoPast past;

    DemoFrontDoor(DemoPlan plan, DemoPast past) {
        this.plan = plan;
        this.past = past;
    }

    @Override
    public Optional<Underway> underway() {
        return past.far();
    }

    @Override
    public List<DemoUser> demoUsers() {
        return plan.named().stream()
                .flatMap(post -> post.user().stream()
                        .map(user -> new DemoUser(user, DemoPlan.PASSWORD, post.staff(), post.title(), post.office())))
                .toList();
    }
}
