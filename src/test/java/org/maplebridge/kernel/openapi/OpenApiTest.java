package org.maplebridge.kernel.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Takes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The description of the interface is what the program does: every endpoint, every record, in one order.
@MapleTest
class OpenApiTest {

    /// What the pages take their types from; written anew by `./maplebridge test -Dtest=OpenApiTest
    /// -Dmaple.update=true -Dweb.skip`.
    private static final Path KEPT = Path.of("web/wire/openapi.json");

    private static final ObjectMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    OpenApi description;

    @Autowired
    JsonMapper json;

    private JsonNode whole() {
        return json.valueToTree(description.document(true));
    }

    @Test
    void everyEndpointIsDescribedUnderItsOwnName() {
        var paths = whole().path("paths");
        assertThat(description.endpoints()).hasSizeGreaterThan(35).allSatisfy(endpoint -> {
            var operation =
                    paths.path(endpoint.path()).path(endpoint.method().name().toLowerCase(java.util.Locale.ROOT));
            assertThat(operation.path("responses").has("default"))
                    .as(endpoint.path())
                    .isTrue();
        });
        var ids = paths.findValuesAsString("operationId");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyRecordOfAnEndpointIsASchemaAndOnlyWhatMayBeMissingIsOptional() {
        var schemas = whole().path("components").path("schemas");
        Set<Class<?>> records = new java.util.LinkedHashSet<>();
        for (var endpoint : description.endpoints()) {
            collect(endpoint.handler().getMethod().getGenericReturnType(), records);
            for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
                if (parameter.hasParameterAnnotation(RequestBody.class)) {
                    collect(parameter.getGenericParameterType(), records);
                }
            }
            Optional.ofNullable(endpoint.handler().getMethodAnnotation(Takes.class))
                    .ifPresent(takes -> collect(takes.body(), records));
        }
        assertThat(records).hasSizeGreaterThan(40).allSatisfy(record -> {
            if (record.getTypeParameters().length == 0) {
                assertRecord(record, schemas.path(Shapes.name(record)));
            }
        });
    }

    private static void assertRecord(Class<?> record, JsonNode schema) {
        var own = schema.has("allOf")
                ? schema.path("allOf").path(schema.path("allOf").size() - 1)
                : schema;
        var plain = Arrays.stream(record.getRecordComponents())
                .filter(component -> !component
                        .getAccessor()
                        .isAnnotationPresent(com.fasterxml.jackson.annotation.JsonUnwrapped.class))
                .toList();
        assertThat(own.path("properties").propertyNames())
                .as(record.getName())
                .containsExactlyInAnyOrderElementsOf(
                        plain.stream().map(OpenApiTest::wireName).toList());
        assertThat(texts(own.path("required")))
                .as(record.getName())
                .containsExactlyInAnyOrderElementsOf(plain.stream()
                        .filter(component -> !mayBeMissing(record, component))
                        .map(OpenApiTest::wireName)
                        .toList());
    }

    private static boolean mayBeMissing(Class<?> record, RecordComponent component) {
        var include = Optional.ofNullable(record.getAnnotation(JsonInclude.class))
                .map(JsonInclude::value)
                .orElse(JsonInclude.Include.NON_ABSENT);
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || (include == JsonInclude.Include.NON_EMPTY && component.getType() == List.class);
    }

    private static String wireName(RecordComponent component) {
        var given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null ? component.getName() : given.value();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    private static void collect(Type type, Set<Class<?>> into) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(part -> collect(part, into));
            collect(generic.getRawType(), into);
        } else if (type instanceof Class<?> raw && raw.isSealed() && raw.isInterface()) {
            Stream.of(raw.getPermittedSubclasses()).forEach(part -> collect(part, into));
        } else if (type instanceof Class<?> raw && raw.isRecord() && into.add(raw)) {
            Stream.of(raw.getRecordComponents()).forEach(part -> collect(part.getGenericType(), into));
        }
    }

    @Test
    void aVerbIsNamedAfterItsSceneAndStandsAtAnAddressOfItsOwn() {
        var all = whole();
        var agree = all.path("components").path("schemas").path("disputes.Agree");
        assertThat(agree.path("properties").path("content").path("x-kind").asString(""))
                .isEqualTo("longText");
        var move = all.path("paths").path("/api/matters/{id}/moves/agree").path("post");
        assertThat(move.at("/requestBody/content/application~1json/schema/$ref").asString(""))
                .isEqualTo("#/components/schemas/disputes.Agree");
        assertThat(texts(all.at("/components/schemas/disputes.Agree/required")))
                .contains("content")
                .doesNotContain("note");
        assertThat(all.path("components").path("schemas").propertyNames())
                .contains("kernel.Returned", "stretch.custody.Open", "stretch.relay.Consult");
    }

    @Test
    void whoeverSubmitsNamesKeyAndVersion() {
        var paths = whole().path("paths");
        assertThat(required(paths.path("/api/matters/{id}/moves/agree").path("post")))
                .containsExactly("Idempotency-Key", "If-Match", "id");
        assertThat(required(paths.path("/api/scenes/disputes").path("post"))).containsExactly("Idempotency-Key");
        assertThat(required(paths.path("/api/public/progress").path("post"))).isEmpty();
    }

    private static Set<String> required(JsonNode operation) {
        var names = new TreeSet<String>();
        operation.path("parameters").forEach(each -> {
            if (each.path("required").asBoolean(false)) {
                names.add(each.path("name").asString(""));
            }
        });
        return names;
    }

    @Test
    void aRefusalIsAProblemEverywhere() {
        var all = whole();
        assertThat(all.at("/components/responses").properties())
                .hasSizeGreaterThan(8)
                .allSatisfy(each -> assertThat(each.getValue()
                                .at("/content/application~1problem+json/schema/$ref")
                                .asString(""))
                        .isEqualTo("#/components/schemas/ground.Problem"));
        all.path("paths").properties().stream()
                // has words of its own to say no
                .filter(path -> !path.getKey().startsWith("/api/scim/"))
                .flatMap(path -> path.getValue().properties().stream())
                .filter(operation -> operation.getValue().has("tags"))
                .forEach(operation -> operation.getValue().path("responses").properties().stream()
                        // sent elsewhere is not refused
                        .filter(each -> !each.getKey().matches("[23].*"))
                        .forEach(each -> assertThat(each.getValue().path("$ref").asString(""))
                                .startsWith("#/components/responses/")));
    }

    @Test
    void wherePeopleSpeakADialectSoDoRefusals() {
        var list = whole().path("paths").path("/api/scim/v2/Users").path("get");
        for (String status : List.of("200", "default")) {
            assertThat(list.path("responses").path(status).path("content").propertyNames())
                    .containsExactly("application/scim+json");
        }
        assertThat(list.at("/responses/default/content/application~1scim+json/schema/$ref")
                        .asString(""))
                .isEqualTo("#/components/schemas/staff.scim.ScimError");
    }

    private static final class Here {
        record Twin(String one) {}
    }

    private static final class There {
        record Twin(String other) {}
    }

    @Test
    void twoRecordsNeverShareAName() {
        var shapes = new Shapes(json);
        shapes.of(Here.Twin.class);
        shapes.of(Here.Twin.class);
        assertThatThrownBy(() -> shapes.of(There.Twin.class)).hasMessageContaining("openapi.Twin");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var all = whole();
        assertThat(all.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(all.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    /// Scenes come and go without changing another file, so the kept description has none.
    @Test
    void theKeptDescriptionIsThePrograms() throws IOException {
        var now = PRETTY.writeValueAsString(description.document(false)) + "\n";
        assertThat(PRETTY.writeValueAsString(description.document(false)) + "\n")
                .isEqualTo(now);
        if (Boolean.getBoolean("maple.update")) {
            Files.writeString(KEPT, now);
        }
        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as("web/wire/openapi.json; write it anew with -Dmaple.update=true")
                .isEqualTo(now);
        assertThat(now).doesNotContain("disputes.");
    }
}
