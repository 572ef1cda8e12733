package org.maplebridge.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes a demo folder whose county has lived for long, and leaves it ready to be started.
@Command(name = "live", mixinStandardHelpOptions = true, description = "在空文件夹里让演示县先过一年，过完退出")
final class DemoLiveCommand implements Callable<Integer> {

    private static final int MOST_DAYS = 1_000;
    private static final int MOST_PER_DAY = 100;

    @Option(names = "--data", required = true, description = "空的数据文件夹")
    private Path data = Path.of(".");

    @Option(names = "--days", defaultValue = "365", description = "过多少天（默认 365）")
    private int days = 365;

    @Option(names = "--per-day", defaultValue = "6", description = "平均每天多少件纠纷（默认 6）")
    private int perDay = 6;

    @Option(names = "--seed", defaultValue = "7", description = "换一个数，换一个县的故事（默认 7）")
    private long seed = 7;

    @Override
    public Integer call() {
        refuseBadArguments();
        refuseUsed();
        var folder = DataFolder.open(data);
        var claim = FolderClaim.take(folder);
        try (claim) {
            Node.settleKind(folder, Optional.of(true));
            live(folder);
        }
        System.out.println("演示县过好了：" + folder.path());
        System.out.println("打开它：./maplebridge up --data " + folder.path());
        return 0;
    }

    private void live(DataFolder folder) {
        System.err.println("数据文件夹：" + folder.path());
        try (var node = Node.open(folder, System.err::println)) {
            var over = new AtomicBoolean();
            // the operating system's status says that it was told to stop
            Runtime.getRuntime().addShutdownHook(new Thread(() -> brokenOff(over, folder, node), "broken-off"));
            var settings = node.settings(StartSettings.Mode.SERVER)
                    .with(Map.of(
                            "server.port",
                            0,
                            "server.address",
                            "127.0.0.1",
                            "maple.demo.days",
                            days,
                            "maple.demo.per-day",
                            perDay,
                            "maple.demo.seed",
                            seed));
            try {
                Application.start(node, settings, WebApplicationType.SERVLET, folder)
                        .close();
            } finally {
                over.set(true);
            }
        }
    }

    private static void brokenOff(AtomicBoolean over, DataFolder folder, Node node) {
        if (!over.get()) {
            System.err.println("没有过完就停了，不能接着过。要完整的，删掉这个文件夹再来一次：" + folder.path());
            node.close();
        }
    }

    private void refuseBadArguments() {
        if (days < 1 || days > MOST_DAYS) {
            throw new Refusal("--days 应在 1 到 " + MOST_DAYS + " 之间，现在是 " + days + "。");
        }
        if (perDay < 1 || perDay > MOST_PER_DAY) {
            throw new Refusal("--per-day 应在 1 到 " + MOST_PER_DAY + " 之间，现在是 " + perDay + "。");
        }
    }

    /// The past of a county is lived once, from its first day on.
    private void refuseUsed() {
        if (!Files.exists(data)) {
            return;
        }
        try (var inside = Files.list(data)) {
            if (inside.findAny().isPresent()) {
                throw new Refusal(
                        "文件夹不是空的：" + data.toAbsolutePath() + "\n  往日只能从头过：请用 --data DIR 换一个空文件夹；上次没有过完的，删掉再来。");
            }
        } catch (IOException e) {
            throw new Refusal("读不了这个文件夹：" + data.toAbsolutePath() + "（" + e + "）", e);
        }
    }
}
