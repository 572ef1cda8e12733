package org.maplebridge.kernel.laws;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/// The paragraphs of a document in the form in which the national database of laws hands them out. Reads the text part
/// as a stream and nothing else, so that a file can't unfold beyond measure, fetch anything or run anything; the form
/// writes every number out, so that no style needs to be understood.
final class DocxText {

    private static final long MOST_UNFOLDED = 64L * 1024 * 1024;
    private static final int MOST_PARAGRAPHS = 100_000;
    private static final int MOST_PARTS = 2_000;
    private static final String NEXT = "用文字处理软件打开确认，另存为 .docx 或 UTF-8 文本再导入。";

    private DocxText() {}

    /// @throws Unread if it is no such document
    static List<String> lines(byte[] bytes) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int parts = 0;
            for (var entry = zip.getNextEntry(); entry != null && parts < MOST_PARTS; entry = zip.getNextEntry()) {
                parts++;
                if (entry.getName().equals("word/document.xml")) {
                    return paragraphs(new Bounded(zip));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unread(0, "压缩包打不开：文件没有传完，或者已经损坏。", NEXT);
        } catch (XMLStreamException broken) {
            throw new Unread(0, "文档的正文部分读不了：已经损坏，或者带有不许使用的内容。", NEXT);
        }
        throw new Unread(0, "这个压缩包不是文档（没有正文部分）。", NEXT);
    }

    private static List<String> paragraphs(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = factory.createXMLStreamReader(in);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        boolean text = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "t" -> text = true;
                    case "tab" -> line.append('\u3000');
                    case "br", "cr" -> line.append('\n');
                    default -> {}
                }
            } else if (event == XMLStreamConstants.CHARACTERS && text) {
                line.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "t" -> text = false;
                    case "p" -> {
                        line.toString().lines().forEach(lines::add);
                        lines.add("");
                        line.setLength(0);
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("no such thing in a document");
            }
            if (lines.size() > MOST_PARAGRAPHS) {
                throw new Unread(0, "段落太多，不像一部法律。", "核对是不是放错了文件。");
            }
        }
        return lines;
    }

    /// Stops a stream that unfolds without end.
    private static final class Bounded extends FilterInputStream {

        private long left = MOST_UNFOLDED;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            spend(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            spend(Math.max(0, count));
            return count;
        }

        private void spend(int count) {
            left -= count;
            if (left < 0) {
                throw new Unread(0, "文件展开以后超过 64 MB，没有读入。", "核对是不是放错了文件。");
            }
        }
    }
}
