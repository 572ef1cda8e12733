package org.maplebridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Somebody who uses no mouse.
final class Keyboard implements Hands {

    /// Nobody presses Tab more often than this for one thing.
    private static final int MOST = 120;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    @Override
    public void press(Locator target) {
        tabTo(target).press("Enter");
    }

    @Override
    public void write(Locator field, String words) {
        tabTo(field);
        if ("date".equals(field.getAttribute("type"))) {
            var day = LocalDate.parse(words);
            // month, day, year: as this browser asks for them
            page.keyboard().type(day.format(DateTimeFormatter.ofPattern("MMddyyyy", Locale.ROOT)));
            return;
        }
        press("ControlOrMeta+a").type(words);
    }

    @Override
    public void pick(Locator list, String option) {
        tabTo(list).press("Home");
        for (int i = 0; i < MOST && !chosen(list).equals(option); i++) {
            press("ArrowDown");
        }
        assertThat(chosen(list)).isEqualTo(option);
    }

    private static String chosen(Locator list) {
        return (String) list.evaluate("it => it.options[it.selectedIndex]?.text.trim() ?? ''");
    }

    @Override
    public void choose(Locator group, Locator answer) {
        var there = group.locator("input:checked");
        tabTo(there.count() > 0 ? there : group.getByRole(AriaRole.RADIO).first());
        if (there.count() == 0) {
            press("Space");
        }
        for (int i = 0; i < MOST && !answer.isChecked(); i++) {
            press("ArrowDown");
        }
        assertThat(answer.isChecked()).as("chosen: " + answer).isTrue();
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
