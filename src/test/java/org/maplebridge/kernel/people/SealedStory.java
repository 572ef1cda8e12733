package org.maplebridge.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.Wire;

/// What can happen to one and the same person in the general domain and in a sealed one.
///
/// @param ren  brings in disputes
/// @param kan  at the same office, keeps people in the sealed domain
/// @param town their office
record SealedStory(Wire ren, Wire kan, String town) {

    /// Somebody as they say who they are.
    record Told(String name, String phone, String number) {

        String digits() {
            return phone.substring(phone.length() - 4);
        }
    }

    record Filed(String id, String code) {

        private static Filed of(Wire.Answer opened) {
            return new Filed(ok(opened).text("matter.id"), opened.text("code"));
        }
    }

    static Wire.Answer ok(Wire.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer;
    }

    Filed dispute(Told told) {
        return Filed.of(ren.post("/api/scenes/disputes", DisputeForms.brought("树枝伸过了墙", told.name(), told.phone())));
    }

    /// A matter in the sealed domain, whose first limit runs.
    Filed begun(Told told) {
        var said = Map.of("name", told.name(), "phone", told.phone(), "area", County.TOWN, "agency", town);
        return Filed.of(kan.post("/api/scenes/stretch.custody", said));
    }

    /// A whole one: opened, identified, reported, talked about, looked at.
    Filed custody(Told told, String today) {
        var filed = begun(told);
        ok(identified(kan, filed, told));
        ok(kan.move(filed.id(), "report", Map.of("from", today)));
        ok(kan.move(filed.id(), "talk", Map.of("words", "戒毒康复的情况")));
        var look = Map.of("party", 1, "fields", java.util.List.of("PHONE"), "purpose", "contact");
        ok(kan.post("/api/matters/" + filed.id() + "/looks", look));
        return filed;
    }

    static Wire.Answer identified(Wire who, Filed matter, Told told) {
        return who.move(
                matter.id(),
                "identify",
                Map.of("party", 1, "kind", "ID_NUMBER", "value", told.number(), "checked", "DOCUMENT"));
    }
}
