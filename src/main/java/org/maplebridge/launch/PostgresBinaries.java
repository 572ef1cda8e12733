package org.maplebridge.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once per version from the jar that Maven brought.
record PostgresBinaries(Path home) {

    static final String MAJOR = "18";
    private static final String VERSION = "18.6.0";

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    static PostgresBinaries unpacked(Map<String, String> environment) {
        var cache = cache(environment);
        var home = cache.resolve("postgres-" + VERSION);
        if (Files.isDirectory(home)) {
            return new PostgresBinaries(home);
        }
        try {
            Files.createDirectories(cache);
            try (var channel = FileChannel.open(
                            cache.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(home)) {
                    var draft = cache.resolve("postgres-" + VERSION + ".new");
                    remove(draft);
                    unpack(draft);
                    Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException e) {
            throw new Refusal(
                    "解不开 PostgreSQL 程序到 " + home + "（" + e + "）\n  请看磁盘余量和权限；缓存位置可用 MAPLEBRIDGE_CACHE 指定。", e);
        }
        return new PostgresBinaries(home);
    }

    /// Not under root's home: the user that PostgreSQL runs as could not read it there.
    private static Path cache(Map<String, String> environment) {
        var named = environment.getOrDefault("MAPLEBRIDGE_CACHE", "");
        if (!named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        if (OsUser.isRoot()) {
            return Path.of("/var/cache/maplebridge");
        }
        var shared = environment.getOrDefault("XDG_CACHE_HOME", "");
        var base = shared.isBlank() ? DataFolder.home(environment).resolve(".cache") : Path.of(shared);
        return base.resolve("maplebridge");
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var arm = machine.equals("aarch64") || machine.equals("arm64");
        var kind = system.startsWith("mac") ? "darwin" : "linux";
        return "/postgres-" + kind + (arm ? "-arm_64.txz" : "-x86_64.txz");
    }

    private static void unpack(Path target) throws IOException {
        var name = archive();
        try (var packed = PostgresBinaries.class.getResourceAsStream(name)) {
            if (packed == null) {
                throw new Refusal("程序包里没有本机可用的 PostgreSQL（" + name + "）。\n  请用 MAPLEBRIDGE_DB_URL 指向一个 PostgreSQL "
                        + MAJOR + " 或更新的服务器。");
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, target);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path folder, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
