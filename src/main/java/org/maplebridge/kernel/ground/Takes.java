package org.maplebridge.kernel.ground;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a handler reads off the request by itself, and so the description of the interface can't see.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Takes {

    /// The body; nothing where there is none, or where the scenes bring it.
    Class<?> body() default Void.class;

    /// Whether it needs an `Idempotency-Key`.
    boolean key() default false;

    /// Whether it needs `If-Match`.
    boolean version() default false;
}
