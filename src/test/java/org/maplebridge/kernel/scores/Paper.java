package org.maplebridge.kernel.scores;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.maplebridge.kernel.parameters.Kind;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Verification;
import org.yaml.snakeyaml.Yaml;

/// Cards written down in a test.
final class Paper {

    static final String GRADE = """
        scorecards:
          - name: test.grade
            title: 年度评定
            version: 2
            most: 100
            sum: 100
            factors:
              - {name: years, why: 年限, points: test.years, graded: true}
              - {name: cases, why: 案件量, points: test.cases, graded: true}
              - {name: trained, why: 参加了培训, points: test.trained}
            bands:
              - {name: THREE, title: 三级, colour: grey}
              - {name: TWO, title: 二级, colour: yellow, from: test.two}
              - {name: ONE, title: 一级, colour: green, from: test.one}
            gap: {name: OPEN, title: 数据不足, colour: grey, anywhere: true}
        parameters:
          - {name: test.years, title: 年, kind: WHOLE, value: 20, from: 2011-01-01}
          - {name: test.cases, title: 件, kind: WHOLE, value: 60, from: 2011-01-01}
          - {name: test.trained, title: 训, kind: WHOLE, value: 20, from: 2011-01-01}
          - {name: test.two, title: 二, kind: WHOLE, value: 60, from: 2011-01-01}
          - {name: test.one, title: 一, kind: WHOLE, value: 80, from: 2011-01-01}
        """;

    static final String RISK = """
        scorecards:
          - name: test.risk
            title: 风险
            version: 1
            most: 50
            factors:
              - {name: threat, why: 扬言, points: test.threat}
              - {name: hurt, why: 受伤, points: test.hurt}
              - {name: group, fact: people, why: "{from} 人以上", points: test.group, from: test.group-from}
            jumps:
              - {fact: violence, to: HIGH, why: 家暴, then: 直接高, firm: true}
              - {fact: people, from: test.mass, to: TOP, why: "{from} 人以上", then: 直接最高}
            bands:
              - {name: LOW, title: 低, colour: green}
              - {name: HIGH, title: 高, colour: orange, from: test.high}
              - {name: TOP, title: 最高, colour: red, from: test.top}
            gap: {name: OPEN, title: 不明, colour: grey}
        parameters:
          - {name: test.threat, title: 扬, kind: WHOLE, value: 30, from: 2011-01-01}
          - {name: test.hurt, title: 伤, kind: WHOLE, value: 25, from: 2011-01-01}
          - {name: test.group, title: 群, kind: WHOLE, value: 10, from: 2011-01-01}
          - {name: test.group-from, title: 群, kind: WHOLE, value: 5, from: 2011-01-01}
          - {name: test.mass, title: 众, kind: WHOLE, value: 10, from: 2011-01-01}
          - {name: test.high, title: 高, kind: WHOLE, value: 25, from: 2011-01-01}
          - {name: test.top, title: 顶, kind: WHOLE, value: 45, from: 2011-01-01}
        """;

    private final DataFile file;
    private final Map<String, String> values = new HashMap<>();

    Paper(String text) {
        this.file =
                new DataFile("test", Canonical.MAPPER.valueToTree(dated(new Yaml().<Map<String, Object>>load(text))));
        for (var entry : file.section("parameters")) {
            values.put(entry.path("name").asString(""), entry.path("value").asString(""));
        }
    }

    /// Days stay as they are written.
    private static Map<String, Object> dated(Map<String, Object> content) {
        if (content.get("parameters") instanceof List<?> parameters) {
            for (var each : parameters) {
                @SuppressWarnings("unchecked")
                var entry = (Map<String, Object>) each;
                entry.put("from", "2011-01-01");
            }
        }
        return content;
    }

    Card card() {
        return new CardReading(List.of(file))
                .card(file.name(), file.section("scorecards").path(0));
    }

    Paper with(String parameter, int value) {
        values.put(parameter, Integer.toString(value));
        return this;
    }

    Function<String, Parameter> numbers() {
        return name -> new Parameter(
                "base:" + name + "@2011-01-01",
                name,
                name,
                values.getOrDefault(name, ""),
                Kind.WHOLE,
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2011, 1, 1),
                Optional.empty(),
                Optional.empty(),
                Verification.LOCAL_DEFAULT,
                "",
                Optional.empty(),
                "");
    }
}
