package org.maplebridge.browser;

import com.microsoft.playwright.Locator;

/// How somebody works a page: with a mouse, or with the keyboard alone. The stories are the same.
interface Hands {

    /// Presses a button or follows a link.
    void press(Locator target);

    /// Writes into a field in place of what stands there.
    void write(Locator field, String words);

    /// Picks from a list by the words shown.
    void pick(Locator list, String option);

    /// Chooses one of the answers of a group that are all shown.
    void choose(Locator group, Locator answer);

    /// As most people do.
    Hands MOUSE = new Hands() {
        @Override
        public void press(Locator target) {
            target.click();
        }

        @Override
        public void write(Locator field, String words) {
            field.fill(words);
        }

        @Override
        public void pick(Locator list, String option) {
            list.selectOption(option);
        }

        @Override
        public void choose(Locator group, Locator answer) {
            answer.check();
        }
    };
}
