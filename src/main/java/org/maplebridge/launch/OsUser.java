package org.maplebridge.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Who runs PostgreSQL. It refuses to run as root, so root hands it to a system user of its own.
final class OsUser {

    static final String NAME = "maplebridge";

    private final boolean other;

    private OsUser(boolean other) {
        this.other = other;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static OsUser forPostgres() {
        if (!isRoot()) {
            return new OsUser(false);
        }
        var here = Path.of("/");
        if (!Program.run(here, 10, List.of("id", "-u", NAME)).worked()) {
            var made = Program.run(
                    here,
                    30,
                    List.of(
                            "useradd",
                            "--system",
                            "--no-create-home",
                            "--home-dir",
                            "/nonexistent",
                            "--shell",
                            "/usr/sbin/nologin",
                            "--user-group",
                            NAME));
            // another process may have made it meanwhile
            if (!made.worked()
                    && !Program.run(here, 10, List.of("id", "-u", NAME)).worked()) {
                throw new Refusal("建不了系统用户 " + NAME + "：" + made.output().strip() + "\n  请手工建立（useradd --system " + NAME
                        + "），或不用 root 启动。");
            }
        }
        return new OsUser(true);
    }

    boolean isOther() {
        return other;
    }

    /// The same command, run as this user.
    List<String> running(List<String> command) {
        if (!other) {
            return command;
        }
        var all = new ArrayList<String>();
        if (Program.exists("setpriv")) {
            all.addAll(List.of("setpriv", "--reuid", NAME, "--regid", NAME, "--clear-groups", "--"));
        } else if (Program.exists("runuser")) {
            all.addAll(List.of("runuser", "-u", NAME, "--"));
        } else {
            throw new Refusal("以 root 启动需要 setpriv 或 runuser（apt-get install util-linux），或请不用 root 启动。");
        }
        all.addAll(command);
        return List.copyOf(all);
    }

    void own(Path tree) {
        if (!other) {
            return;
        }
        var outcome = Program.run(Path.of("/"), 120, List.of("chown", "-R", NAME + ":" + NAME, tree.toString()));
        if (!outcome.worked()) {
            throw new Refusal("改不了 " + tree + " 的属主：" + outcome.output().strip());
        }
    }
}
