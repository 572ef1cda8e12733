package org.maplebridge.kernel.ground;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Endpoints that speak as somebody else has laid down, with a media type and a form of refusal of their own.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Dialect {

    /// What bodies are called there, such as `application/scim+json`; plain JSON is understood as well.
    String media();

    /// How it says no, instead of [Problem].
    Class<?> refusal();
}
