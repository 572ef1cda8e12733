package org.maplebridge.kernel.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetTest {

    @TempDir
    Path folder;

    private String page(byte[] book) throws IOException {
        var file = Files.write(folder.resolve("book.xlsx"), book);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = zip.stream()
                    .filter(entry -> entry.getName().endsWith("sheet1.xml"))
                    .findFirst()
                    .orElseThrow();
            return new String(zip.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void nothingInAWorkbookIsAFormula() throws IOException {
        var page = page(Sheet.of("表", List.of(List.of("=1+1", "-2", "@甲", "＋1"), List.of(), List.of("平常的字"))));
        assertThat(page)
                .contains("&#x5e73;&#x5e38;", "&apos;=1+1")
                .doesNotContain("<f>", "<t>=", "<t>-", "<t>@", "<t>＋");
    }
}
