package org.maplebridge.kernel.ground;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;

/// `./maplebridge keys`: which generation of the master key seals, and how far a change has come.
@Component
class KeysErrand implements Errand {

    private final MasterKey keys;
    private final MasterKeyWatch watch;

    KeysErrand(MasterKey keys, MasterKeyWatch watch) {
        this.keys = keys;
        this.watch = watch;
    }

    @Override
    public String verb() {
        return "keys";
    }

    @Override
    public String help() {
        return """
                看主密钥：有哪几代，现在用哪一代封存，更换到了哪一步。
                  keys          只看
                  keys rotate   换一代新的：运行着的系统不用停，20 秒后改用新的，随后把已有的逐项重新封存
                更换完成以后，旧的密钥文件就没有用了：另存到保险处，再从密钥文件夹移走。
                移走第一代后，下次启动会给数据库的登录换新口令；几台机器共用一个数据库的，要一起重启。""";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("rotate"))) {
            var state = watch.begin();
            out.printf("第 %d 代主密钥（%s）已经放好，%d 秒后开始用它。%n", state.no(), state.name(), MasterKeyWatch.NOTICE.toSeconds());
            out.println("运行着的系统随后重新封存已有的内容；用 ./maplebridge keys 看进度。");
            return 0;
        }
        if (!arguments.isEmpty()) {
            err.println("不认识的参数：" + String.join(" ", arguments));
            err.println(help());
            return 2;
        }
        keys.generations()
                .forEach((no, name) ->
                        out.println("第 " + no + " 代  " + name + (no == keys.current() ? "  现在用它封存" : "")));
        watch.state()
                .ifPresent(state -> out.println(state.resealedAt()
                        .map(at -> "更换完成：" + state.resealed() + " 项已重新封存；第 " + state.no() + " 代以前的密钥不再用到。")
                        .orElse("正在更换到第 " + state.no() + " 代：已重新封存 " + state.resealed() + " 项。")));
        return 0;
    }
}
