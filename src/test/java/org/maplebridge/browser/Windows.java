package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// The windows of one test, each with cookies of its own.
final class Windows {

    private final String address;
    private final List<Window> open = new ArrayList<>();

    Windows(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    Window phone() {
        return open(Window.Size.PHONE);
    }

    /// An officer who has only a phone at hand.
    Window phone(String user) {
        return signedIn(phone(), user);
    }

    Window desk() {
        return open(Window.Size.DESK);
    }

    /// An officer's window, signed in and with the inbox open.
    Window desk(String user) {
        return signedIn(desk(), user);
    }

    /// The same on the screen of an old machine.
    Window old(String user) {
        return signedIn(open(Window.Size.OLD), user);
    }

    /// The same on a large screen.
    Window wall(String user) {
        return signedIn(open(Window.Size.WALL), user);
    }

    private static Window signedIn(Window window, String user) {
        return window.signsIn(user).go("/desk").shows("待办");
    }

    private Window open(Window.Size size) {
        var window = new Window(address, size);
        open.add(window);
        return window;
    }

    /// @param failed whether the test has failed already: then its own reason is worth more than the faults
    void close(String test, boolean failed) {
        var faults = open.stream().flatMap(window -> window.faults().stream()).toList();
        if (failed) {
            open.forEach(window -> Pictures.of(window.page()));
            faults.forEach(System.err::println);
        }
        open.forEach(Window::close);
        if (!failed) {
            assertThat(faults).as("what went wrong in the browser").isEmpty();
        }
    }
}
