package org.maplebridge.kernel.laws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.Hash;

/// The files of a folder of laws, in the order of their names.
///
/// @param root the folder
/// @param files below it, hidden ones left out
record LawFolder(Path root, List<Path> files) {

    private static final int MOST_FILES = 50_000;

    /// @throws Unread if it is no folder that can be read
    static LawFolder of(Path root) {
        if (!Files.isDirectory(root)) {
            throw new Unread(0, "没有这个文件夹：" + root, "写对文件夹的位置再导入。");
        }
        try (Stream<Path> walk = Files.walk(root)) {
            var files = walk.filter(Files::isRegularFile)
                    .filter(file -> !hidden(root, file))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (files.size() > MOST_FILES) {
                throw new Unread(0, "文件夹里的文件超过 " + MOST_FILES + " 个。", "核对是不是选错了文件夹。");
            }
            return new LawFolder(root, files);
        } catch (IOException | UncheckedIOException broken) {
            throw new Unread(0, "读不了这个文件夹：" + root, "核对文件夹的权限。");
        }
    }

    private static boolean hidden(Path root, Path file) {
        for (var part : root.relativize(file)) {
            var name = part.toString();
            if (name.startsWith(".") || name.startsWith("~$")) {
                return true;
            }
        }
        return false;
    }

    /// Its own name, without where it lies.
    String name() {
        return Optional.ofNullable(root.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("laws");
    }

    /// The name of a file below the folder, divided by /.
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /// Of names, sizes and times: the same again has changed nothing.
    Hash fingerprint() {
        var all = new StringBuilder();
        for (var file : files) {
            try {
                all.append(name(file)).append('\t').append(Files.size(file)).append('\t');
                all.append(Files.getLastModifiedTime(file).toMillis()).append('\n');
            } catch (IOException gone) {
                all.append("?\n");
            }
        }
        return Hash.sm3(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
