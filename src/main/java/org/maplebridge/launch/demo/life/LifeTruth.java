package org.maplebridge.launch.demo.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maplebridge.kernel.ground.Canonical;

/// What truly happened, for whoever scores how well it is found out. It lies in the data folder and is read by no part
/// of the program.
final class LifeTruth {

    private LifeTruth() {}

    static void write(DemoLife.Order order, Diary diary, Map<Story, LifeMatter> lived) {
        var rows = new ArrayList<Map<String, Object>>();
        lived.forEach((story, matter) -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("no", story.no());
            row.put("matter", matter.id().toString());
            row.put("code", matter.code());
            row.put("plot", story.plot().name());
            row.put("honest", story.plot().honest());
            row.put("truth", story.plot().truth());
            rows.add(row);
        });
        var all = new LinkedHashMap<String, Object>();
        all.put("seed", order.seed());
        all.put("diary", diary.hash("disputes"));
        all.put("refused", List.copyOf(diary.refusals()));
        all.put("matters", rows);
        try {
            Files.write(
                    order.truth(),
                    Canonical.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
