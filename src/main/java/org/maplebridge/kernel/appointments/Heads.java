package org.maplebridge.kernel.appointments;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Role;
import org.maplebridge.kernel.ground.Refused;
import org.springframework.stereotype.Component;

/// Who arranges the days of an office: its registrar, or a role there that sees the whole office.
@Component
final class Heads {

    private static final String REGISTRAR = "kernel.registrar";

    private final Access access;

    Heads(Access access) {
        this.access = access;
    }

    boolean arranges(Actor actor, UUID agency) {
        return actor.agency().equals(Optional.of(agency))
                && (actor.has(REGISTRAR)
                        || actor.roles().stream()
                                .flatMap(name -> access.role(name).stream())
                                .anyMatch(role -> role.sees() != Role.Sees.POST));
    }

    void refuse(Actor actor, UUID agency, String what) {
        if (!arranges(actor, agency)) {
            throw Refused.notYours(what + "，由那个单位的负责人或机构管理员办理。");
        }
    }
}
