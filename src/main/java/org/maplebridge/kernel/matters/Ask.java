package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How a field of a verb's record is asked for: form, checks and messages all come from here.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Ask {

    /// The question or label, in Chinese.
    String value();

    /// Why it is asked, if that is not plain.
    String why() default "";

    /// An example of an answer.
    String example() default "";

    /// The unit of a number.
    String unit() default "";

    /// The heading of the part of the form that begins with this field; it holds until the next such field.
    String section() default "";

    /// The field beside which this one is asked, on the same page.
    String with() default "";

    /// A yes-or-no field; where it says yes, this one is not asked.
    String unless() default "";

    /// A field of choices; only where it says one of [#is()] is this one asked, and there it must be answered.
    String when() default "";

    /// The choices of [#when()].
    String[] is() default {};

    /// What kind of input; [Kind#AUTO] takes it from the Java type.
    Kind kind() default Kind.AUTO;

    /// The most characters of a text.
    int most() default 200;

    /// The least characters of a text.
    int least() default 1;

    /// The least value of a number.
    long from() default Long.MIN_VALUE;

    /// The greatest value of a number.
    long to() default Long.MAX_VALUE;

    /// Counted with others' answers and never shown by itself: not on the page of the matter, not in its trail.
    boolean pooled() default false;

    /// The kinds of input. Names at the wire are in [#wireName()].
    enum Kind {
        AUTO("text"),
        TEXT("text"),
        LONG_TEXT("longText"),
        DATE("date"),
        INSTANT("instant"),
        MONEY("money"),
        WHOLE("integer"),
        CHOICE("choice"),
        BOOLEAN("boolean"),
        AREA("area"),
        AGENCY("agency"),
        POST("post"),
        /// Somebody who works in an office.
        STAFF("staff"),
        PHONE("phone"),
        /// The name of a person; shown masked.
        PERSON("text"),
        ID_NUMBER("idNumber"),
        /// A number or address of somebody, of a kind that is said beside it; shown masked.
        IDENTIFIER("text"),
        MATTER("matter"),
        LIST("list");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /// The name in schemas.
        @JsonValue
        public String wireName() {
            return wireName;
        }
    }
}
