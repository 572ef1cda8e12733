package org.maplebridge.kernel.matters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/// Marks a component beside the face of a scene that takes in some of its verbs: their records and methods are there
/// instead. A scene with many verbs is divided by what they are about.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Component
public @interface ScenePart {}
