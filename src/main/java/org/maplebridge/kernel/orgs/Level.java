package org.maplebridge.kernel.orgs;

import java.util.Arrays;
import java.util.Optional;

/// How high in the land an area or an agency stands, lowest first.
public enum Level {
    GRID("网格", 6),
    VILLAGE("村（社区）", 5),
    TOWN("乡镇（街道）", 4),
    COUNTY("县（市、区）", 3),
    CITY("设区的市", 2),
    PROVINCE("省", 1);

    private final String title;
    private final int parts;

    Level(String title, int parts) {
        this.title = title;
        this.parts = parts;
    }

    /// The level in Chinese.
    public String title() {
        return title;
    }

    /// The next level up; empty above the province.
    public Optional<Level> above() {
        return Arrays.stream(values()).filter(level -> level.parts == parts - 1).findFirst();
    }

    /// The level of an area's path, by its number of parts.
    ///
    /// @throws IllegalArgumentException if no level has as many parts
    public static Level ofPath(String path) {
        int parts = path.split("\\.").length;
        return Arrays.stream(values())
                .filter(level -> level.parts == parts)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no area path: " + path));
    }
}
