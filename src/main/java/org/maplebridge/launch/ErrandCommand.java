package org.maplebridge.launch;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Errand;
import org.springframework.boot.WebApplicationType;

/// Runs a verb that some module offers as an [Errand], beside a running server or without one.
final class ErrandCommand {

    private final List<String> words;
    private final Optional<Path> data;

    private ErrandCommand(List<String> words, Optional<Path> data) {
        this.words = words;
        this.data = data;
    }

    /// Takes `--data DIR` out; the rest belongs to the errand.
    static ErrandCommand of(List<String> arguments) {
        var words = new ArrayList<String>();
        var data = Optional.<Path>empty();
        for (var i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            if (word.startsWith("--data=")) {
                data = Optional.of(Path.of(word.substring("--data=".length())));
            } else if (word.equals("--data") && i + 1 < arguments.size()) {
                data = Optional.of(Path.of(arguments.get(++i)));
            } else {
                words.add(word);
            }
        }
        return new ErrandCommand(List.copyOf(words), data);
    }

    List<String> words() {
        return words;
    }

    Optional<Path> data() {
        return data;
    }

    int run(PrintStream out, PrintStream err) {
        var wanted = data.orElseGet(() -> DataFolder.standard(System.getenv()));
        if (!makesFolder() && !Files.isDirectory(wanted)) {
            throw new Refusal("没有这个数据文件夹：" + wanted.toAbsolutePath() + "\n  请先运行一次 ./maplebridge up，或用 --data DIR 指明。");
        }
        var folder = DataFolder.open(wanted);
        if (makesFolder()) {
            Node.settleKind(folder, Optional.empty());
        }
        if (Node.isNew(folder)) {
            throw new Refusal("这个文件夹里没有枫桥的数据：" + folder.path());
        }
        var stopping = new Closing();
        try (stopping) {
            var node = Node.open(folder, err::println);
            stopping.later(node);
            var application =
                    Application.start(node, node.settings(StartSettings.Mode.ERRAND), WebApplicationType.NONE, folder);
            stopping.later(application);
            var errands = List.copyOf(
                    application.context().getBeansOfType(Errand.class).values());
            return run(chosen(errands), out, err);
        }
    }

    private boolean makesFolder() {
        return words.getFirst().equals("import");
    }

    private int run(Errand errand, PrintStream out, PrintStream err) {
        var rest = words.subList(errand.verb().split(" ").length, words.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            out.println(errand.help());
            return 0;
        }
        return errand.run(rest, out, err);
    }

    /// The longest verb that the words begin with.
    private Errand chosen(List<Errand> errands) {
        var said = String.join(" ", words) + " ";
        return errands.stream()
                .filter(errand -> said.startsWith(errand.verb() + " "))
                .max(Comparator.comparingInt(errand -> errand.verb().length()))
                .orElseThrow(() -> new Refusal("没有这个命令：" + words.getFirst() + known(errands)));
    }

    private static String known(List<Errand> errands) {
        var verbs = errands.stream().map(Errand::verb).sorted().toList();
        return verbs.isEmpty() ? "" : "\n  现有：" + String.join("、", verbs);
    }
}
