package org.maplebridge.kernel.people;

/// What is shown when nobody has said why they need more.
public final class Masks {

    private static final int MOBILE_LENGTH = 11;

    private Masks() {}

    /// A name: 周红梅 → 周*梅, 陈明 → 陈*, 欧阳红梅 → 欧**梅. Long ones too: many people have long names.
    public static String name(String name) {
        int[] letters = name.codePoints().toArray();
        if (letters.length < 2) {
            return "*".repeat(letters.length);
        }
        var shown = new StringBuilder().appendCodePoint(letters[0]);
        int hidden = letters.length == 2 ? 1 : letters.length - 2;
        shown.append("*".repeat(hidden));
        if (letters.length > 2) {
            shown.appendCodePoint(letters[letters.length - 1]);
        }
        return shown.toString();
    }

    /// A minor's name, wherever it stands: 周某某. Law on the Protection of Minors, art. 103.
    public static String minor(String name) {
        return name.isEmpty() ? "某某" : name.substring(0, name.offsetByCodePoints(0, 1)) + "某某";
    }

    /// A phone: 13812342716 → 138****2716; others keep their last two digits.
    public static String phone(String phone) {
        if (phone.length() == MOBILE_LENGTH) {
            return phone.substring(0, 3) + "****" + phone.substring(7);
        }
        int keep = Math.min(2, phone.length());
        return "*".repeat(phone.length() - keep) + phone.substring(phone.length() - keep);
    }

    /// An ID number: 3307**********24.
    public static String number(String number) {
        int hidden = Math.max(0, number.length() - 6);
        return hidden == 0
                ? "*".repeat(number.length())
                : number.substring(0, 4) + "*".repeat(hidden) + number.substring(number.length() - 2);
    }

    /// A number or an address of which the kind is not known.
    public static String identifier(String said) {
        var plain = said.replace(" ", "");
        if (plain.matches("1\\d{10}|0[\\d-]{9,17}")) {
            return phone(plain);
        }
        if (plain.matches("[^@]+@[^@]+")) {
            return email(plain);
        }
        return plain.matches("[0-9A-Za-z]+") ? number(plain) : address(said);
    }

    /// A mail address: zhou@example.org → z***@example.org.
    public static String email(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "****" : address.substring(0, address.offsetByCodePoints(0, 1)) + "***" + address.substring(at);
    }

    /// An address: its first six letters, which tell the place but not the door.
    public static String address(String address) {
        int letters = address.codePointCount(0, address.length());
        int shown = Math.min(6, letters / 2);
        return address.substring(0, address.offsetByCodePoints(0, shown)) + "****";
    }
}
