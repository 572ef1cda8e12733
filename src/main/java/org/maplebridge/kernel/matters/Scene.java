package org.maplebridge.kernel.matters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/// Marks the face of a scene: the class whose records are what can be said and whose methods take it in.
///
/// A verb `GRANT_LATE` of the lifecycle has the record `GrantLate` and the method `grantLate(Act, GrantLate)`;
/// opening has `Open` and `open(Act, Open)`, and `PublicOpen`/`publicOpen` where anyone may file. What comes from
/// another matter is taken in by `referred(Act, Referral)`; `asked(Act, PartyRequest)` has the one scene that decides
/// on what parties ask for.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Component
public @interface Scene {

    /// The class with the page of the lifecycle; its static field `LIFE` is read.
    Class<?> value();

    /// The secrecy domain of its matters.
    String domain() default "general";

    /// Which roles may open a matter.
    String[] openedBy() default {};
}
