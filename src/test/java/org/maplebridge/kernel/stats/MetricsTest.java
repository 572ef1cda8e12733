package org.maplebridge.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.stats.Metric.Sum;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every metric of every data file says what it is, and PostgreSQL takes its statement.
@MapleTest
class MetricsTest {

    private static final Path KEPT = Path.of("src/test/resources/metrics.txt");

    private static final List<String> COLUMNS =
            List.of("matter", "area", "agency", "category", "day", "numerator", "denominator");

    @Autowired
    Metrics metrics;

    @Autowired
    Counting counting;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient db;

    @Test
    void everyMetricOfEveryFileIsCountedInAnEmptyCounty() {
        assertThat(metrics.all()).hasSizeGreaterThan(10);
        counting.check();
        assertThat(counting.refresh()).isPresent();
        var rows = transactions.run(
                Counting.SCOPE,
                work -> db.sql("select count(*) from stats.counted where matters > 0 and metric = 'no.such'")
                        .query(Long.class)
                        .single());
        assertThat(rows).isZero();
    }

    /// Whoever changes what is counted raises the version; then the list is written anew with `-Dmaple.update=true`.
    @Test
    void whatIsCountedChangesOnlyWithItsVersion() throws IOException {
        var kept = new TreeMap<String, String>();
        for (var line : Files.readAllLines(KEPT)) {
            kept.put(line.split(" ", 2)[0], line);
        }
        var now = new TreeMap<String, String>();
        for (var metric : metrics.all()) {
            var counted = String.join(
                    "|",
                    metric.definition(),
                    metric.denominator(),
                    metric.unit().name(),
                    Integer.toString(metric.least()),
                    Boolean.toString(metric.pooled()),
                    metric.rows().replaceAll("\\s+", " "));
            var line = metric.name() + " " + metric.version() + " "
                    + HexFormat.of().toHexDigits(counted.hashCode());
            now.put(metric.name(), line);
            var before = kept.getOrDefault(metric.name(), line).split(" ");
            assertThat(before[2].equals(line.split(" ")[2]) || Integer.parseInt(before[1]) < metric.version())
                    .as("%s counts something else: raise its version", metric.name())
                    .isTrue();
        }
        if (Boolean.getBoolean("maple.update")) {
            Files.write(KEPT, now.values());
        } else {
            assertThat(now).isEqualTo(kept);
        }
    }

    @Test
    void everyStatementReturnsTheSevenColumnsAndNothingElse() {
        for (var metric : metrics.all()) {
            var sql = "select * from (select 1) one left join (" + metric.rows() + ") r on false";
            List<String> found = transactions.run(
                    Counting.SCOPE,
                    work -> db.sql(sql)
                            .query((row, at) -> {
                                var meta = row.getMetaData();
                                return java.util.stream.IntStream.rangeClosed(2, meta.getColumnCount())
                                        .mapToObj(column -> label(meta, column))
                                        .toList();
                            })
                            .single());
            assertThat(found).as(metric.name()).containsExactlyInAnyOrderElementsOf(COLUMNS);
        }
    }

    private static String label(java.sql.ResultSetMetaData meta, int column) {
        try {
            return meta.getColumnLabel(column);
        } catch (java.sql.SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Test
    void everyGoalNamesItsSourceAndNoShareIsShownOfAHandful() {
        for (var metric : metrics.all()) {
            metric.target()
                    .ifPresent(
                            goal -> assertThat(goal.source()).as(metric.name()).contains("公开"));
            if (!metric.unit().sums()) {
                assertThat(metric.least()).as(metric.name()).isGreaterThanOrEqualTo(10);
                var few = new Sum(BigDecimal.ONE, BigDecimal.valueOf(metric.least() - 1L), 1);
                assertThat(metric.value(few)).as(metric.name()).isEmpty();
                var enough = new Sum(BigDecimal.ZERO, BigDecimal.valueOf(metric.least()), 1);
                assertThat(metric.value(enough)).as(metric.name()).isPresent();
            }
        }
        assertThat(metrics.metric("disputes.satisfied").least()).isEqualTo(30);
    }

    @Test
    void aMetricWithoutAWordStopsTheStart() {
        var file = new DataFile(
                "planted",
                Canonical.MAPPER.valueToTree(
                        Map.of("metrics", List.of(Map.of("name", "planted.one", "title", "缺定义")))));
        assertThatThrownBy(() -> Metrics.read(file, file.section("metrics").get(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ring");
    }
}
