package org.maplebridge.kernel.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.DataFiles.DataFile;

class BaseLayerTest {

    private static final Map<String, String> ACCEPT = Map.of(
            "name", "disputes.accept",
            "title", "受理期限",
            "kind", "TERM",
            "value", "3D",
            "from", "2011-01-01",
            "article", "人民调解法第十七条",
            "verification", "UNVERIFIED");

    @Test
    void anEntryBecomesItsFirstVersion() {
        assertThat(layer(ACCEPT).versions()).singleElement().satisfies(first -> {
            assertThat(first.version()).isEqualTo("base:disputes.accept@2011-01-01");
            assertThat(first.term().amount()).isEqualTo(3);
            assertThat(first.verification()).isEqualTo(Verification.UNVERIFIED);
        });
    }

    @Test
    void aVersionForAnAreaNamesIt() {
        assertThat(layer(ACCEPT, with(ACCEPT, "area", "33.07")).versions())
                .map(Parameter::version)
                .containsExactly("base:disputes.accept@2011-01-01", "base:disputes.accept@33.07@2011-01-01");
    }

    @Test
    void aStretchOfTimeIsNoPeriodOfTheLaw() {
        var span = with(with(ACCEPT, "kind", "SPAN"), "value", "12H");
        assertThat(layer(span).versions().getFirst().span().length().text()).isEqualTo("12H");
        for (var senseless : List.of("3CM", "2PM", "6M!", "7D!custody")) {
            assertThatThrownBy(() -> layer(with(span, "value", senseless))).hasMessageContaining("时长");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            article,,                LOCAL_DEFAULT
            value,  3X,              不是期限
            value,  ,                不是期限
            from,   ,                from is missing
            until,  2010-12-31,      until before from
            name,   accept,          no name
            title,  ,                title is missing
            surprise, x,             unknown field
            """)
    void whatCantBeMeantStopsTheProgram(String field, @org.jspecify.annotations.Nullable String value, String says) {
        var entry = new TreeMap<>(ACCEPT);
        if (value == null) {
            entry.remove(field);
        } else {
            entry.put(field, value);
        }
        assertThatThrownBy(() -> layer(entry)).hasMessageContaining(says);
    }

    @Test
    void oneNumberIsDescribedOneWay() {
        assertThatThrownBy(() -> layer(ACCEPT, with(with(ACCEPT, "from", "2020-01-01"), "title", "别的")))
                .hasMessageContaining("differ");
        assertThatThrownBy(() -> layer(ACCEPT, ACCEPT)).hasMessageContaining("twice");
    }

    @ParameterizedTest
    @CsvSource({
        "WHOLE, 5, true", "WHOLE, -1, false", "WHOLE, 1.5, false", "MONEY, 100.25, true", "MONEY, 1.005, false",
        "RATIO, 0.35, true", "RATIO, 1.01, false", "RATIO, x, false", "TERM, 10WD, true", "TEXT, 词, true"
    })
    void aValueFitsItsKind(Kind kind, String value, boolean fits) {
        assertThat(kind.fault(value).isEmpty()).isEqualTo(fits);
    }

    private static Map<String, String> with(Map<String, String> entry, String field, String value) {
        var copy = new TreeMap<>(entry);
        copy.put(field, value);
        return copy;
    }

    private static BaseLayer layer(Map<String, String> entry) {
        return layer(List.of(entry));
    }

    private static BaseLayer layer(Map<String, String> entry, Map<String, String> other) {
        return layer(List.of(entry, other));
    }

    private static BaseLayer layer(List<Map<String, String>> entries) {
        var content = Canonical.MAPPER.valueToTree(Map.of("parameters", entries));
        return new BaseLayer(List.of(new DataFile("disputes", content)));
    }
}
