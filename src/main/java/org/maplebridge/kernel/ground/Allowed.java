package org.maplebridge.kernel.ground;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may knock at an endpoint. Every endpoint says so; one that doesn't is refused.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    /// Which door.
    Door value();

    /// Any one of these roles, if given.
    String[] roles() default {};

    /// The doors.
    enum Door {
        /// Anybody, without signing in.
        PUBLIC,
        /// Whoever has signed in; what they then see is up to the row policies.
        SIGNED_IN,
        /// Whoever has signed in as an officer. People whom a matter is about are told of it at the public's doors.
        OFFICERS
    }
}
