package org.maplebridge.launch.demo;

import java.util.List;
import org.maplebridge.kernel.access.FrontDoor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Tells visitors of a demo folder who they can sign in as.
@Component
@ConditionalOnBooleanProperty("maple.demo")
final class DemoFrontDoor implements FrontDoor {

    private final DemoPlan plan;

    DemoFrontDoor(DemoPlan plan) {
        this.plan = plan;
    }

    @Override
    public List<DemoUser> demoUsers() {
        return plan.named().stream()
                .flatMap(post -> post.user().stream()
                        .map(user -> new DemoUser(user, DemoPlan.PASSWORD, post.staff(), post.title(), post.office())))
                .toList();
    }
}
