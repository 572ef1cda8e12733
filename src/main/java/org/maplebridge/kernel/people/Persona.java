package org.maplebridge.kernel.people;

import java.util.Optional;
import java.util.UUID;

/// Somebody as known within one secrecy domain.
///
/// @param shown the name as shown by default, masked; a pseudonym stands as it is
/// @param phoneShown the phone as shown by default, masked
public record Persona(UUID id, String domain, String shown, Optional<String> phoneShown) {

    /// What is said of somebody when a matter first concerns them.
    ///
    /// @param pseudonym stands for somebody whose name the source has withheld
    public record Draft(Optional<String> name, Optional<String> phone, Optional<String> pseudonym) {

        /// Somebody by name and, if known, phone.
        public static Draft named(String name, Optional<String> phone) {
            return new Draft(Optional.of(name), phone, Optional.empty());
        }

        /// Somebody whose name the source has withheld, by the sign it uses for them.
        public static Draft pseudonymous(String sign) {
            return new Draft(Optional.empty(), Optional.empty(), Optional.of(sign));
        }

        /// Somebody who did not say who they are.
        public static Draft anonymous() {
            return new Draft(Optional.empty(), Optional.empty(), Optional.empty());
        }

        /// The name as lists show it.
        public String shown() {
            return name.map(Masks::name).or(() -> pseudonym).orElse("匿名");
        }
    }
}
