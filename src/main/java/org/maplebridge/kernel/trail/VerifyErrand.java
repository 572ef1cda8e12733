package org.maplebridge.kernel.trail;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maplebridge.kernel.ground.Errand;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// `./maplebridge verify`: proves every trail and the log, or names the first entry that is broken.
@Component
class VerifyErrand implements Errand {

    private static final int SHOWN = 20;

    private final Verification verification;

    VerifyErrand(Verification verification) {
        this.verification = verification;
    }

    @Override
    public String verb() {
        return "verify";
    }

    @Override
    public String help() {
        return """
                核验全部轨迹和总账：逐条重算哈希、逐级重算总账、重放每件事项并与现状比对。
                  --checkpoint FILE   同时与别处保存的公布比对（JSON：body、signature、keyId），可以给多次
                全部对得上时退出码为 0；否则列出对不上的地方，退出码为 1。""";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var elsewhere = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!arguments.get(i).equals("--checkpoint") || i + 1 == arguments.size()) {
                err.println("不认识的参数：" + arguments.get(i));
                err.println(help());
                return 2;
            }
            try {
                elsewhere.add(Files.readString(Path.of(arguments.get(i + 1))));
            } catch (IOException unreadable) {
                err.println("读不了文件：" + arguments.get(i + 1));
                return 2;
            }
        }
        try {
            return report(verification.verify(elsewhere), out);
        } catch (JacksonException | IllegalArgumentException malformed) {
            err.println("给出的公布文件不对：应是 JSON，含 body、signature、keyId。");
            return 2;
        }
    }

    private static int report(Verification.Report report, PrintStream out) {
        out.printf("核验了 %d 件事项、%d 条轨迹、总账 %d 号。%n", report.matters(), report.entries(), report.leaves());
        if (report.whole()) {
            out.println("全部对得上：没有改动、删除或调换。");
            return 0;
        }
        long all = report.faults().size() + report.more();
        out.printf("有 %d 处对不上，最先的一处：%n", all);
        report.faults().stream().limit(SHOWN).forEach(fault -> out.println("  " + fault.where() + "：" + fault.what()));
        if (all > SHOWN) {
            out.printf("  ……其余 %d 处%n", all - SHOWN);
        }
        return 1;
    }
}
