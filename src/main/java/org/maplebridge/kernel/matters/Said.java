package org.maplebridge.kernel.matters;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.people.Masks;
import org.maplebridge.kernel.trail.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What was said in an entry, as people read it: each field under its question, masked where it names somebody.
final class Said {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private static final String POOLED = "匿名汇总，不在这里显示";

    private Said() {}

    /// One field.
    record Answer(String title, String value) {}

    /// What ids and names are called.
    ///
    /// @param matters those the reader sees
    /// @param minors whether a minor is among the parties: entries don't tell whose a name is, so that only the
    /// first letter of each is shown. Law on the Protection of Minors, art. 103
    /// @param veils what of it is not for the reader
    record Words(
            Directory offices, Map<UUID, Matter> matters, SceneBook scenes, boolean minors, List<Veil.Drawn> veils) {

        Optional<Veil.Told> told(Entry entry, JsonNode said) {
            return veils.stream()
                    .flatMap(veil -> veil.told(entry, said).stream())
                    .findFirst();
        }

        String person(String name) {
            return minors ? Masks.minor(name) : Masks.name(name);
        }

        String matter(String id) {
            return Optional.ofNullable(matters.get(UUID.fromString(id)))
                    .map(matter -> matter.label().code() + "（" + matter.label().title() + "）")
                    .orElse("一件您看不到的事项");
        }

        String scene(String name) {
            return scenes.find(name).map(SceneDef::title).orElse("其他业务");
        }
    }

    /// The matters an entry speaks of.
    static List<UUID> matters(Form form, Optional<String> body) {
        if (body.isEmpty()) {
            return List.of();
        }
        var said = Canonical.MAPPER.readTree(body.get());
        return form.fields().stream()
                .filter(field -> field.kind() == Ask.Kind.MATTER)
                .map(field -> said.path(field.name()).asString(""))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    static List<Answer> lines(SceneDef scene, Entry entry, Words words) {
        if (entry.body().isEmpty()) {
            return List.of(new Answer("内容", "已依法销毁或无法打开，只剩摘要"));
        }
        var form = scene.form(entry.envelope().body().type());
        JsonNode whole = Canonical.MAPPER.readTree(entry.body().get());
        var veiled = words.told(entry, whole);
        var said = veiled.<JsonNode>map(told -> ((ObjectNode) whole.deepCopy()).retain(told.fields()))
                .orElse(whole);
        var lines = new ArrayList<Answer>();
        if (form.isPresent()) {
            lines(scene, form.get(), said, words, lines);
        } else {
            said.values().forEach(value -> lines.add(new Answer("内容", value.asString(""))));
        }
        veiled.ifPresent(told -> lines.add(new Answer("其余内容", told.why())));
        return lines;
    }

    private static void lines(SceneDef scene, Form form, JsonNode said, Words words, List<Answer> lines) {
        for (Form.Field field : form.fields()) {
            var value = said.path(field.name());
            if (field.rows() != null && value.isArray()) {
                value.forEach(row -> lines(scene, field.rows(), row, words, lines));
            } else if (!value.isMissingNode() && !value.isNull()) {
                var shown = field.ask().pooled() ? POOLED : text(scene, field, value, words);
                lines.add(new Answer(field.ask().value(), shown));
            }
        }
    }

    private static String text(SceneDef scene, Form.Field field, JsonNode value, Words words) {
        var plain = value.asString("");
        var offices = words.offices();
        return switch (field.kind()) {
            case CHOICE -> scene.word(field, plain);
            case BOOLEAN -> value.asBoolean(false) ? "是" : "否";
            case MONEY -> "¥" + plain;
            case WHOLE -> plain + field.ask().unit();
            case DATE -> LocalDate.parse(plain).format(DAY);
            case INSTANT ->
                OffsetDateTime.parse(plain).atZoneSameInstant(Work.ZONE).format(MOMENT);
            case AREA -> offices.area(plain).isPresent() ? offices.fullName(plain) : plain;
            case AGENCY ->
                offices.agency(UUID.fromString(plain)).map(a -> a.name()).orElse(plain);
            case POST ->
                offices.post(UUID.fromString(plain)).map(p -> p.title()).orElse(plain);
            case STAFF ->
                offices.staff(UUID.fromString(plain)).map(s -> s.name()).orElse(plain);
            case PHONE -> Masks.phone(plain);
            case PERSON -> words.person(plain);
            case ID_NUMBER -> Masks.number(plain);
            case IDENTIFIER -> Masks.identifier(plain);
            case MATTER -> words.matter(plain);
            case TEXT -> field.name().equals("scene") ? words.scene(plain) : plain;
            case AUTO, LONG_TEXT, LIST -> plain;
        };
    }
}
