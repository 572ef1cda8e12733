package org.maplebridge.kernel.imports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.OpeningForm;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Directory;

/// An old register, read as its mapping says. What it claims became of a line is kept as said.
final class RegisterSource implements Source {

    /// What stands before claims, in the words of the matter.
    static final String CLAIMED = "【原登记称】";

    private final Mapping mapping;
    private final OpeningForm form;
    private final UUID agency;
    private final String within;
    private final Headed sheet;
    private final PlaceNames places;

    RegisterSource(Mapping mapping, OpeningForm form, Agency agency, Headed sheet) {
        this.mapping = mapping;
        this.form = form;
        this.agency = agency.id();
        this.within = agency.area();
        this.sheet = sheet;
        this.places = new PlaceNames(mapping.places(), agency.area());
    }

    /// The lines of the sheet, for a run of this mapping: another mapping of the same file is another run.
    TableFile table(Grid grid) {
        var lines = sheet.rows().stream().map(this::line).toList();
        var digest = Hash.sm3((grid.digest() + "\n" + Canonical.text(Canonical.MAPPER.valueToTree(mapping)))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new TableFile(grid.name(), digest, lines);
    }

    private TableFile.Line line(Grid.Line line) {
        var cells = new ArrayList<String>();
        var faults = new ArrayList<Problem.Field>();
        for (int i = 0; i < sheet.headings().size(); i++) {
            var cell = line.cell(i);
            var heading = sheet.headings().get(i);
            cells.add(cell.text());
            if (used(heading)) {
                fault(cell).ifPresent(why -> faults.add(new Problem.Field(heading, why)));
            }
        }
        var text = String.join("\u001F", cells).replaceAll("\u001F+$", "");
        var digest = Hash.sm3(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new TableFile.Line(line.no(), List.copyOf(cells), digest, List.copyOf(faults));
    }

    private boolean used(String heading) {
        return mapping.columns().containsValue(heading)
                || mapping.claims().contains(heading)
                || mapping.number().equals(Optional.of(heading));
    }

    private static Optional<String> fault(Grid.Cell cell) {
        return switch (cell.flaw()) {
            case LOSSY -> Optional.of("“" + cell.text() + "”是被 Excel 变成数字的长号码，后几位已经丢失。请把这一栏设为“文本”，照原件重新录入号码。");
            case ERROR -> Optional.of("公式没有算出结果（" + Words.shown(cell.text()) + "）。请在 Excel 里改好再导入。");
            case NONE -> Words.fault(cell.text(), 32_767, true);
        };
    }

    @Override
    public String name() {
        return "register/" + form.scene() + "/" + agency;
    }

    @Override
    public String title() {
        return "旧台账";
    }

    @Override
    public String scene() {
        return form.scene();
    }

    @Override
    public List<String> columns() {
        return sheet.headings();
    }

    @Override
    public String numberColumn() {
        return mapping.number().orElse("整行");
    }

    @Override
    public String twice(int line) {
        return mapping.number().isPresent() ? "编号与第 " + line + " 行相同，只收前面那一行。" : "与第 " + line + " 行一模一样，只收前面那一行。";
    }

    @Override
    public String column(String field) {
        return Optional.ofNullable(mapping.columns().get(field))
                .or(() -> form.fields().stream()
                        .filter(each -> each.name().equals(field))
                        .map(OpeningForm.Field::title)
                        .findFirst())
                .orElse("整行");
    }

    @Override
    public Row read(List<String> cells, Directory offices, Instant now) {
        var faults = new ArrayList<Problem.Field>();
        var said = new HashMap<String, Object>();
        for (var field : form.fields()) {
            var text = text(field, cells);
            if (!text.isEmpty()) {
                value(field, text, offices, faults).ifPresent(value -> said.put(field.name(), value));
            }
        }
        var claims = claims(cells);
        form.fields().stream()
                .filter(field -> field.kind() == Ask.Kind.LONG_TEXT)
                .findFirst()
                .filter(field -> !claims.isEmpty() && said.containsKey(field.name()))
                .ifPresent(field -> said.put(field.name(), said.get(field.name()) + "\n" + CLAIMED + claims));
        var external = external(cells);
        if (external.isEmpty()) {
            faults.add(new Problem.Field(numberColumn(), "没有编号。请补上编号，或者在“对应关系”里改为没有编号。"));
        }
        return faults.isEmpty()
                ? new Row.Ready(external, said, Optional.empty(), ended(claims))
                : new Row.Faulty(external, faults);
    }

    private Optional<String> ended(String claims) {
        return mapping.way() == Mapping.Way.ENDED
                ? Optional.of(claims.isEmpty() ? "已经办结，没有写结果。" : claims)
                : Optional.empty();
    }

    /// The number the register gives, or what stands in the line.
    private String external(List<String> cells) {
        return mapping.number()
                .map(heading -> cell(heading, cells))
                .orElseGet(() -> Hash.sm3(String.join("\u001F", cells)
                                .replaceAll("\u001F+$", "")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString());
    }

    private String text(OpeningForm.Field field, List<String> cells) {
        var fixed = Optional.ofNullable(mapping.fixed().get(field.name())).orElse("");
        var said = Optional.ofNullable(mapping.columns().get(field.name()))
                .map(heading -> cell(heading, cells))
                .orElse("");
        return said.isEmpty() ? fixed : said;
    }

    private String cell(String heading, List<String> cells) {
        return sheet.place(heading)
                .filter(at -> at < cells.size())
                .map(cells::get)
                .orElse("");
    }

    private String claims(List<String> cells) {
        var said = new LinkedHashMap<String, String>();
        mapping.claims().forEach(heading -> said.put(heading, cell(heading, cells)));
        return said.entrySet().stream()
                .filter(claim -> !claim.getValue().isEmpty())
                .map(claim -> claim.getKey() + "：" + claim.getValue())
                .collect(Collectors.joining("；"));
    }

    private Optional<Object> value(
            OpeningForm.Field field, String text, Directory offices, List<Problem.Field> faults) {
        Optional<?> read = switch (field.kind()) {
            case AUTO, TEXT, LONG_TEXT, PERSON, ID_NUMBER, IDENTIFIER -> Optional.of(text);
            case PHONE -> Optional.of(Spelled.phone(text));
            case DATE -> Spelled.moment(text).map(at -> at.toLocalDate().toString());
            case INSTANT -> Spelled.moment(text).map(RegisterSource::instant);
            case MONEY -> Spelled.amount(text).map(amount -> amount.toPlainString());
            case WHOLE -> Spelled.whole(text);
            case BOOLEAN -> Spelled.answer(text);
            case CHOICE -> choice(field, text);
            case AREA -> places.path(text, offices);
            case AGENCY, POST, STAFF, MATTER, LIST -> Optional.empty();
        };
        if (read.isEmpty()) {
            faults.add(new Problem.Field(column(field.name()), unread(field, text)));
            return Optional.empty();
        }
        if (field.kind() == Ask.Kind.AREA && !Area.covers(within, read.get().toString())) {
            faults.add(new Problem.Field(column(field.name()), "“" + Words.shown(text) + "”不在本单位的辖区里，请由那里的单位导入。"));
            return Optional.empty();
        }
        return read.filter(value -> !value.equals("")).map(value -> (Object) value);
    }

    private static String instant(LocalDateTime at) {
        return at.atZone(Work.ZONE).toInstant().toString();
    }

    private Optional<String> choice(OpeningForm.Field field, String text) {
        var given = mapping.values().getOrDefault(field.name(), Map.of());
        return Optional.ofNullable(given.get(text))
                .or(() -> field.choices().entrySet().stream()
                        .filter(choice -> choice.getKey().equals(text)
                                || choice.getValue().equals(text))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private static String unread(OpeningForm.Field field, String text) {
        var shown = "“" + Words.shown(text) + "”";
        return switch (field.kind()) {
            case DATE, INSTANT -> shown + "读不出是哪一天。请写全年月日，如 2019-02-28、2019年2月28日。";
            case MONEY -> shown + "读不出金额。请写成数字，如 12000、1.2万。";
            case WHOLE -> shown + "不是整数。";
            case BOOLEAN -> shown + "读不出“是”还是“否”。";
            case CHOICE -> shown + "还没有对应的选项。请在“对应关系”里选一个。";
            case AREA -> shown + "没有对应的区划。请在“对应关系”里选一个，或者改写成村、社区的名称。";
            default -> "这一栏不能从表格里读。";
        };
    }
}
