package org.maplebridge.kernel.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/// Whether a file may be taken in: what it is by its first bytes and its name, and what hides in it. Programs, pages
/// and
/// documents with macros are refused, as are archives that unfold beyond measure or hold archives. Scripts hidden in
/// compressed parts of a PDF are not found here; nothing is ever opened on the server, and all is handed out as a
/// download.
final class FileCheck {

    private static final Set<String> OPEN_TYPES = Set.of("image/", "audio/", "video/");
    private static final Set<String> REFUSED = Set.of("image/svg+xml", "audio/x-mpegurl");
    private static final Set<String> TYPES = Set.of(
            "application/pdf",
            "application/ofd",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/zip",
            "application/rtf",
            "text/plain",
            "text/csv");

    private static final Set<String> INNER = Set.of(
            "zip", "rar", "7z", "jar", "gz", "xz", "tar", "exe", "dll", "bat", "cmd", "com", "scr", "msi", "js", "vbs",
            "ps1", "sh", "lnk", "html", "htm", "apk");

    /// Documents that can hold macros. Alone they are looked into; within an archive they are not.
    private static final Set<String> INNER_DOCUMENTS = Set.of(
            "doc", "dot", "xls", "xlt", "xlsb", "ppt", "pps", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm",
            "ppsm", "ppam", "wps", "et", "dps");

    private static final long MOST_UNFOLDED = 1L << 30;
    private static final int MOST_TIMES = 200;
    private static final int MOST_ENTRIES = 10_000;

    private static final byte[] OLE_MACROS = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] LAUNCH = "/Launch".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SCRIPT = "/JavaScript".getBytes(StandardCharsets.US_ASCII);

    private static final Charset GB = Charset.forName("GB18030");

    private static final Tika TIKA = new Tika();

    private FileCheck() {}

    /// How to read the file, as often as it takes.
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /// @param fault why it is refused
    record Found(String type, Optional<String> fault) {}

    static Found of(String name, long size, Content content) throws IOException {
        String type;
        try (var in = new BufferedInputStream(content.open())) {
            type = TIKA.detect(in, name);
        }
        boolean known =
                TYPES.contains(type) || (OPEN_TYPES.stream().anyMatch(type::startsWith) && !REFUSED.contains(type));
        if (!known) {
            return new Found(type, Optional.of("这种文件（" + type + "）不收。请传照片、录音、录像、PDF、OFD、Word、Excel 或文本。"));
        }
        return new Found(type, inside(type, size, content));
    }

    private static Optional<String> inside(String type, long size, Content content) throws IOException {
        if (type.equals("application/pdf")) {
            return holds(content, LAUNCH) || holds(content, SCRIPT)
                    ? Optional.of("这份 PDF 带有会自动运行的内容，不收。请打印成新的 PDF 再传。")
                    : Optional.empty();
        }
        if (type.startsWith("application/vnd.ms-") || type.equals("application/msword") || type.contains("msoffice")) {
            return holds(content, OLE_MACROS) ? macros() : Optional.empty();
        }
        boolean packed = type.contains("openxmlformats")
                || type.contains("ooxml")
                || type.equals("application/zip")
                || type.equals("application/ofd");
        return packed ? unfolded(size, content) : Optional.empty();
    }

    private static Optional<String> macros() {
        return Optional.of("这份文档带有宏，不收。请另存为不带宏的格式（.docx、.xlsx），或打印成 PDF。");
    }

    private static Optional<String> unfolded(long size, Content content) throws IOException {
        long most = Math.min(MOST_UNFOLDED, Math.max(FRAME_ROOM, size * MOST_TIMES));
        long all = 0;
        int entries = 0;
        var buffer = new byte[1 << 16];
        // names without a mark are in whatever code their computer had; none is refused for that
        try (var zip = new ZipInputStream(content.open(), StandardCharsets.ISO_8859_1)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin")) {
                    return macros();
                }
                var ending = name.substring(name.lastIndexOf('.') + 1);
                if (INNER_DOCUMENTS.contains(ending)) {
                    return Optional.of("压缩包里有可能带宏的文档（" + shown(entry.getName()) + "），看不到里面，不收。请单独传，或者另存为 .docx、.xlsx。");
                }
                if (INNER.contains(ending)) {
                    return Optional.of("压缩包里还有压缩包、程序或网页（" + shown(entry.getName()) + "），不收。请把里面的材料分开传。");
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    all += read;
                    if (all > most) {
                        return Optional.of("压缩包解开后过大，不收。请把里面的材料分开传。");
                    }
                }
                if (++entries > MOST_ENTRIES) {
                    return Optional.of("压缩包里的文件太多，不收。请把要用的分开传。");
                }
            }
        } catch (ZipException broken) {
            return Optional.of("压缩包打不开：损坏或有密码。请换一份再传。");
        }
        return entries == 0 ? Optional.of("压缩包打不开：损坏或是空的。请换一份再传。") : Optional.empty();
    }

    /// A small file of one colour may well unfold two hundredfold.
    private static final long FRAME_ROOM = 16L << 20;

    /// Windows here packs names in GBK.
    private static String shown(String entry) {
        boolean unmarked = entry.chars().allMatch(c -> c <= 0xff);
        var name = unmarked ? new String(entry.getBytes(StandardCharsets.ISO_8859_1), GB) : entry;
        return name.length() > 40 ? "…" + name.substring(name.length() - 40) : name;
    }

    /// Whether these bytes stand in it, by Knuth, Morris and Pratt.
    private static boolean holds(Content content, byte[] sought) throws IOException {
        var back = new int[sought.length];
        for (int i = 1, k = 0; i < sought.length; i++) {
            while (k > 0 && sought[i] != sought[k]) {
                k = back[k - 1];
            }
            back[i] = sought[i] == sought[k] ? ++k : 0;
        }
        try (var in = new BufferedInputStream(content.open(), 1 << 16)) {
            int k = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                while (k > 0 && (byte) next != sought[k]) {
                    k = back[k - 1];
                }
                if ((byte) next == sought[k] && ++k == sought.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
