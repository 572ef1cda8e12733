package org.maplebridge.kernel.staff.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Canonical;

/// The identity platform of a county, with a token of the town's administrator.
final class Platform {

    static final String USERS = "/api/scim/v2/Users";
    static final String REASON = "身份管理平台办理（SCIM）";

    private final int port;
    private final Map<String, String> ids = new HashMap<>();
    private final Wire program;

    Platform(int port, County county) {
        this.port = port;
        for (String login : new String[] {"ren", "tong", "zai", "man", "azure", "okta"}) {
            var post = county.officer(login, "town", "disputes.dispatcher", "disputes.mediator", "trial.worker");
            ids.put(login + "岗", post.toString());
            ids.put(login, county.actor(login).person().toString());
        }
        county.officer("guan", "town", "kernel.registrar");
        county.officer("wai", "otherTown", "kernel.registrar");
        ids.put("guan", county.actor("guan").person().toString());
        ids.put("town", county.office("town").id().toString());
        program = program("guan", Map.of("areas", List.of("scim")));
    }

    Wire program() {
        return program;
    }

    /// A program of somebody's, which may no more than this.
    Wire program(String owner, Map<String, Object> limits) {
        var said = new HashMap<>(limits);
        said.put("name", "身份管理平台");
        said.put("days", 1);
        var issued = new Wire(port).as(owner).send("POST", "/api/tokens", said);
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        return new Wire(port).without("X-Maple").with("Authorization", "Bearer " + issued.text("token"));
    }

    /// The id of a person, an office, or a post such as `ren岗`.
    String id(String key) {
        return Objects.requireNonNull(ids.get(key));
    }

    Wire.Answer ask(String path) {
        return ask("GET", path);
    }

    Wire.Answer ask(String method, String path) {
        return program.speak(method, path, Scim.MEDIA, Optional.empty());
    }

    Wire.Answer filtered(String filter) {
        var written = URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
        return ask(USERS + "?filter=" + written);
    }

    Wire.Answer say(String method, String path, Object said) {
        return program.speak(method, path, Scim.MEDIA, Optional.of(Canonical.text(said)));
    }

    Wire.Answer patch(String user, Object... operations) {
        return say("PATCH", USERS + "/" + user, Map.of("schemas", List.of(Scim.PATCH), "Operations", operations));
    }

    static Map<String, Object> user(String login, String name) {
        var said = new HashMap<String, Object>();
        said.put("schemas", List.of(Scim.USER));
        said.put("userName", login);
        said.put("displayName", name);
        return said;
    }

    String joined(String login, String name) {
        var answer = say("POST", USERS, user(login, name));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.text("id");
    }

    List<String> titles(String who) {
        return ok(ask(USERS + "/" + who))
                .body()
                .path(Scim.POSTS)
                .path("posts")
                .valueStream()
                .map(post -> post.path("display").asString(""))
                .toList();
    }

    /// What was written down about somebody, act by act: the deeds of each, who did it, why.
    List<String> changes(String person) {
        var found = new ArrayList<String>();
        try (var admin = TestDatabase.ofThisRun().behindTheBack();
                var asked = admin.prepareStatement(
                        "select deed || ' ' || by_name || ' ' || reason from staff.change where person = ?::uuid"
                                + " order by at, deed")) {
            asked.setString(1, person);
            try (var rows = asked.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }

    static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith(Scim.MEDIA);
        return answer;
    }

    static void refused(Wire.Answer answer, int status, String kind, String... words) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith(Scim.MEDIA);
        assertThat(answer.body().at("/schemas/0").asString("")).isEqualTo(Scim.ERROR);
        assertThat(answer.text("status")).isEqualTo(String.valueOf(status));
        assertThat(answer.text("scimType")).isEqualTo(kind);
        assertThat(answer.text("detail")).containsPattern("\\p{IsHan}{2}");
        for (String word : words) {
            assertThat(answer.text("detail")).contains(word);
        }
    }
}
