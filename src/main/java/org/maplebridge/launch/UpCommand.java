package org.maplebridge.launch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.FrontDoor;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the server and stays until it is told to stop.
@Command(name = "up", mixinStandardHelpOptions = true, description = "启动服务器，直到 Ctrl-C")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "端口（默认 8080；0 表示任选）")
    private int port = 8080;

    @Option(names = "--host", defaultValue = "${env:MAPLEBRIDGE_HOST:-127.0.0.1}", description = "监听地址（默认只本机）")
    private String host = "127.0.0.1";

    @Option(names = "--data", description = "数据文件夹")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--laws", description = "法律文本文件夹")
    private Optional<Path> laws = Optional.empty();

    @ArgGroup
    private @Nullable Kind kind;

    /// Demonstration or empty: one of the two.
    static final class Kind {
        @Option(names = "--demo", required = true, description = "新文件夹放入演示数据（默认）")
        private boolean demo;

        @Option(names = "--empty", required = true, description = "新文件夹不放任何数据")
        private boolean empty;

        boolean wantsDemo() {
            return demo || !empty;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        refuseBadArguments();
        var folder = DataFolder.open(data.orElseGet(() -> DataFolder.standard(System.getenv())));
        var claim = FolderClaim.take(folder);
        try {
            refuseTakenPort();
            Node.settleKind(folder, Optional.ofNullable(kind).map(Kind::wantsDemo));
            var stopping = new Stopping();
            try {
                serve(folder, claim, stopping);
            } catch (RuntimeException failure) {
                stopping.becauseOfFailure();
                throw failure;
            }
            return 0;
        } finally {
            claim.close();
        }
    }

    private void serve(DataFolder folder, FolderClaim claim, Stopping stopping) throws InterruptedException {
        System.err.println("数据文件夹：" + folder.path());
        stopping.beforeExit(claim::close);
        var node = Node.open(folder, System.err::println);
        stopping.beforeExit(node::close);
        System.err.println("正在启动服务器…");
        var settings = new HashMap<String, Object>();
        settings.put("server.port", port);
        settings.put("server.address", host);
        laws.ifPresent(
                where -> settings.put("maple.laws", where.toAbsolutePath().toString()));
        var application = Application.start(
                node, node.settings(StartSettings.Mode.SERVER).with(settings), WebApplicationType.SERVLET, folder);
        stopping.beforeExit(application::close);
        var bound = application.context().getEnvironment().getProperty("local.server.port", Integer.toString(port));
        var address = "http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + bound + "/";
        claim.tell(address);
        node.embedded().ifPresent(postgres -> DatabaseWatch.over(postgres, System.err::println));
        AotTraining.startWhenMissing(folder)
                .ifPresent(training -> stopping.beforeExit(() -> AotTraining.end(training)));
        System.err.println(
                "数据库：" + node.settings(StartSettings.Mode.SERVER).properties().get("maple.db.url"));
        System.err.println("按 Ctrl-C 停止。");
        System.out.println("枫桥已就绪：" + address);
        if (Node.isDemo(folder)) {
            System.out.println("第一次来，从这里开始（约五分钟）：" + address + "start");
        }
        tellWhoCanSignIn(application.context());
        System.out.flush();
        new CountDownLatch(1).await();
    }

    /// In a demo folder only: elsewhere nobody's password is known.
    private static void tellWhoCanSignIn(ApplicationContext context) {
        var users = context.getBeansOfType(FrontDoor.class).values().stream()
                .flatMap(door -> door.demoUsers().stream())
                .toList();
        if (users.isEmpty()) {
            return;
        }
        System.out.println("演示数据，机构、人员都是虚构的。可以这样登录（密码都是 " + users.getFirst().password() + "）：");
        users.forEach(user -> System.out.printf("  %-10s %s，%s%n", user.user(), user.agency(), user.post()));
    }

    private void refuseBadArguments() {
        if (port < 0 || port > 65_535) {
            throw new Refusal("--port 应在 0 到 65535 之间，现在是 " + port + "。");
        }
        if (laws.isPresent() && !Files.isDirectory(laws.get())) {
            throw new Refusal("--laws 不是文件夹：" + laws.get());
        }
    }

    private void refuseTakenPort() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(
                    "用不了 " + host + ":" + port + "（" + e.getMessage() + "）：端口被别的程序占用，或地址不是本机的。"
                            + "\n  请换一个端口，例如 ./maplebridge up --port " + (port < 65_435 ? port + 100 : 8080)
                            + "；看谁占用：ss -ltnp 'sport = :" + port + "'",
                    e);
        }
    }
}
