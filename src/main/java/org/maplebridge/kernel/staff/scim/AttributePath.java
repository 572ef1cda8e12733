package org.maplebridge.kernel.staff.scim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maplebridge.kernel.ground.Words;

/// The address of an attribute, such as `name.familyName`, `urn:…:User:posts[value eq "…"]`. Names are taken in any
/// case.
///
/// @param schema    its URN
/// @param attribute in lower case; empty for the whole of an extension
/// @param which     what stands in brackets, picking values of a list
/// @param part      in lower case: a part of it
/// @param said      as it was written
record AttributePath(String schema, String attribute, Optional<String> which, Optional<String> part, String said) {

    private static final String NAME = "[A-Za-z$][A-Za-z0-9_$-]{0,60}";
    private static final Pattern FORM =
            Pattern.compile("(?<name>" + NAME + ")(\\[(?<which>[^\\[\\]]{1,300})])?(\\.(?<part>" + NAME + "))?");

    /// @throws org.maplebridge.kernel.ground.Refused as `invalidPath`
    static AttributePath read(String said) {
        var text = said.strip();
        for (String schema : List.of(Scim.USER, Scim.ENTERPRISE, Scim.POSTS)) {
            if (text.equalsIgnoreCase(schema)) {
                return new AttributePath(schema, "", Optional.empty(), Optional.empty(), shown(said));
            }
            if (text.regionMatches(true, 0, schema + ":", 0, schema.length() + 1)) {
                return within(schema, text.substring(schema.length() + 1), said);
            }
        }
        return within(Scim.USER, text, said);
    }

    private static AttributePath within(String schema, String text, String said) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw Scim.refused(Scim.BAD_PATH, shown(said), "这里没有这样的属性；有哪些见 " + Scim.PATH + "/Schemas。");
        }
        return new AttributePath(
                schema,
                form.group("name").toLowerCase(Locale.ROOT),
                Optional.ofNullable(form.group("which")),
                Optional.ofNullable(form.group("part")).map(part -> part.toLowerCase(Locale.ROOT)),
                shown(said));
    }

    private static String shown(String said) {
        return Words.shown(said);
    }

    boolean isWhole() {
        return attribute.isEmpty();
    }

    /// The same list without what picks among its values.
    AttributePath bare() {
        return new AttributePath(schema, attribute, Optional.empty(), part, said);
    }
}
