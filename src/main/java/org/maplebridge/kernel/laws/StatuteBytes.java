package org.maplebridge.kernel.laws;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/// The lines of a file, whatever it was written in: UTF-8, GB 18030, UTF-16, or the word processor's form.
final class StatuteBytes {

    static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String ANOTHER = "另存为 UTF-8 的文本、Markdown 或 .docx 再导入。";

    private StatuteBytes() {}

    /// @throws Unread if it is no text
    static List<String> lines(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Unread(0, "文件超过 16 MB，不像一部法律。", "核对是不是放错了文件；合订本请分成几份。");
        }
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3) {
            return DocxText.lines(bytes);
        }
        var text = text(bytes);
        if (text.isBlank()) {
            throw new Unread(0, "文件是空的。", "重新下载这个文件再导入。");
        }
        long odd = text.codePoints()
                .filter(sign -> sign == 0xFFFD || (sign < 0x20 && sign != '\n' && sign != '\r' && sign != '\t'))
                .count();
        if (odd > 0) {
            throw new Unread(lineOf(text), "有 " + odd + " 个读不出来的字符：不是文本文件，或者编码坏了。", ANOTHER);
        }
        long chinese = text.codePoints()
                .filter(sign -> sign >= 0x4E00 && sign <= 0x9FFF)
                .count();
        long rare = text.codePoints()
                .filter(sign -> (sign >= 0xE000 && sign <= 0xF8FF) || (sign >= 0x80 && sign < 0x250))
                .count();
        if (chinese < 4 || rare > chinese / 4) {
            throw new Unread(0, "读出来不像中文：编码可能认错了。", ANOTHER);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC).lines().toList();
    }

    private static int lineOf(String text) {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\n') {
                line++;
            } else if (sign == 0xFFFD || (sign < 0x20 && sign != '\r' && sign != '\t')) {
                return line;
            }
        }
        return 0;
    }

    private static String text(byte[] bytes) {
        var text = (wide(bytes) ? decoded(bytes, StandardCharsets.UTF_16) : Optional.<String>empty())
                .or(() -> decoded(bytes, StandardCharsets.UTF_8))
                .or(() -> decoded(bytes, CHINESE))
                .orElseThrow(() -> new Unread(0, "既不是 UTF-8，也不是 GB 18030 或 UTF-16，读不出来。", ANOTHER));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean wide(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
