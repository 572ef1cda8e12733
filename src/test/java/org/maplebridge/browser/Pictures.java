package org.maplebridge.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps what the browser tests look at as pictures, in the folder that `maple.pictures` names: each page at each width
/// of `maple.pictures.widths`. `./maplebridge pictures` sets both and binds the pictures to one page.
final class Pictures {

    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getProperty("maple.pictures")).map(Path::of);
    private static final List<Integer> WIDTHS = Arrays.stream(
                    System.getProperty("maple.pictures.widths", "390,1280,1366,1920")
                            .split(","))
            .map(Integer::valueOf)
            .toList();
    private static final AtomicInteger TAKEN = new AtomicInteger();

    /// What a page that draws itself anew for another width needs.
    private static final double SETTLED_MILLIS = 200;

    private Pictures() {}

    /// Pictures of the page as it is now. The window has its own size again afterwards.
    static void of(Page page) {
        FOLDER.ifPresent(folder -> {
            var before = page.viewportSize();
            var name = "%s.%s.%04d".formatted(path(page), look(page), TAKEN.incrementAndGet());
            for (int width : WIDTHS) {
                page.setViewportSize(width, height(width));
                page.waitForTimeout(SETTLED_MILLIS);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(folder.resolve("%s.%d.png".formatted(name, width))));
            }
            page.setViewportSize(before.width, before.height);
            page.waitForTimeout(SETTLED_MILLIS);
        });
    }

    /// The heights that go with the widths of LOOK: a phone, a small desk, an old one, a wall.
    private static int height(int width) {
        return switch (width) {
            case 1280 -> 800;
            case 1366 -> 768;
            case 1920 -> 1080;
            default -> width < 600 ? 844 : 800;
        };
    }

    /// The way to the page with what is one record's own taken out: `desk-matters-id`.
    private static String path(Page page) {
        var path = page.url()
                .replaceAll("^https?://[^/]+/?|[?#].*$", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("[^A-Za-z0-9]+", "-");
        return path.isEmpty() ? "home" : path;
    }

    private static String look(Page page) {
        var dark = (Boolean) page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches");
        var look = String.valueOf(page.evaluate("() => document.documentElement.dataset.look ?? ''"));
        return (Boolean.TRUE.equals(dark) ? "dark" : "light") + (look.equals("elder") ? "-elder" : "");
    }
}
