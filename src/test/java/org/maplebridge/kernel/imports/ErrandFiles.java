package org.maplebridge.kernel.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maplebridge.kernel.orgs.Directory;

/// Errands from files, for tests: number and words. May break down at a number, like a machine that is switched off.
record ErrandFiles(String name, UUID agency, String breaksAt) implements Source {

    @Override
    public String title() {
        return "跑腿";
    }

    @Override
    public String scene() {
        return "errand";
    }

    @Override
    public List<String> columns() {
        return List.of("id", "words");
    }

    @Override
    public String column(String field) {
        return field.equals("title") ? "words" : field;
    }

    @Override
    public Row read(List<String> cells, Directory offices, Instant now) {
        if (cells.getFirst().equals(breaksAt)) {
            throw new IllegalStateException("switched off");
        }
        return new Row.Ready(cells.getFirst(), Map.of("title", cells.get(1), "agency", agency.toString()));
    }
}
