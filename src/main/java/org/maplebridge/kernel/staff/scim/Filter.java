package org.maplebridge.kernel.staff.scim;

import java.util.Locale;
import java.util.regex.Pattern;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Words;
import tools.jackson.core.JacksonException;

/// The one kind of filter there is: an attribute equals a text.
///
/// @param attribute in lower case, without the schema
record Filter(String attribute, String value) {

    private static final int LONGEST = 400;
    private static final Pattern FORM = Pattern.compile(
            "\\s*(?:" + Pattern.quote(Scim.USER) + ":)?(?<name>[A-Za-z.$]+)\\s+(?<op>[A-Za-z]+)\\s+"
                    + "(?<value>\"(?:[^\"\\\\]|\\\\.)*+\")\\s*",
            Pattern.CASE_INSENSITIVE);

    /// @throws org.maplebridge.kernel.ground.Refused as `invalidFilter`
    static Filter read(String said, java.util.Set<String> known, String example) {
        var form = FORM.matcher(said);
        if (said.length() > LONGEST || !form.matches()) {
            throw wrong(said, "写法不对", example);
        }
        var name = form.group("name").toLowerCase(Locale.ROOT);
        if (!form.group("op").equalsIgnoreCase("eq")) {
            throw wrong(said, "只能用 eq", example);
        }
        if (!known.contains(name)) {
            throw wrong(said, "不能按 " + Words.shown(form.group("name")) + " 查", example);
        }
        try {
            return new Filter(
                    name, Canonical.MAPPER.readTree(form.group("value")).asString(""));
        } catch (JacksonException badEscape) {
            throw wrong(said, "引号里的写法不对", example);
        }
    }

    private static org.maplebridge.kernel.ground.Refused wrong(String said, String why, String example) {
        return Scim.refused(Scim.FILTER, "filter", why + "：" + Words.shown(said) + "。请写成 " + example + "。");
    }
}
