package org.maplebridge.kernel.laws;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maplebridge.kernel.ground.Errand;
import org.springframework.stereotype.Component;

/// `./maplebridge laws register DIR FILE`: writes the register that ships with the program from a folder of laws.
@Component
class LawRegisterErrand implements Errand {

    private static final String HEAD = """
        # Laws with their editions: name, level, area, then for each edition day/articles/first/last/those such as 17-1.
        # Made by ./maplebridge laws register DIR FILE; facts, not texts.
        """;

    @Override
    public String verb() {
        return "laws register";
    }

    @Override
    public String help() {
        return """
            从法律文本的文件夹写出法规名录（名称、层级、各版日期、条数），不含条文：
              laws register DIR FILE
            宪法、法律、法律解释、行政法规、司法解释和浙江省一级的地方性法规写进去；其他的不写。\
            """;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 2) {
            err.println(help());
            return 2;
        }
        try {
            var folder = LawFolder.of(Path.of(arguments.getFirst()));
            var laws = laws(folder, err);
            var text = new StringBuilder(HEAD);
            laws.values()
                    .forEach(editions -> text.append(LawRegister.line(editions)).append('\n'));
            Files.writeString(Path.of(arguments.get(1)), text);
            out.println("写了 " + laws.size() + " 部法律。");
            return 0;
        } catch (Unread unread) {
            err.println(unread.what() + unread.next());
            return 2;
        } catch (IOException unwritable) {
            err.println("读不了或写不了文件：" + unwritable.getMessage());
            return 2;
        }
    }

    private static Map<String, List<Statute>> laws(LawFolder folder, PrintStream err) throws IOException {
        var read = new ArrayList<Statute>();
        for (var file : folder.files()) {
            try {
                read.add(StatuteReader.read(folder.name(file), Files.readAllBytes(file)));
            } catch (Unread unread) {
                err.println(folder.name(file) + "：" + unread.what());
            }
        }
        var joined = new ArrayList<>(StatuteParts.joined(read));
        joined.sort(Comparator.comparing(Statute::passed));
        var laws = new TreeMap<String, List<Statute>>();
        var seen = new HashSet<String>();
        for (var statute : joined) {
            boolean local = !statute.area().isEmpty() && !statute.area().equals("33");
            if (!statute.level().equals("其他") && !local && seen.add(statute.key() + statute.passed())) {
                laws.computeIfAbsent(statute.key(), key -> new ArrayList<>()).add(statute);
            }
        }
        return laws;
    }
}
