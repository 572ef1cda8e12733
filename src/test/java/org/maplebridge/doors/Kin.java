package org.maplebridge.doors;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.DisputeForms;
import org.maplebridge.fixtures.IdNumbers;
import org.maplebridge.fixtures.TestDatabase;

/// A child of twelve whom a dispute of the town is about, and whoever speaks for them until a day; both with accounts.
///
/// @param matter the dispute, brought in by [House#RIGHT]
record Kin(House.Filed matter) {

    static final String CHILD = "child";
    static final String GUARDIAN = "guardian";

    /// The last four places of the child's phone, and of the guardian's.
    static final String CHILD_DIGITS = "0000";

    static final String GUARDIAN_DIGITS = "3333";

    /// Both, with the last day of the guardian's power.
    static Kin until(Optional<LocalDate> last, House house, County county) {
        var right = house.as(House.RIGHT);
        var matter = House.filed(
                House.ok(right.post("/api/scenes/disputes", DisputeForms.brought("鱼塘边的路塌了一角", "柳小童", "13811110000"))));
        var born = house.today().minusYears(12);
        House.ok(right.move(
                matter.id(),
                "identify",
                Map.of("party", 1, "kind", "ID_NUMBER", "value", IdNumbers.of(born, 2), "checked", "DOCUMENT")));
        var said = new HashMap<String, Object>(Map.of(
                "party", 1,
                "relation", "GUARDIAN",
                "name", "柳大人",
                "phone", "13822223333",
                "from", born.toString(),
                "basis", "户口簿"));
        last.ifPresent(day -> said.put("until", day.toString()));
        House.ok(right.move(matter.id(), "relate", said));
        county.citizen(CHILD, persona(matter.id(), 1));
        county.citizen(GUARDIAN, persona(matter.id(), 2));
        return new Kin(matter);
    }

    /// Who stands at a place among the parties of a matter.
    static UUID persona(String matter, int no) {
        try (var admin = TestDatabase.ofThisRun().behindTheBack();
                var asked = admin.prepareStatement("select persona from matters.party where matter = ? and no = ?")) {
            asked.setObject(1, UUID.fromString(matter));
            asked.setInt(2, no);
            try (var row = asked.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException unread) {
            throw new IllegalStateException(unread);
        }
    }
}
