package org.maplebridge.kernel.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.ground.Work;
import org.springframework.mock.env.MockEnvironment;

/// The ways out: a folder, and a gateway that a server of ours plays.
class CarrierTest extends MessagesStory {

    private static final String KEY = "a-key-of-more-than-16-letters";

    @TempDir
    Path folder;

    /// What a gateway was sent.
    private record Sent(String path, Map<String, String> headers, String body) {}

    private interface Talk {
        void with(Gateway gateway, List<Sent> sent) throws IOException, Carrier.Unwanted;
    }

    private void gateway(int status, Talk talk) throws IOException, Carrier.Unwanted {
        var sent = new ArrayList<Sent>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = new java.util.HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            sent.add(new Sent(
                    exchange.getRequestURI().toString(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/send/{id}";
            talk.with(new Gateway(Carrier.Channel.SMS, Optional.of(address), KEY, true, this::moment), sent);
        } finally {
            server.stop(0);
        }
    }

    private Instant moment() {
        return transactions.run(JOB, Work::now);
    }

    private static Parcel parcel() {
        return new Parcel(UUID.randomUUID(), "13900002001", "查询码尾号ABCD有新消息。");
    }

    @Test
    void aGatewayIsHandedTheMessageSignedUnderItsId() throws IOException, Carrier.Unwanted {
        gateway(200, (gateway, sent) -> {
            var parcel = parcel();
            gateway.send(parcel);
            var one = sent.getFirst();
            assertThat(one.path()).isEqualTo("/send/" + parcel.id());
            assertThat(one.headers())
                    .containsEntry("idempotency-key", parcel.id().toString());
            var at = Optional.ofNullable(one.headers().get("x-maple-at")).orElseThrow();
            assertThat(one.headers()).containsEntry("x-maple-signature", gateway.signature(at, one.body()));
            assertThat(Canonical.MAPPER.readTree(one.body()).path("to").asString(""))
                    .isEqualTo(parcel.to());
            assertThat(gateway.signed(at, one.body(), gateway.signature(at, one.body() + " ")))
                    .isFalse();
        });
    }

    @Test
    void whatAGatewayRefusesForGoodIsNotTriedAgain() throws IOException, Carrier.Unwanted {
        gateway(
                422,
                (gateway, sent) ->
                        assertThatThrownBy(() -> gateway.send(parcel())).isInstanceOf(Carrier.Unwanted.class));
        gateway(
                503,
                (gateway, sent) ->
                        assertThatThrownBy(() -> gateway.send(parcel())).isInstanceOf(IOException.class));
    }

    @Test
    void aGatewayWithoutAProperKeyDoesNotStart() {
        assertThatThrownBy(() -> new Gateway(Carrier.Channel.SMS, Optional.of("http://x"), "short", true, this::moment))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatArrivedIsKeptOnlyIfTheGatewaySignedItAShortWhileAgo() throws IOException, Carrier.Unwanted {
        gateway(200, (gateway, sent) -> {
            carriers.replaced(List.of(gateway));
            var matter = dispute("独孤小甲", "13900002002");
            sent();
            assertThat(states(matter)).containsExactly("SENT");
            var id = Canonical.MAPPER.readTree(sent.getLast().body()).path("id").asString("");
            var body = Canonical.text(Map.of("id", id, "delivered", true));
            assertThat(told(body, moment(), "00")).isEqualTo(401);
            var old = moment().minusSeconds(3600);
            assertThat(told(body, old, gateway.signature(seconds(old), body))).isEqualTo(401);
            assertThat(states(matter)).containsExactly("SENT");
            var now = moment();
            assertThat(told(body, now, gateway.signature(seconds(now), body))).isEqualTo(204);
            assertThat(states(matter)).containsExactly("DELIVERED");
            assertThat(told(body, now, gateway.signature(seconds(now), body)))
                    .as("again")
                    .isEqualTo(204);
        });
    }

    private static String seconds(Instant moment) {
        return String.valueOf(moment.getEpochSecond());
    }

    private int told(String body, Instant at, String signature) {
        return new Wire(port)
                .send(new Wire(port)
                        .request("/api/public/messages/arrivals")
                        .header("Content-Type", "application/json")
                        .header(Gateway.MOMENT, seconds(at))
                        .header(Gateway.SIGNATURE, signature)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .status();
    }

    @Test
    void aFolderGetsWholeFilesForItsOwnerAloneAndOneForEachMessage() throws IOException, Carrier.Unwanted {
        var place = folder.resolve("outbox");
        var carrier = new FolderCarrier(Optional.of(place));
        carriers.replaced(List.of(carrier));
        var matter = dispute("独孤小乙", "13900002003");
        sent();
        var file = files(place).getFirst();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
        var said = Canonical.MAPPER.readTree(Files.readString(file));
        assertThat(said.path("to").asString("")).isEqualTo("13900002003");
        assertThat(file).hasFileName(said.path("id").asString("") + ".json");
        carrier.send(new Parcel(UUID.fromString(said.path("id").asString("")), "13900002003", "again"));
        assertThat(files(place)).hasSize(1);
        Files.move(file, place.resolve("delivered").resolve(file.getFileName()));
        dispatch.round();
        assertThat(states(matter)).containsExactly("DELIVERED");
        assertThat(files(place)).as("nothing is left lying").isEmpty();
        assertThat(files(place.resolve("delivered"))).isEmpty();
    }

    @Test
    void whatAFolderSaysHasFailedIsCalledAndWhatItNeverTellsOfToo() throws IOException {
        var place = folder.resolve("outbox");
        carriers.replaced(List.of(new FolderCarrier(Optional.of(place))));
        var matter = dispute("独孤小丙", "13900002004");
        sent();
        var file = files(place).getFirst();
        Files.move(file, place.resolve("failed").resolve(file.getFileName()));
        dispatch.round();
        assertThat(states(matter)).containsExactly("CALL");
        var silent = dispute("独孤小丁", "13900002005");
        sent();
        assertThat(states(silent)).containsExactly("SENT");
        org.maplebridge.fixtures.TestClock.pass(java.time.Duration.ofHours(25));
        dispatch.round();
        assertThat(states(silent)).containsExactly("CALL");
    }

    private static List<Path> files(Path place) throws IOException {
        try (var all = Files.list(place)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void wordsThatCannotBeFilledInOrGetTooLongStopTheStart() {
        assertThat(Wording.fault("查询码尾号{code}，请问{office}，电话{phone}。")).isEmpty();
        assertThat(Wording.fault("{name}，您好")).isPresent();
        assertThat(Wording.fault("长".repeat(127))).isPresent();
        assertThat(Wording.fault(Wording.CAREFUL)).isEmpty();
        assertThat(List.of(Wording.parts(70), Wording.parts(71), Wording.parts(134), Wording.parts(135)))
                .containsExactly(1, 2, 2, 3);
        var file = new DataFile(
                "wrong",
                Canonical.MAPPER.valueToTree(Map.of(
                        "tells",
                        Map.of("words", List.of(Map.of("after", List.of("open"), "to", "first", "text", "{name}"))))));
        assertThatThrownBy(() -> new TellBook(List.of(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{name}");
        var nobody = new DataFile(
                "wrong",
                Canonical.MAPPER.valueToTree(Map.of(
                        "scene", Map.of("name", "wrong"),
                        "parties", Map.of("applicant", "申请人"),
                        "tells",
                                Map.of(
                                        "words",
                                        List.of(Map.of("after", List.of("open"), "to", "nobody", "text", "好"))))));
        assertThatThrownBy(() -> new TellBook(List.of(nobody))).hasMessageContaining("nobody");
    }

    @Test
    void whereThereIsNoPhoneOfTheOfficeTheWordsStillRead() {
        assertThat(Wording.filled(Wording.CAREFUL, "ABCDEFGH23", "白龙桥镇调解中心", ""))
                .isEqualTo("查询码尾号GH23有新消息。方便时请到白龙桥镇调解中心。");
        assertThat(Wording.filled("或问{office}，电话{phone}。", "ABCDEFGH23", "镇里", ""))
                .isEqualTo("或问镇里。");
    }

    /// The people of a demo are made up, and their telephones may be somebody's.
    @Test
    void aDemoHandsNothingToAGateway() {
        var settings = new MockEnvironment()
                .withProperty("maple.data", folder.toString())
                .withProperty("maple.messages.folder", "outbox")
                .withProperty("maple.messages.sms.url", "https://sms.example/send/{id}")
                .withProperty("maple.messages.sms.key", KEY);
        assertThat(new Carriers(settings, new FolderCarrier(settings), transactions).best("13800001000"))
                .get()
                .extracting(Carrier::channel)
                .isEqualTo(Carrier.Channel.SMS);
        settings.setProperty("maple.demo", "true");
        var demo = new Carriers(settings, new FolderCarrier(settings), transactions);
        assertThat(demo.gateways()).isEmpty();
        assertThat(demo.best("13800001000")).get().extracting(Carrier::channel).isEqualTo(Carrier.Channel.FOLDER);
    }
}
