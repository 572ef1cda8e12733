package org.maplebridge.kernel.ground;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A list as a workbook of one page: every cell is text, nothing a formula.
public final class Sheet {

    /// The most rows one workbook carries.
    public static final int MOST = 5_000;

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Sheet() {}

    /// What the answer says of a workbook that is sent while it is made; see [LongSheet].
    ///
    /// @param name without its ending
    public static void announce(HttpServletResponse answer, String name) {
        answer.setContentType(XLSX);
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
    }

    private static String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name + ".xlsx", StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /// @param page what the page is called
    public static byte[] of(String page, List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Maplebridge", "1.0")) {
            var sheet = book.newWorksheet(page);
            for (int at = 0; at < rows.size(); at++) {
                var cells = rows.get(at);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.inlineString(at, column, Words.cell(cells.get(column)));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The answer that a browser saves under this name.
    ///
    /// @param name without its ending
    public static ResponseEntity<Resource> saved(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
                .body(new ByteArrayResource(bytes));
    }

    /// More than one workbook carries.
    ///
    /// @param rule which rule says so, such as `rolls.book`
    public static Refused tooMany(String rule) {
        return new Refused(Problem.of(422, "too-many", "一份表格装不下", "最多导出 " + MOST + " 行。")
                .withRule(rule)
                .withNext("加上筛选再导出。"));
    }
}
