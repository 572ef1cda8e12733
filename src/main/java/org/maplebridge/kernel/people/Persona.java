package org.maplebridge.kernel.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Somebody as known within one secrecy domain.
///
/// @param shown the name as shown by default, masked; a pseudonym stands as it is
/// @param phoneShown the phone as shown by default, masked
/// @param numberShown the ID number or credit code as shown by default
/// @param adultOn the day a minor grows up; empty for adults and where the day of birth is not known
public record Persona(
        UUID id,
        String domain,
        String shown,
        Optional<String> phoneShown,
        Optional<String> numberShown,
        Optional<LocalDate> adultOn) {

    /// Somebody of whom no more is known.
    public Persona(UUID id, String domain, String shown, Optional<String> phoneShown) {
        this(id, domain, shown, phoneShown, Optional.empty(), Optional.empty());
    }

    /// What the law asks for a minor on that day, in Chinese; empty for anybody else.
    public Optional<String> minority(LocalDate today) {
        return adultOn.filter(today::isBefore)
                .map(adult -> today.isBefore(adult.minusYears(Ties.ADULT - Ties.CONSENTS))
                        ? "不满十四周岁：处理信息要监护人同意（个人信息保护法第三十一条），不得披露身份（未成年人保护法第一百零三条）"
                        : "未成年人：不得披露身份（未成年人保护法第一百零三条）");
    }

    /// What is said of somebody when a matter first concerns them.
    ///
    /// @param pseudonym stands for somebody whose name the source has withheld
    /// @param number the ID number or credit code, if it is known
    public record Draft(
            Optional<String> name, Optional<String> phone, Optional<String> pseudonym, Optional<Identifier> number) {

        /// Somebody by name and, if known, phone.
        public static Draft named(String name, Optional<String> phone) {
            return new Draft(Optional.of(name), phone, Optional.empty(), Optional.empty());
        }

        /// Somebody whose name the source has withheld, by the sign it uses for them.
        public static Draft pseudonymous(String sign) {
            return new Draft(Optional.empty(), Optional.empty(), Optional.of(sign), Optional.empty());
        }

        /// Somebody who did not say who they are.
        public static Draft anonymous() {
            return new Draft(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /// The same, with their ID number or, for an organisation, its credit code.
        public Draft identifiedBy(Identifier identifier) {
            return new Draft(name, phone, pseudonym, Optional.of(identifier));
        }

        /// Whether it is no person but an organisation.
        public boolean organisation() {
            return number.filter(each -> each.kind() == Identifier.Kind.CREDIT_CODE)
                    .isPresent();
        }

        /// The name as lists show it; an organisation's is public.
        public String shown() {
            return name.map(known -> organisation() ? known : Masks.name(known))
                    .or(() -> pseudonym)
                    .orElse("匿名");
        }

        @Override
        public String toString() {
            return shown();
        }
    }
}
