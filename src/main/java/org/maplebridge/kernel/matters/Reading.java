package org.maplebridge.kernel.matters;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.orgs.Directory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads what was said into its record, or names every field at fault at once. Texts are kept as [Words#kept].
final class Reading {

    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?");
    private static final int MOST_ROWS = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final BigDecimal MOST_MONEY = new BigDecimal("999999999999.99");

    private final Directory offices;
    private final List<Problem.Field> faults = new ArrayList<>();

    private Reading(Directory offices) {
        this.offices = offices;
    }

    /// What came of it.
    ///
    /// @param said empty if there are faults
    record Result(Optional<Record> said, List<Problem.Field> faults) {}

    static Result read(Form form, JsonNode body, Directory offices) {
        var reading = new Reading(offices);
        if (!body.isObject()) {
            return new Result(Optional.empty(), List.of(new Problem.Field("", "内容应是一个 JSON 对象。")));
        }
        var kept = reading.object(form, body, "");
        if (!reading.faults.isEmpty()) {
            return new Result(Optional.empty(), List.copyOf(reading.faults));
        }
        return new Result(Optional.of(Canonical.MAPPER.treeToValue(kept, form.said())), List.of());
    }

    private ObjectNode object(Form form, JsonNode body, String path) {
        var kept = JsonNodeFactory.instance.objectNode();
        var unknown = new HashSet<>(body.propertyNames());
        for (Form.Field field : form.fields()) {
            unknown.remove(field.name());
            var place = path + field.name();
            var value = body.get(field.name());
            if (value == null
                    || value.isNull()
                    || (value.isString() && value.stringValue().isBlank())) {
                if (!field.optional(body)) {
                    fault(place, "请填写“" + field.ask().value() + "”。");
                }
            } else {
                value(field, value, place).ifPresent(read -> kept.set(field.name(), read));
            }
        }
        unknown.stream().sorted().forEach(name -> fault(path + Words.shown(name), "没有这一项，请去掉。"));
        return kept;
    }

    private Optional<JsonNode> value(Form.Field field, JsonNode value, String place) {
        return switch (field.kind()) {
            case AUTO, TEXT, PERSON, ID_NUMBER, IDENTIFIER -> text(field, value, place, false);
            case LONG_TEXT -> text(field, value, place, true);
            case PHONE ->
                text(field, value, place, false)
                        .filter(read -> check(
                                PHONE.matcher(read.stringValue()).matches(),
                                place,
                                "电话号码不对：手机 11 位，座机如 0579-82345678。"));
            case CHOICE -> choice(field, value, place);
            case BOOLEAN -> value.isBoolean() ? Optional.of(value) : wrong(place, "请选“是”或“否”。");
            case WHOLE -> whole(field, value, place);
            case MONEY -> money(value, place);
            case DATE -> date(value, place);
            case INSTANT -> instant(value, place);
            case AREA -> area(value, place);
            case AGENCY ->
                id(value, place)
                        .filter(read -> check(
                                offices.agency(UUID.fromString(read.stringValue()))
                                        .isPresent(),
                                place,
                                "没有这个单位，请从列表里选。"));
            case POST ->
                id(value, place)
                        .filter(read -> check(
                                offices.post(UUID.fromString(read.stringValue()))
                                        .isPresent(),
                                place,
                                "没有这个岗位，请从列表里选。"));
            case STAFF ->
                id(value, place)
                        .filter(read -> check(
                                offices.staff(UUID.fromString(read.stringValue()))
                                        .isPresent(),
                                place,
                                "没有这位工作人员，请从列表里选。"));
            case MATTER -> id(value, place);
            case LIST -> rows(field, value, place);
        };
    }

    private Optional<JsonNode> text(Form.Field field, JsonNode value, String place, boolean lines) {
        if (!value.isString()) {
            return wrong(place, "应是文字。");
        }
        var kept = Words.kept(value.stringValue());
        var fault = Words.fault(kept, field.ask().most(), lines);
        if (fault.isPresent()) {
            return wrong(place, fault.get());
        }
        if (kept.codePointCount(0, kept.length()) < field.ask().least()) {
            return wrong(place, "至少写 " + field.ask().least() + " 个字。");
        }
        return Optional.of(JsonNodeFactory.instance.stringNode(kept));
    }

    private Optional<JsonNode> choice(Form.Field field, JsonNode value, String place) {
        return value.isString() && field.choices().contains(value.stringValue())
                ? Optional.of(value)
                : wrong(place, "请从给出的选项里选一个。");
    }

    private Optional<JsonNode> whole(Form.Field field, JsonNode value, String place) {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            return wrong(place, "应是整数。");
        }
        long number = value.longValue();
        if (number < field.ask().from()) {
            return wrong(place, "不能小于 " + field.ask().from() + field.ask().unit() + "。");
        }
        if (number > field.ask().to()) {
            return wrong(place, "不能大于 " + field.ask().to() + field.ask().unit() + "。");
        }
        return Optional.of(value);
    }

    private Optional<JsonNode> money(JsonNode value, String place) {
        try {
            var text = value.isNumber()
                    ? value.decimalValue().toPlainString()
                    : value.isString() ? value.stringValue().strip() : "?";
            if (text.length() > 20) {
                return wrong(place, "金额太大，请核对。");
            }
            var amount = new BigDecimal(text);
            if (amount.signum() < 0
                    || amount.compareTo(MOST_MONEY) > 0
                    || amount.stripTrailingZeros().scale() > 2) {
                return wrong(place, "金额应在 0 到 " + MOST_MONEY.toPlainString() + " 元之间，最多两位小数。");
            }
            return Optional.of(
                    JsonNodeFactory.instance.stringNode(amount.setScale(2).toPlainString()));
        } catch (NumberFormatException notANumber) {
            return wrong(place, "金额应是数字，如 12000.50。");
        }
    }

    private Optional<JsonNode> date(JsonNode value, String place) {
        try {
            var day = LocalDate.parse(value.isString() ? value.stringValue() : "?");
            return day.isBefore(EARLIEST) || day.isAfter(LATEST)
                    ? wrong(place, "日期应在 1900 年到 2199 年之间。")
                    : Optional.of(value);
        } catch (DateTimeException impossible) {
            return wrong(place, "没有这一天。请按 2026-09-05 的样子填写。");
        }
    }

    private Optional<JsonNode> instant(JsonNode value, String place) {
        try {
            Instant moment = OffsetDateTime.parse(value.isString() ? value.stringValue() : "?")
                    .toInstant();
            var day = LocalDate.ofInstant(moment, org.maplebridge.kernel.ground.Work.ZONE);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST)
                    ? wrong(place, "时间应在 1900 年到 2199 年之间。")
                    : Optional.of(JsonNodeFactory.instance.stringNode(moment.toString()));
        } catch (DateTimeException impossible) {
            return wrong(place, "没有这个时间。请按 2026-09-05T14:30:00+08:00 的样子填写。");
        }
    }

    private Optional<JsonNode> area(JsonNode value, String place) {
        return value.isString() && offices.area(value.stringValue()).isPresent()
                ? Optional.of(value)
                : wrong(place, "没有这个地方，请从列表里选到镇街或村社。");
    }

    private Optional<JsonNode> id(JsonNode value, String place) {
        try {
            return Optional.of(
                    JsonNodeFactory.instance.stringNode(UUID.fromString(value.isString() ? value.stringValue() : "?")
                            .toString()));
        } catch (IllegalArgumentException malformed) {
            return wrong(place, "编号不对，请从列表里选。");
        }
    }

    private Optional<JsonNode> rows(Form.Field field, JsonNode value, String place) {
        if (!value.isArray() || value.size() > MOST_ROWS) {
            return wrong(place, "应是列表，最多 " + MOST_ROWS + " 行。");
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        var rows = java.util.Objects.requireNonNull(field.rows());
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isObject()) {
                kept.add(object(rows, value.get(i), place + "." + i + "."));
            } else {
                fault(place + "." + i, "这一行不对。");
            }
        }
        return Optional.of(kept);
    }

    private boolean check(boolean holds, String place, String message) {
        if (!holds) {
            fault(place, message);
        }
        return holds;
    }

    private Optional<JsonNode> wrong(String place, String message) {
        fault(place, message);
        return Optional.empty();
    }

    private void fault(String place, String message) {
        faults.add(new Problem.Field(place, message));
    }
}
