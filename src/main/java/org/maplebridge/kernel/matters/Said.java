package org.maplebridge.kernel.matters;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.people.Masks;
import tools.jackson.databind.JsonNode;

/// What was said in an entry, as people read it: each field under its question, masked where it names somebody.
final class Said {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private Said() {}

    /// One field.
    record Answer(String title, String value) {}

    static List<Answer> lines(SceneDef scene, String bodyType, Optional<String> body, Directory offices) {
        if (body.isEmpty()) {
            return List.of(new Answer("内容", "已依法销毁或无法打开，只剩摘要"));
        }
        var form = scene.form(bodyType);
        JsonNode said = Canonical.MAPPER.readTree(body.get());
        var lines = new ArrayList<Answer>();
        if (form.isPresent()) {
            lines(scene, form.get(), said, offices, lines);
        } else {
            said.propertyNames()
                    .forEach(name -> lines.add(new Answer(name, said.get(name).asString(""))));
        }
        return lines;
    }

    private static void lines(SceneDef scene, Form form, JsonNode said, Directory offices, List<Answer> lines) {
        for (Form.Field field : form.fields()) {
            var value = said.path(field.name());
            if (field.rows() != null && value.isArray()) {
                value.forEach(row -> lines(scene, field.rows(), row, offices, lines));
            } else if (!value.isMissingNode() && !value.isNull()) {
                lines.add(new Answer(field.ask().value(), text(scene, field, value, offices)));
            }
        }
    }

    private static String text(SceneDef scene, Form.Field field, JsonNode value, Directory offices) {
        var plain = value.asString("");
        return switch (field.kind()) {
            case CHOICE -> scene.word(field.raw().getSimpleName(), plain);
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
            case PHONE -> Masks.phone(plain);
            case PERSON -> Masks.name(plain);
            case ID_NUMBER ->
                plain.length() > 8
                        ? plain.substring(0, 4) + "**********" + plain.substring(plain.length() - 2)
                        : "****";
            case AUTO, TEXT, LONG_TEXT, MATTER, LIST -> plain;
        };
    }
}
