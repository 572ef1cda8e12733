package org.maplebridge.engines.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The data files beside this class: one entry a line, columns parted by tabs, `#` before a remark.
final class DataLines {

    private DataLines() {}

    /// The columns of each line.
    static List<List<String>> of(String file) {
        var stream = Objects.requireNonNull(DataLines.class.getResourceAsStream(file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
