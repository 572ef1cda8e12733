package org.maplebridge.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.Parcels;

/// What is taken in, and what is not.
class FileCheckTest {

    private static Optional<String> fault(String name, byte[] content) throws IOException {
        return FileCheck.of(name, content.length, () -> new ByteArrayInputStream(content))
                .fault();
    }

    private static byte[] zip(String entry, byte[] content) throws IOException {
        return zip(entry, content, StandardCharsets.UTF_8);
    }

    private static byte[] zip(String entry, byte[] content, Charset names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, names)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void picturesTextsAndPapersAreTaken() throws IOException {
        assertThat(fault("a.png", Parcels.picture("x"))).isEmpty();
        assertThat(fault("a.txt", text("双方愿意调解"))).isEmpty();
        assertThat(fault("a.pdf", text("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")))
                .isEmpty();
        assertThat(fault("a.zip", zip("协议.txt", text("协议内容")))).isEmpty();
    }

    @Test
    void programsAndPagesAreNotWhateverTheirNameSays() throws IOException {
        assertThat(fault("照片.jpg", text("MZ\u0000\u0003 program"))).isPresent();
        assertThat(fault("说明.txt", text("<!DOCTYPE html><html><script>1</script></html>")))
                .isPresent();
        assertThat(fault("图.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")))
                .isPresent();
        assertThat(fault("a.sh", text("#!/bin/sh\nrm -rf x\n"))).isPresent();
    }

    /// As Windows packs them in China.
    @Test
    void anArchiveWithNamesInGbkIsTakenAndLookedInto() throws IOException {
        var gbk = Charset.forName("GBK");
        assertThat(fault("材料.zip", zip("现场照片/门锁.txt", text("锁坏了"), gbk))).isEmpty();
        assertThat(fault("材料.zip", zip("现场照片/看图.exe", text("MZ"), gbk)).orElse(""))
                .contains("现场照片/看图.exe");
    }

    @Test
    void macrosAreRefusedWithTheWayOut() throws IOException {
        var macro = zip("xl/vbaProject.bin", text("x"));
        assertThat(fault("表.xlsx", macro).orElse("")).contains("宏", "另存为");
        var old = new ByteArrayOutputStream();
        old.writeBytes(
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});
        old.writeBytes(new byte[600]);
        old.writeBytes("_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE));
        assertThat(fault("表.xls", old.toByteArray()).orElse("")).contains("宏");
        for (var inner : new String[] {"表.xlsm", "附件/说明.DOC", "汇报.pptm"}) {
            assertThat(fault("材料.zip", zip(inner, text("x"))).orElse(""))
                    .as("what can't be looked into is not taken in: " + inner)
                    .contains("带宏", "单独传");
        }
        assertThat(fault("材料.zip", zip("协议.docx", text("x")))).isEmpty();
    }

    @Test
    void whatUnfoldsBeyondMeasureOrHoldsArchivesIsRefused() throws IOException {
        assertThat(fault("a.zip", zip("零.txt", new byte[64 << 20])).orElse("")).contains("过大");
        assertThat(fault("a.zip", zip("内.zip", text("x"))).orElse("")).contains("分开传");
        assertThat(fault("a.zip", zip("程序.exe", text("x"))).orElse("")).contains("分开传");
        assertThat(fault("a.zip", text("PK\u0003\u0004 broken")).orElse("")).contains("打不开");
    }

    @Test
    void aPaperThatStartsSomethingIsRefused() throws IOException {
        assertThat(fault("a.pdf", text("%PDF-1.7\n<< /S /JavaScript /JS (app.alert(1)) >>"))
                        .orElse(""))
                .contains("自动运行");
    }
}
