package org.maplebridge.kernel.matters;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Work;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Something to be done: who says what, under which key.
///
/// @param body what is said, unread
/// @param key by which a repeat is known
/// @param version the version the actor has seen; empty for those who need not say
/// @param batch the import it comes from
/// @param ended what is said became of it, if it is opened as something that had ended long before
public record Request(
        Actor actor, JsonNode body, Work.Key key, OptionalInt version, Optional<UUID> batch, Optional<String> ended) {

    /// Of something that is to be done.
    public Request(Actor actor, JsonNode body, Work.Key key, OptionalInt version, Optional<UUID> batch) {
        this(actor, body, key, version, batch, Optional.empty());
    }

    /// What tells two bodies under one key apart.
    Hash bodyHash() {
        return Hash.sm3(Canonical.bytes(hashable(body)));
    }

    /// With fractions as texts, since canonical JSON knows whole numbers only.
    private static JsonNode hashable(JsonNode node) {
        if (node.isObject()) {
            var plain = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(each -> plain.set(each.getKey(), hashable(each.getValue())));
            return plain;
        } else if (node.isArray()) {
            var plain = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> plain.add(hashable(each)));
            return plain;
        }
        return node.isNumber() && !Canonical.carries(node)
                ? JsonNodeFactory.instance.stringNode(node.toString())
                : node;
    }
}
