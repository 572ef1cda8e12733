package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/// Somebody who uses no mouse.
final class Keyboard {

    /// Nobody presses Tab more often than this for one thing.
    private static final int MOST = 60;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keyboard type(String words) {
        page.keyboard().insertText(words);
        return this;
    }

    /// Tab by Tab, as far as the field or button, which then shows that it is the one.
    Keyboard tabTo(Locator target) {
        for (int i = 0; i < MOST && !focused(target); i++) {
            press("Tab");
        }
        assertThat(focused(target)).as("reached by Tab: " + target).isTrue();
        assertThat((String) target.evaluate(
                        "it => { const s = getComputedStyle(it.closest('.opt') ?? it); return s.outlineStyle; }"))
                .as("the ring around " + target)
                .isNotEqualTo("none");
        return this;
    }

    /// Presses a key until something is there.
    void until(String key, Locator sight) {
        for (int i = 0; i < MOST && sight.count() == 0; i++) {
            press(key);
        }
        assertThat(sight.count()).isOne();
    }

    private static boolean focused(Locator target) {
        return (boolean) target.evaluate("it => it === document.activeElement");
    }
}
