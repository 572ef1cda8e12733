package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.maplebridge.fixtures.County;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.fixtures.Numbers;
import org.maplebridge.fixtures.TestDatabase;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The list of matters as a workbook: what it holds, for whom, and where it ends.
@MapleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MatterBookTest {

    /// One more than two pages hold.
    private static final int MATTERS = 2 * MatterBook.PAGE + 1;

    private static final Pattern CELL = Pattern.compile("<t[^>]*>([^<]*)</t>");
    private static final Pattern LETTER = Pattern.compile("&#x([0-9a-fA-F]+);");

    @LocalServerPort
    int port;

    @Autowired
    Transactions transactions;

    @Autowired
    Offices offices;

    @Autowired
    Access access;

    @Autowired
    Matters matters;

    @BeforeAll
    void fill() {
        var county = new County(transactions, offices, access).founded();
        county.officer("linzhen", "otherTown", "errand.clerk");
        var town = new ErrandTown(county, matters);
        town.open("=cmd()|'/c calc'!A0");
        for (int no = 1; no < MATTERS; no++) {
            town.open("第" + no + "件");
        }
    }

    private Wire as(String user) {
        return new Wire(port).as(user);
    }

    /// The page of the book as it lies in the file.
    private String page(String user, String asked) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = as(user).request("/api/matters/book?" + asked).GET().build();
            var sent = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(sent.statusCode()).isEqualTo(200);
            assertThat(sent.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
            assertThat(sent.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment", ".xlsx");
            return sheet(sent.body());
        }
    }

    private static String sheet(byte[] book) throws IOException {
        var file = Files.createTempFile("book", ".xlsx");
        try {
            Files.write(file, book);
            try (var zip = new ZipFile(file.toFile());
                    var in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> cells(String page) {
        var found = new ArrayList<String>();
        CELL.matcher(page)
                .results()
                .forEach(cell -> found.add(LETTER.matcher(cell.group(1).replace("&apos;", "'"))
                        .replaceAll(one -> Character.toString(Integer.parseInt(one.group(1), 16)))));
        return found;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    @Test
    void allThatTheOfficerSeesStandsInItHoweverManyPagesItTakes() throws Exception {
        var cells = cells(page("paidan", "cols=stage"));
        assertThat(cells.subList(0, 4)).as("the title always stands").containsExactly("编号", "标题", "哪类事", "环节");
        assertThat(cells.stream().filter(cell -> cell.matches("第\\d+件")))
                .hasSize(MATTERS - 1)
                .doesNotHaveDuplicates();
        assertThat(String.join(" ", cells))
                .contains("共 " + MATTERS + " 件", "导出人：测试员paidan", "筛选：没有筛选", "导出时间：")
                .doesNotContain("后面还有");
    }

    @Test
    void anotherOfficeFindsNothingInIt() throws Exception {
        var cells = String.join(" ", cells(page("linzhen", "")));
        assertThat(cells).contains("共 0 件").doesNotContain("第", "calc");
    }

    @Test
    void noTitleBecomesAFormula() throws Exception {
        assertThat(page("jiandu", "q=" + encoded("calc")))
                .contains("&apos;=cmd()")
                .doesNotContain("<f>", "<t>=", ">=cmd");
    }

    @Test
    void theFilterOfTheListHoldsAndStandsAtTheFoot() throws Exception {
        var cells = cells(page("jiandu", "q=" + encoded("第100") + "&scene=errand&open=true"));
        assertThat(cells.stream().filter(cell -> cell.startsWith("第"))).containsExactlyInAnyOrder("第100件", "第1000件");
        assertThat(String.join(" ", cells)).contains("含“第100”", "还没办完", "共 2 件");
        assertThat(String.join(" ", cells(page("jiandu", "overdue=true&open=false"))))
                .as("what is late is open")
                .contains("筛选：已逾期")
                .doesNotContain("已办完");
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnythingIsSent() {
        var column = as("jiandu").get("/api/matters/book?cols=phone");
        assertThat(column.status()).isEqualTo(422);
        assertThat(column.toString()).contains("cols", "没有这一栏");
        assertThat(as("jiandu").get("/api/matters/book?colour=pink").status()).isEqualTo(422);
        assertThat(new Wire(port).get("/api/matters/book").status()).isEqualTo(401);
    }

    /// Its last page can't be read: half a list must not look like a short one.
    @Test
    void aBookThatBreaksOffIsCutAndNeverWhole() throws Exception {
        var last = "第" + (MATTERS - 1) + "件";
        tampered("update matters.matter set level = 'NOWHERE' where title = '" + last + "'");
        var came = new ByteArrayOutputStream();
        try (var client = HttpClient.newHttpClient()) {
            var request = as("paidan").request("/api/matters/book").GET().build();
            var sent = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThatThrownBy(() -> sent.body().transferTo(came))
                    .as("the line is cut")
                    .isInstanceOf(IOException.class);
        } finally {
            tampered("update matters.matter set level = 'TOWN' where title = '" + last + "'");
        }
        assertThat(came.size()).isPositive();
        assertThatThrownBy(() -> sheet(came.toByteArray()))
                .as("nor is what came a workbook")
                .isInstanceOf(ZipException.class);
        assertThat(String.join(" ", cells(page("paidan", "")))).contains("共 " + MATTERS + " 件");
    }

    private static void tampered(String sql) throws SQLException {
        try (var superuser = TestDatabase.ofThisRun().behindTheBack();
                var statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    /// The last of all: from then on no book holds more.
    @Test
    @Order(Integer.MAX_VALUE)
    void aBookThatIsCutOffSaysSo() throws Exception {
        var today = transactions.run(Scope.job("test"), Work::today).toString();
        Numbers.changed(
                as("fawu"),
                as("fuhe"),
                Map.of("name", "matters.book-rows", "value", "700", "from", today, "reason", "试一试"));
        var cells = cells(page("jiandu", ""));
        assertThat(cells.stream().filter(cell -> cell.matches("第\\d+件|'=cmd.*")))
                .hasSize(700);
        assertThat(String.join(" ", cells)).contains("共 700 件", "一份表格最多 700 件");
    }
}
