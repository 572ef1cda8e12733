package org.maplebridge.launch;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A database somebody else keeps, named by `MAPLEBRIDGE_DB_URL`, `MAPLEBRIDGE_DB_USER`, `MAPLEBRIDGE_DB_PASSWORD`.
record ExternalDatabase(DatabaseServer server, String database) {

    private static final Pattern ADDRESS =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?://([^/?]+)(?:/([^/?]*))?(\\?.*)?");

    static Optional<ExternalDatabase> in(Map<String, String> environment) {
        var url = environment.getOrDefault("MAPLEBRIDGE_DB_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        var parts = ADDRESS.matcher(url.strip());
        if (!parts.matches() || parts.group(1).contains("@")) {
            throw new Refusal("MAPLEBRIDGE_DB_URL 应写作 jdbc:postgresql://主机:端口/库名；"
                    + "用户和密码写在 MAPLEBRIDGE_DB_USER 与 MAPLEBRIDGE_DB_PASSWORD。");
        }
        var named = Optional.ofNullable(parts.group(2)).orElse("");
        var options = Optional.ofNullable(parts.group(3)).orElse("");
        var server = new DatabaseServer(
                "jdbc:postgresql://" + parts.group(1) + options,
                environment.getOrDefault("MAPLEBRIDGE_DB_USER", "postgres"),
                environment.getOrDefault("MAPLEBRIDGE_DB_PASSWORD", ""));
        // the maintenance database is nobody's home
        var database = named.isBlank() || named.equals("postgres") ? "maplebridge" : named;
        return Optional.of(new ExternalDatabase(server, database));
    }
}
