package org.maplebridge.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maplebridge.fixtures.MapleTest;

/// Stories told through the pages: the application on a free port, the system's Chromium, a window for each person.
/// A method asks for `Windows`; whatever goes wrong in one of them, even unseen, fails the test.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OpeningWindows.class)
@interface BrowserTest {}
