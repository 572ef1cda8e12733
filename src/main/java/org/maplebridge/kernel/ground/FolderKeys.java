package org.maplebridge.kernel.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Master keys as files side by side: `master.key`, then `master-2.key`, `master-3.key`, each 32 bytes in base64url,
/// readable by their owner only.
final class FolderKeys implements KeySource {

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final Path folder;
    private final Path first;
    private final String stem;

    /// @param first the file of the first generation
    FolderKeys(Path first) {
        this.first = first.toAbsolutePath();
        this.folder = Objects.requireNonNull(this.first.getParent());
        this.stem = Objects.requireNonNull(this.first.getFileName()).toString().replaceFirst("\\.key$", "");
    }

    @Override
    public SortedMap<Integer, byte[]> read() {
        var keys = new TreeMap<Integer, byte[]>();
        if (Files.exists(first)) {
            keys.put(1, secret(first));
        }
        var later = Pattern.compile(Pattern.quote(stem) + "-(\\d{1,6})\\.key");
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = later.matcher(file.getFileName().toString());
                if (name.matches()) {
                    keys.put(Integer.parseInt(name.group(1)), secret(file));
                }
            }
        } catch (IOException unreadable) {
            throw new Unready("读不到主密钥文件夹：" + folder + "（" + unreadable + "）");
        }
        if (keys.isEmpty()) {
            throw new Unready("没有主密钥文件：" + first + "\n  请从备份恢复它；没有它，封存的内容谁也打不开。");
        }
        return keys;
    }

    private static byte[] secret(Path file) {
        try {
            var open = Files.getPosixFilePermissions(file);
            if (open.stream().anyMatch(OTHERS::contains)) {
                throw new Unready("主密钥文件别人也能读写：" + file + "\n  请改为只有属主可读：chmod 600 " + file);
            }
            var secret = Base64.getUrlDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (secret.length == Sm3.LENGTH) {
                return secret;
            }
        } catch (IOException unreadable) {
            throw new Unready("读不到主密钥文件：" + file + "（" + unreadable + "）");
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new Unready("主密钥文件损坏：" + file + "（应为 " + Sm3.LENGTH + " 字节的 base64url）");
    }

    @Override
    public void add(int no, byte[] secret) {
        var file = no == 1 ? first : first.resolveSibling(stem + "-" + no + ".key");
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            // whole or not at all: a half-written key would lock the folder for good
            var draft = Files.createTempFile(folder, "new", ".tmp", owner);
            try {
                Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n");
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException another) {
                // another process was first: its key is the one
            } finally {
                Files.delete(draft);
            }
        } catch (IOException unwritable) {
            throw new Unready("写不了主密钥文件：" + file + "（" + unwritable + "）");
        }
    }

    @Override
    public String place() {
        return folder.toString();
    }
}
