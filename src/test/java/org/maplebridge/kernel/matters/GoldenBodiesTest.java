package org.maplebridge.kernel.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.scenes.Faces;
import org.springframework.beans.factory.annotation.Autowired;

/// What stands in the trail for ever: one golden file for each version of each body that any verb can write, the
/// kernel's own among them. A changed form needs a raised `@Version`, and then a golden file of its own; write it with
/// `-Dmaple.update=true`.
@MapleTest
class GoldenBodiesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @Autowired
    SceneBook scenes;

    /// All but those of the scenes that only tests have.
    private Stream<Form> written() {
        var own = scenes.all().stream()
                .filter(scene -> !scene.face().getClass().getPackageName().contains(".fixtures."))
                .flatMap(SceneDef::forms);
        var shared = scenes.shared().values().stream().map(each -> each.def().form());
        return Stream.of(own, shared, Arrays.stream(KernelVerb.values()).map(KernelMoves::form))
                .flatMap(Function.identity());
    }

    @TestFactory
    Stream<DynamicTest> everyBodyKeepsItsForm() {
        return written().sorted(Comparator.comparing(Form::type)).map(GoldenBodiesTest::test);
    }

    @Test
    void everyFileIsOfABodyThatIsOrWasWritten() throws IOException {
        var versions =
                written().collect(Collectors.toMap(form -> name(form.type()), form -> version(form.type()), Math::max));
        assertThat(versions).containsKeys("kernel.Returned", "kernel.Shortened", "disputes.Referral", "disputes.Open");
        try (var files = Files.list(FOLDER)) {
            var known = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(type -> type.contains("@"))
                    .toList();
            assertThat(known)
                    .isNotEmpty()
                    .allSatisfy(type -> assertThat(version(type)).isBetween(1, versions.getOrDefault(name(type), 0)));
        }
    }

    private static String name(String type) {
        return type.substring(0, type.indexOf('@'));
    }

    private static int version(String type) {
        return Integer.parseInt(type.substring(type.indexOf('@') + 1));
    }

    private static DynamicTest test(Form form) {
        var said = form.said();
        return DynamicTest.dynamicTest(form.type(), () -> {
            var choices = new TreeMap<String, List<String>>();
            var full = sample(said, choices, true);
            var bare = sample(said, choices, false);
            var drawn = Canonical.text(Map.of("sample", full, "bare", bare, "choices", choices)) + "\n";
            assertThat(Faces.kept(FOLDER.resolve(form.type() + ".json"), drawn))
                    .as("%s has changed: raise its @Version and write a golden file of its own", form.type())
                    .isEqualTo(drawn);
            for (var sample : List.of(full, bare)) {
                assertThat(Canonical.text(Canonical.MAPPER.treeToValue(Canonical.MAPPER.valueToTree(sample), said)))
                        .as("read back as it was")
                        .isEqualTo(Canonical.text(sample));
            }
        });
    }

    /// @param full whether what may be left out is there
    private static Object sample(Class<?> said, SortedMap<String, List<String>> choices, boolean full) {
        var parts = said.getRecordComponents();
        try {
            var constructor = said.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(parts)
                    .map(part -> value(part.getName(), part.getGenericType(), choices, full))
                    .toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(String name, Type type, SortedMap<String, List<String>> choices, boolean full) {
        if (type instanceof ParameterizedType outer) {
            var inner = value(name, outer.getActualTypeArguments()[0], choices, full);
            if (outer.getRawType() == Optional.class) {
                return full ? Optional.of(inner) : Optional.empty();
            }
            return List.of(inner);
        }
        var plain = (Class<?>) type;
        if (plain.isEnum()) {
            choices.put(
                    name,
                    Arrays.stream(plain.getEnumConstants())
                            .map(Object::toString)
                            .toList());
            return plain.getEnumConstants()[0];
        } else if (plain.isRecord()) {
            return sample(plain, choices, full);
        } else if (plain == String.class) {
            return name;
        } else if (plain == boolean.class || plain == Boolean.class) {
            return true;
        } else if (plain == int.class || plain == Integer.class) {
            return 7;
        } else if (plain == BigDecimal.class) {
            return new BigDecimal("12.50");
        } else if (plain == LocalDate.class) {
            return LocalDate.of(2026, 1, 2);
        } else if (plain == Instant.class) {
            return Instant.parse("2026-01-02T03:04:05.678901Z");
        } else if (plain == UUID.class) {
            return UUID.fromString("01900000-0000-7000-8000-000000000001");
        }
        throw new IllegalStateException("no sample for " + plain);
    }
}
