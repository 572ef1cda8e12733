package org.maplebridge.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// Where one node keeps everything that must survive: keys, PostgreSQL, evidence, logs.
public record DataFolder(Path path) {

    static final long LEAST_FREE_BYTES = 300L << 20;

    /// The folder used when no `--data` is given.
    public static Path standard(Map<String, String> environment) {
        var named = environment.getOrDefault("MAPLEBRIDGE_DATA", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        if (OsUser.isRoot()) {
            return Path.of("/var/lib/maplebridge");
        }
        var shared = environment.getOrDefault("XDG_DATA_HOME", "");
        var base = shared.isBlank() ? home(environment).resolve(".local/share") : Path.of(shared);
        return base.resolve("maplebridge");
    }

    /// What the shell calls home; Java asks the list of users instead, which knows no containers.
    static Path home(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
    }

    /// Creates the folder when missing and refuses one that can't be used.
    public static DataFolder open(Path wanted) {
        var path = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            path = path.toRealPath();
            if (!Files.isWritable(path)) {
                throw new Refusal("数据文件夹不可写：" + path + "\n  请换一个（--data DIR），或修正权限。");
            }
            for (var secret : new String[] {"keys", "logs"}) {
                var folder = Files.createDirectories(path.resolve(secret));
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new Refusal("数据文件夹用不了：" + path + "（" + e + "）\n  请换一个（--data DIR），或修正权限。", e);
        }
        return new DataFolder(path);
    }

    /// The same, and PostgreSQL's own user can reach it.
    public static DataFolder openForPostgres(Path wanted) {
        var data = open(wanted);
        if (OsUser.isRoot()) {
            data.refuseWhenClosedToOthers();
        }
        return data;
    }

    public Path keys() {
        return path.resolve("keys");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    /// Starting PostgreSQL on a full disk ends in a crash half way; say so before.
    void refuseWhenFull() {
        try {
            var free = Files.getFileStore(path).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new Refusal("磁盘将满：" + path + " 只剩 " + (free >> 20) + " MB，至少要 " + (LEAST_FREE_BYTES >> 20)
                        + " MB。\n  请清出空间，或用 --data DIR 换一个磁盘。");
            }
        } catch (IOException e) {
            throw new Refusal("读不到磁盘余量：" + path + "（" + e + "）", e);
        }
    }

    /// PostgreSQL runs as another user when we are root; every folder above it must let that user through.
    void refuseWhenClosedToOthers() {
        for (var folder = path; folder != null; folder = folder.getParent()) {
            try {
                var open = Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                        .contains(PosixFilePermission.OTHERS_EXECUTE);
                if (!open) {
                    throw new Refusal("以 root 启动时，数据库由系统用户 " + OsUser.NAME + " 运行，但它进不了 " + folder
                            + "。\n  请把数据放到别处，例如：./maplebridge up --data /var/lib/maplebridge");
                }
            } catch (IOException e) {
                throw new Refusal("读不到文件夹权限：" + folder + "（" + e + "）", e);
            }
        }
    }
}
