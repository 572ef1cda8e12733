package org.maplebridge.kernel.laws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Laws that nobody ever passed, for tests.
final class MadeUpLaws {

    static final String OLD = "法律/枫桥测试条例(2019-03-01).md";
    static final String NEW = "法律/枫桥测试条例(2024-06-01).md";

    static final String FIRST_EDITION = """
        # 中华人民共和国枫桥测试条例

        2019年3月1日 枫桥虚构会议通过

        <!-- INFO END -->

        ## 第一章 总则

        第一条 为了试验法规库怎样读一部并不存在的法律，制定本条例。

        第二条 石桥上的晾晒由桥长安排。桥长应当在三日内答复。

        第三条 晾晒有下列情形之一的，桥长可以劝阻：

        （一）挡住行人；

        （二）滴水到桥下的船上。

        劝阻无效的，依照本条例第二条重新安排。

        ## 第二章 附则

        第四条 晾晒的人可以依照《枫桥旧晾晒规则》第一条另找地方。

        第五条 本条例自2019年5月1日起施行。《枫桥旧晾晒规则》同时废止。
        """;

    static final String SECOND_EDITION = """
        # 中华人民共和国枫桥测试条例

        2019年3月1日 枫桥虚构会议通过

        2024年6月1日 枫桥虚构会议修订

        2024年9月1日 施行

        <!-- INFO END -->

        ## 第一章 总则

        第一条 为了试验法规库怎样读一部并不存在的法律，制定本条例。

        第二条 石桥上不得停放手推车，但是正在卸货的除外。

        第三条 石桥上的晾晒由桥长安排。桥长应当在五日内答复。

        第三条之一 夜间的晾晒应当留出一盏灯的地方。

        第四条 晾晒有下列情形之一的，桥长可以劝阻：

        （一）挡住行人；

        （二）滴水到桥下的船上。

        劝阻无效的，依照本条例第三条重新安排。

        ## 第二章 附则

        第五条 本条例自2024年9月1日起施行。
        """;

    static final String RULES = """
        # 枫桥旧晾晒规则

        1999年1月2日 枫桥虚构会议通过

        <!-- INFO END -->

        第一条 晾晒的地方由各家商量。

        第二条 本规则自1999年2月1日起施行。
        """;

    static final String REPLY = """
        # 最高人民法院关于枫桥测试条例第三条怎样理解的虚构批复

        2020年1月5日 虚构审判委员会通过

        <!-- INFO END -->

        枫桥虚构法院：

        一、《枫桥测试条例》第三条所称行人，包括挑担的人。

        二、此复。
        """;

    private MadeUpLaws() {}

    static void put(Path folder, String name, String text) {
        put(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static void put(Path folder, String name, byte[] bytes) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A document in the official form: a paragraph for each line.
    static byte[] docx(List<String> lines) {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        lines.forEach(line -> text.append("<w:p><w:r><w:t>").append(line).append("</w:t></w:r></w:p>"));
        return zip("word/document.xml", text.append("</w:body></w:document>").toString());
    }

    static byte[] zip(String name, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }
}
