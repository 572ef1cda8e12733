package org.maplebridge.kernel.staff.scim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a client says of somebody's name, in one piece or in parts. Only the whole is kept.
final class Names {

    private static final Set<String> NOT_KEPT = Set.of("middlename", "honorificprefix", "honorificsuffix");

    private final Map<String, String> said = new HashMap<>();

    /// @param part `displayname`, or a part of `name`, in lower case
    void set(String part, String text) {
        if (!Set.of("displayname", "formatted", "familyname", "givenname").contains(part) && !NOT_KEPT.contains(part)) {
            throw Scim.refused(Scim.BAD_PATH, "name." + part, "没有这一项；有哪些见 " + Scim.PATH + "/Schemas。");
        }
        said.put(part, text);
    }

    /// The name in one piece; family name first where it is written in Chinese.
    ///
    /// @throws org.maplebridge.kernel.ground.Refused if only one part was said
    Optional<String> whole() {
        var whole = Optional.ofNullable(said.get("displayname")).or(() -> Optional.ofNullable(said.get("formatted")));
        var family = Optional.ofNullable(said.get("familyname"));
        var given = Optional.ofNullable(said.get("givenname"));
        if (whole.isPresent() || (family.isEmpty() && given.isEmpty())) {
            return whole;
        }
        if (family.isEmpty() || given.isEmpty()) {
            throw Scim.refused(Scim.VALUE, "displayName", "姓名请整个写，或者姓和名一起写；这里不分开存。");
        }
        boolean chinese = family.get().codePoints().allMatch(Character::isIdeographic);
        return Optional.of(chinese ? family.get() + given.get() : given.get() + " " + family.get());
    }
}
