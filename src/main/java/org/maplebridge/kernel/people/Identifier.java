package org.maplebridge.kernel.people;

import java.time.LocalDate;
import java.util.Optional;

/// A number or an address that tells somebody apart or by which they are reached.
///
/// @param value as it is kept: an ID number with 18 places, a credit code in capitals, a phone with digits only
public record Identifier(Kind kind, String value) {

    /// What sort of identifier.
    public enum Kind {
        /// GB 11643.
        ID_NUMBER("居民身份证号码"),
        /// GB 32100.
        CREDIT_CODE("统一社会信用代码"),
        PHONE("电话"),
        ADDRESS("地址"),
        EMAIL("电子邮箱");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /// As people call it.
        public String title() {
            return title;
        }

        /// Whether no two can have the same.
        public boolean unique() {
            return this == ID_NUMBER || this == CREDIT_CODE;
        }
    }

    /// As shown when nobody has said why they need more. A credit code is public.
    public String shown() {
        return switch (kind) {
            case ID_NUMBER -> Masks.number(value);
            case CREDIT_CODE -> value;
            case PHONE -> Masks.phone(value);
            case ADDRESS -> Masks.address(value);
            case EMAIL -> Masks.email(value);
        };
    }

    /// The day of birth that an ID number tells.
    public Optional<LocalDate> birth() {
        return kind == Kind.ID_NUMBER ? Optional.of(IdNumber.birth(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return kind + " " + shown();
    }
}
