package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A county's past is lived once, in a folder of its own.
class DemoLiveCommandTest {

    @TempDir
    Path folder;

    private record Told(int status, String words) {}

    private static Told asked(String... more) {
        var words = new ArrayList<>(List.of("demo", "live"));
        words.addAll(List.of(more));
        var err = new ByteArrayOutputStream();
        var to = new PrintStream(err, true, StandardCharsets.UTF_8);
        int status = Launch.run(words, to, to);
        return new Told(status, err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aUsedFolderIsRefusedAndLeftAlone() throws Exception {
        Files.writeString(folder.resolve("kind"), "demo\n");
        var told = asked("--data", folder.toString());
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.words()).contains("文件夹不是空的", folder.toString(), "--data DIR");
        try (var inside = Files.list(folder)) {
            assertThat(inside.map(each -> each.getFileName().toString())).containsExactly("kind");
        }
    }

    @Test
    void numbersBeyondMeasureAreRefusedBeforeAnythingIsMade() {
        var wanted = folder.resolve("new");
        var days = asked("--data", wanted.toString(), "--days", "0");
        var many = asked("--data", wanted.toString(), "--per-day", "1000");
        assertThat(days.status()).isEqualTo(1);
        assertThat(days.words()).contains("--days 应在 1 到 1000 之间");
        assertThat(many.status()).isEqualTo(1);
        assertThat(many.words()).contains("--per-day");
        assertThat(wanted).doesNotExist();
    }
}
