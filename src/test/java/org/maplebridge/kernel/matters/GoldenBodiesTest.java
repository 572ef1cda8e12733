package org.maplebridge.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.matters.Version;

/// What stands in the trail for ever: one golden file for each version of each body. A changed form needs a raised
/// `@Version`, and then a golden file of its own; write it with `-Dmaple.update=true`.
class GoldenBodiesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> everyBodyKeepsItsForm() {
        return Faces.all().stream()
                .flatMap(face -> Arrays.stream(face.getDeclaredClasses())
                        .filter(Class::isRecord)
                        .filter(said -> !java.lang.reflect.Modifier.isPrivate(said.getModifiers()))
                        .sorted(java.util.Comparator.comparing(Class::getName))
                        .map(said -> test(Faces.name(face), said)));
    }

    private static DynamicTest test(String scene, Class<?> said) {
        var version = said.getAnnotation(Version.class);
        var type = scene + "." + said.getSimpleName() + "@" + (version == null ? 1 : version.value());
        return DynamicTest.dynamicTest(type, () -> {
            var choices = new TreeMap<String, List<String>>();
            var sample = sample(said, choices);
            var drawn = Canonical.text(new TreeMap<>(java.util.Map.of("sample", sample, "choices", choices))) + "\n";
            assertThat(Faces.kept(FOLDER.resolve(type + ".json"), drawn))
                    .as("%s has changed: raise its @Version and write a golden file of its own", type)
                    .isEqualTo(drawn);
            assertThat(Canonical.text(Canonical.MAPPER.treeToValue(Canonical.MAPPER.valueToTree(sample), said)))
                    .as("read back as it was")
                    .isEqualTo(Canonical.text(sample));
        });
    }

    private static Object sample(Class<?> said, SortedMap<String, List<String>> choices) {
        var parts = said.getRecordComponents();
        try {
            var constructor = said.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(parts)
                    .map(part -> value(part.getName(), part.getGenericType(), choices))
                    .toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(String name, Type type, SortedMap<String, List<String>> choices) {
        if (type instanceof ParameterizedType outer) {
            var inner = value(name, outer.getActualTypeArguments()[0], choices);
            return outer.getRawType() == Optional.class ? Optional.of(inner) : List.of(inner);
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
            return sample(plain, choices);
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
