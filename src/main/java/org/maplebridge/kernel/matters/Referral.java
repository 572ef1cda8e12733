package org.maplebridge.kernel.matters;

import java.util.Optional;
import java.util.UUID;

/// What a scene is told when another one refers a matter to it.
///
/// @param matter the matter it comes from
/// @param scene the scene it comes from
/// @param area where it happened, as an area path
/// @param agency the office that is asked for, where one is
public record Referral(
        @Ask(value = "来自哪一件", kind = Ask.Kind.MATTER) UUID matter,
        @Ask(value = "来自哪类业务", most = 60) String scene,
        @Ask(value = "事由") String title,
        @Ask(value = "地点", kind = Ask.Kind.AREA) String area,
        @Ask(value = "为什么转来", most = 500) String reason,
        @Ask(value = "请哪个单位办", kind = Ask.Kind.AGENCY) Optional<UUID> agency) {

    static Referral of(SceneDef scene, Matter matter, Moved.Child child) {
        return new Referral(
                matter.id(),
                scene.name(),
                matter.label().title(),
                matter.office().area(),
                child.reason(),
                child.agency());
    }
}
