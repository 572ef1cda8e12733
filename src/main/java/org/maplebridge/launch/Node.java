package org.maplebridge.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A data folder with its database ready for the application: roles made, passwords known.
final class Node implements AutoCloseable {

    /// What it is called in the folder's own server.
    static final String DATABASE = "maplebridge";

    private final DataFolder data;
    private final Optional<EmbeddedPostgres> embedded;
    private final RoleSetup roles;
    private final String url;

    private Node(DataFolder data, Optional<EmbeddedPostgres> embedded, RoleSetup roles, String url) {
        this.data = data;
        this.embedded = embedded;
        this.roles = roles;
        this.url = url;
    }

    static Node open(DataFolder data, Consumer<String> say) {
        return open(data, System.getenv(), say);
    }

    static Node open(DataFolder data, Map<String, String> environment, Consumer<String> say) {
        var keys = SecretKeys.in(data.keys(), environment);
        var external = ExternalDatabase.in(environment);
        if (external.isPresent()) {
            var there = external.get();
            var roles = new RoleSetup(there.server(), keys);
            roles.prepare(there.database(), say);
            return new Node(data, Optional.empty(), roles, there.server().address(there.database()));
        }
        var postgres = EmbeddedPostgres.open(data, PostgresTuning.lasting(), say);
        try {
            var roles = new RoleSetup(postgres.server(), keys);
            roles.prepare(DATABASE, say);
            return new Node(
                    data, Optional.of(postgres), roles, postgres.server().address(DATABASE));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    StartSettings settings(StartSettings.Mode mode) {
        return StartSettings.of(data, roles, url, mode, isDemo(data));
    }

    Optional<EmbeddedPostgres> embedded() {
        return embedded;
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    /// A folder is for demonstration or not from its first day: only a demonstration may move its clock.
    static void settleKind(DataFolder data, Optional<Boolean> wantedDemo) {
        var file = kindFile(data);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, wantedDemo.orElse(true) ? "demo\n" : "empty\n");
            }
        } catch (IOException e) {
            throw new Refusal("写不了 " + file + "（" + e + "）", e);
        }
        if (wantedDemo.isPresent() && wantedDemo.get() != isDemo(data)) {
            throw new Refusal("这个数据文件夹建立时是" + (isDemo(data) ? "演示（--demo）" : "空白（--empty）") + "的，不能改：" + data.path()
                    + "\n  请用 --data DIR 换一个文件夹。");
        }
    }

    static boolean isDemo(DataFolder data) {
        try {
            return Files.readString(kindFile(data)).strip().equals("demo");
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isNew(DataFolder data) {
        return !Files.exists(kindFile(data));
    }

    private static Path kindFile(DataFolder data) {
        return data.path().resolve("kind");
    }
}
