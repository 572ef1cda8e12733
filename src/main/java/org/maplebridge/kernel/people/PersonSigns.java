package org.maplebridge.kernel.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// The blind indexes somebody is found by, besides those of the whole name and the whole number: the initials of the
/// name, the last four places of a number.
@Component
class PersonSigns {

    private static final int END = 4;
    private static final Pattern LETTERS = Pattern.compile("[a-z]{2,8}");
    private static final Pattern LAST = Pattern.compile("\\d{3}[\\dxX]");

    private final DomainKeys keys;
    private final Initials initials;

    PersonSigns(DomainKeys keys, Initials initials) {
        this.keys = keys;
        this.initials = initials;
    }

    /// How somebody may be asked for.
    enum By {
        NAME,
        INITIALS,
        LAST_FOUR,
        NUMBER
    }

    /// What is asked for, by what it looks like; empty if it is none of them.
    static Optional<By> by(String said) {
        var plain = Identifiers.plain(said).replace("-", "");
        if (LAST.matcher(plain).matches()) {
            return Optional.of(By.LAST_FOUR);
        }
        if (LETTERS.matcher(plain.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of(By.INITIALS);
        }
        if (plain.matches("\\d{7,17}[\\dxX]|[0-9A-Z]{18}")) {
            return Optional.of(By.NUMBER);
        }
        boolean name = said.strip().length() > 1 && said.codePoints().noneMatch(Character::isDigit);
        return name ? Optional.of(By.NAME) : Optional.empty();
    }

    /// Those of a persona's own columns, under the key that seals now.
    byte[][] of(String domain, Optional<String> name, Optional<String> phone) {
        var told = new ArrayList<String>();
        name.ifPresent(known -> initials.of(known).forEach(each -> told.add(initials(each))));
        phone.flatMap(PersonSigns::end).ifPresent(told::add);
        return told.stream().map(text -> keys.sign(domain, text)).toArray(byte[][]::new);
    }

    /// That of an identifier.
    byte[][] of(String domain, Identifier identifier) {
        boolean ends = identifier.kind() == Identifier.Kind.PHONE || identifier.kind() == Identifier.Kind.ID_NUMBER;
        return end(identifier.value()).filter(text -> ends).stream()
                .map(text -> keys.sign(domain, text))
                .toArray(byte[][]::new);
    }

    /// What an asked text may be found by, under every generation of the key.
    byte[][] asked(String domain, String said, By by) {
        return texts(said, by).stream()
                .flatMap(text -> List.of(keys.signs(domain, text)).stream())
                .toArray(byte[][]::new);
    }

    private static List<String> texts(String said, By by) {
        var plain = Identifiers.plain(said);
        return switch (by) {
            case NAME -> List.of("name\n" + said.strip());
            case INITIALS -> List.of(initials(plain.toLowerCase(Locale.ROOT)));
            case LAST_FOUR -> end(plain).stream().toList();
            case NUMBER -> {
                var texts = new ArrayList<>(List.of("number\n" + plain));
                for (var kind :
                        List.of(Identifier.Kind.PHONE, Identifier.Kind.ID_NUMBER, Identifier.Kind.CREDIT_CODE)) {
                    if (Identifiers.fault(kind, said, LocalDate.MAX).isEmpty()) {
                        texts.add(DomainKeys.told(Identifiers.of(kind, said)));
                    }
                }
                yield texts;
            }
        };
    }

    private static String initials(String letters) {
        return "initials\n" + letters;
    }

    private static Optional<String> end(String number) {
        var plain = Identifiers.plain(number).toUpperCase(Locale.ROOT);
        return plain.length() < END ? Optional.empty() : Optional.of("end\n" + plain.substring(plain.length() - END));
    }
}
