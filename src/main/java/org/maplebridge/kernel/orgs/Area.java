package org.maplebridge.kernel.orgs;

import java.util.Optional;
import java.util.regex.Pattern;

/// A piece of land: a county, a town, a village or a grid of it.
///
/// @param path the statistical code (统计用区划代码, GB/T 2260 above the town) split 2.2.2.3.3, grids appended, such as
///     `33.07.02.001.003.g05`; an area's path begins with the path of the area it lies in
/// @param name its own name, without those above it
public record Area(String path, String name) {

    private static final Pattern CODE = Pattern.compile("(\\d{2})(\\d{2})?(\\d{2})?(\\d{3})?(\\d{3})?");

    /// How high it stands.
    public Level level() {
        return Level.ofPath(path);
    }

    /// The path of the area it lies in; empty for a province.
    public Optional<String> parent() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(path.substring(0, dot));
    }

    /// Whether another area is this one or lies in it.
    public boolean covers(String other) {
        return covers(path, other);
    }

    /// Whether `other` is `path` or lies in it.
    public static boolean covers(String path, String other) {
        return other.startsWith(path) && (other.length() == path.length() || other.charAt(path.length()) == '.');
    }

    /// The path of a statistical code of 2, 4, 6, 9 or 12 digits; zeros at the end stand for nothing.
    ///
    /// @throws IllegalArgumentException for anything else
    public static String pathOf(String code) {
        var parts = CODE.matcher(code);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an area code: " + code);
        }
        var path = new StringBuilder(parts.group(1));
        for (int i = 2; i <= parts.groupCount(); i++) {
            var part = parts.group(i);
            if (part == null || part.chars().allMatch(c -> c == '0')) {
                break;
            }
            path.append('.').append(part);
        }
        return path.toString();
    }
}
