package org.maplebridge.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The system's own Chromium, one for the run. Nothing is downloaded, and no name but this machine's can be resolved.
final class Chromium {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private static final List<String> SWITCHES = List.of(
            "--no-sandbox", // the tests may run as root
            "--disable-gpu",
            "--disable-background-networking",
            "--use-fake-device-for-media-stream", // a microphone that hums, and nobody to be asked whether it may
            "--use-fake-ui-for-media-stream",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    private Chromium() {}

    private static final class Holder {
        static final Browser ONE = launch();
    }

    static Browser ofThisRun() {
        return Holder.ONE;
    }

    static Optional<Path> place() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    private static Browser launch() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-browser"));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(place().orElseThrow())
                        .setArgs(SWITCHES));
    }
}
