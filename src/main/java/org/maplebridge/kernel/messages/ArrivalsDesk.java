package org.maplebridge.kernel.messages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Takes;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Where gateways tell what has arrived. Anybody may knock; what is not signed by a gateway of ours is refused.
@RestController
class ArrivalsDesk {

    private static final int MOST_BYTES = 64 * 1024;

    private final Carriers carriers;
    private final Dispatch dispatch;

    ArrivalsDesk(Carriers carriers, Dispatch dispatch) {
        this.carriers = carriers;
        this.dispatch = dispatch;
    }

    /// What has become of a message.
    ///
    /// @param detail what the gateway says of it, without the number
    record Arrived(UUID id, boolean delivered, Optional<String> detail) {}

    @PostMapping("/api/public/messages/arrivals")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = Arrived.class)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrived(HttpServletRequest http) throws IOException {
        var body = new String(http.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        var at = Optional.ofNullable(http.getHeader(Gateway.MOMENT)).orElse("");
        var signature = Optional.ofNullable(http.getHeader(Gateway.SIGNATURE)).orElse("");
        if (carriers.gateways().isEmpty()) {
            throw new Refused(Problem.of(404, "not-found", "这里没有短信网关", "没有配置短信或微信网关，不收回执。")
                    .withRule("messages.signature")
                    .withNext("先配置网关的地址和密钥。"));
        }
        if (carriers.gateways().stream().noneMatch(gateway -> gateway.signed(at, body, signature))) {
            throw new Refused(Problem.of(401, "signature", "没有签名或签名不对", "回执要由配置的网关签名，签名的时间不能差五分钟以上。")
                    .withRule("messages.signature")
                    .withNext("核对网关的密钥和时钟。"));
        }
        read(body).ifPresent(dispatch::keep);
    }

    private static Optional<Carrier.Arrival> read(String body) {
        try {
            JsonNode said = Canonical.MAPPER.readTree(body);
            var detail = said.path("detail").asString("");
            return Optional.of(new Carrier.Arrival(
                    UUID.fromString(said.path("id").asString("")),
                    said.path("delivered").asBoolean(false),
                    // a number that it may name is nothing to keep
                    detail.substring(0, Math.min(80, detail.length())).replaceAll("\\d{5,}", "*")));
        } catch (JacksonException | IllegalArgumentException foreign) {
            throw new Refused(
                    Problem.fields(java.util.List.of(new Problem.Field("id", "应是 JSON：id（消息编号）、delivered（是否送达）。"))));
        }
    }
}
