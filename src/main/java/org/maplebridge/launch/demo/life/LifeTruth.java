package org.maplebridge.launch.demo.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.matters.Matter;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What truly happened, for whoever scores how well it is found out. It lies in the data folder and is read by no part
/// of the program.
@Component
final class LifeTruth {

    static final String FILE = "demo-truth.json";

    private final Path folder;

    LifeTruth(Environment settings) {
        this.folder = Path.of(settings.getRequiredProperty("maple.data"));
    }

    void write(long seed, Diary diary, Map<Story, Matter> lived) {
        var rows = new ArrayList<Map<String, Object>>();
        lived.forEach((story, matter) -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("no", story.no());
            row.put("matter", matter.id().toString());
            row.put("code", matter.label().code());
            row.put("plot", story.plot().name());
            row.put("honest", story.plot().honest());
            row.put("truth", story.plot().truth());
            rows.add(row);
        });
        var all = new LinkedHashMap<String, Object>();
        all.put("seed", seed);
        all.put("diary", diary.hash("disputes"));
        all.put("refused", List.copyOf(diary.refusals()));
        all.put("matters", rows);
        try {
            Files.write(
                    folder.resolve(FILE),
                    Canonical.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
