package org.maplebridge.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// One server per data folder. The lock is the operating system's and dies with its process; the words beside it
/// only tell the second comer who was first.
final class FolderClaim implements AutoCloseable {

    private final FileChannel channel;
    private final Path words;

    private FolderClaim(FileChannel channel, Path words) {
        this.channel = channel;
        this.words = words;
    }

    static FolderClaim take(DataFolder data) {
        var words = data.path().resolve("server.txt");
        try {
            var channel = FileChannel.open(
                    data.path().resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                var holder = Files.exists(words) ? Files.readString(words).strip() : "（尚未写明）";
                throw new Refusal("数据文件夹正被另一个枫桥使用：" + data.path() + "\n  " + holder.replace("\n", "\n  ")
                        + "\n  请直接打开上面的地址；或先停掉它；或用 --data DIR 换一个文件夹。");
            }
            var claim = new FolderClaim(channel, words);
            claim.tell("正在启动");
            return claim;
        } catch (IOException e) {
            throw new Refusal("数据文件夹的锁用不了：" + data.path() + "（" + e + "）", e);
        }
    }

    void tell(String address) {
        var text = "进程 " + ProcessHandle.current().pid() + "，地址 " + address + "\n";
        try {
            Files.write(words, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // only the words are missing, the lock holds
            System.err.println("写不了 " + words + "：" + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(words);
            channel.close();
        } catch (IOException e) {
            System.err.println("放不开 " + words + "：" + e.getMessage());
        }
    }
}
