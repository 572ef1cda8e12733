package org.maplebridge.kernel.openapi;

import java.util.Map;
import java.util.Objects;
import org.maplebridge.kernel.ground.Allowed;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Hands out the description of the interface.
@RestController
class OpenApiDesk {

    private final SingletonSupplier<Map<String, Object>> description;

    OpenApiDesk(OpenApi description) {
        this.description = SingletonSupplier.of(() -> description.document(true));
    }

    @GetMapping("/api/openapi.json")
    @Allowed(Allowed.Door.PUBLIC)
    Map<String, Object> all() {
        return Objects.requireNonNull(description.get());
    }
}
