package org.maplebridge.kernel.staff.scim;

import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Dialect;
import org.maplebridge.kernel.ground.Refused;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells a program what it may ask here.
@RestController
@Dialect(media = Scim.MEDIA, refusal = ScimError.class)
class DiscoveryDesk {

    @GetMapping(
            path = Scim.PATH + "/ServiceProviderConfig",
            produces = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE})
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    Discovery.Provider provider() {
        return Discovery.provider();
    }

    @GetMapping(
            path = Scim.PATH + "/ResourceTypes",
            produces = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE})
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    ListResponse<Discovery.ResourceType> resourceTypes(@RequestParam Optional<String> filter) {
        unfiltered(filter);
        return ListResponse.whole(List.of(Discovery.user()));
    }

    @GetMapping(
            path = Scim.PATH + "/ResourceTypes/{name}",
            produces = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE})
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    Discovery.ResourceType resourceType(@PathVariable String name) {
        if (!name.equals("User")) {
            throw Refused.notFound("种资源");
        }
        return Discovery.user();
    }

    @GetMapping(
            path = Scim.PATH + "/Schemas",
            produces = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE})
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    ListResponse<Discovery.Schema> schemas(@RequestParam Optional<String> filter) {
        unfiltered(filter);
        return ListResponse.whole(Discovery.schemas());
    }

    @GetMapping(
            path = Scim.PATH + "/Schemas/{id}",
            produces = {Scim.MEDIA, MediaType.APPLICATION_JSON_VALUE})
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = Scim.REGISTRAR)
    Discovery.Schema schema(@PathVariable String id) {
        return Discovery.schemas().stream()
                .filter(each -> each.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("份属性说明"));
    }

    /// As RFC 7644 §4 wants it: whoever filters here takes it for something else.
    private static void unfiltered(Optional<String> filter) {
        if (filter.isPresent()) {
            throw Refused.notYours("这里不能筛选，总是全部列出。");
        }
    }
}
