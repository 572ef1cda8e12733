package org.maplebridge.kernel.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.imports.RegisterStore.Register;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.OpeningForm;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.people.Masks;
import org.springframework.stereotype.Component;

/// Shows whoever maps what they need to see: headings, some lines with people's data masked, what is suggested.
@Component
class RegisterPreview {

    private static final int SHOWN = 20;
    private static final int MOST_WORDS = 300;
    private static final int LONGEST = 40;
    private static final int LONGEST_NAME = 12;
    private static final Pattern DIGITS = Pattern.compile("\\d(?:[\\d-]{5,})[\\dXx]");
    private static final Pattern NAMED = Pattern.compile(".*(姓名|当事人|申请人|被申请|甲方|乙方|对方|联系人|户主|来访人).*");
    private static final Pattern NO_NAME = Pattern.compile(".*(电话|手机|号码|证号|地址|住址|类型|人数|情况).*");

    private final Offices offices;
    private final Matters matters;
    private final Parameters parameters;

    RegisterPreview(Offices offices, Matters matters, Parameters parameters) {
        this.offices = offices;
        this.matters = matters;
        this.parameters = parameters;
    }

    /// How many lines a file may have.
    int mostLines(Work work) {
        var root = offices.at(work).rootArea().orElseThrow(() -> Refused.notFound("区划"));
        return parameters
                .at(work, "imports.most-lines", root.path(), work.today())
                .whole();
    }

    /// A kind of matter lines can become.
    record SceneChoice(String name, String title, List<FieldChoice> fields) {}

    /// A field of its opening.
    record FieldChoice(String name, String title, Ask.Kind kind, boolean required, Map<String, String> choices) {}

    record SheetChoice(String name, boolean hidden, int lines) {}

    record PreviewLine(int no, List<String> cells) {}

    /// A word of a column of choices, or a name of a place.
    ///
    /// @param meant what it is taken for; empty where somebody must say
    /// @param title of that, in Chinese
    record Word(String text, int count, Optional<String> meant, Optional<String> title) {}

    /// @param mapping what was given, filled up with what is suggested
    /// @param confidence field to how sure its suggestion is, from 0 to 100
    /// @param words field to the words that stand in its column
    /// @param faults field to what is wrong with the mapping
    /// @param notes lines that only add up or explain, left out
    record Preview(
            List<SceneChoice> scenes,
            List<SheetChoice> sheets,
            List<String> headings,
            List<PreviewLine> lines,
            Mapping mapping,
            Map<String, Integer> confidence,
            Map<String, List<Word>> words,
            Map<String, String> faults,
            int rows,
            int notes) {}

    /// A mapping without columns is filled with suggestions.
    Preview of(Work work, Register register, Grid grid, Mapping given) {
        var forms = matters.openingForms();
        var form = forms.stream()
                .filter(each -> each.scene().equals(given.scene()))
                .findFirst()
                .or(() -> forms.stream().filter(each -> !each.words().isEmpty()).findFirst())
                .orElseThrow(() -> new Unreadable("没有可以导入的业务。"));
        var sheet = Registers.sheet(grid, given.sheet());
        var headed = Registers.headed(sheet, given);
        var directory = offices.at(work);
        var within = directory.agency(register.agency()).orElseThrow().area();
        var suggesting = new Suggesting(form, headed, directory, within);
        var guesses = suggesting.columns();
        var mapping = given.columns().isEmpty()
                ? suggested(form, sheet, headed, given, suggesting, guesses)
                : given.at(sheet.name(), headed.header(), headed.lines());
        var confidence = new HashMap<String, Integer>();
        guesses.stream()
                .filter(guess -> guess.heading().equals(mapping.columns().get(guess.field())))
                .forEach(guess -> confidence.put(guess.field(), guess.confidence()));
        return new Preview(
                forms.stream().map(RegisterPreview::choice).toList(),
                grid.sheets().stream()
                        .map(each -> new SheetChoice(
                                each.name(), each.hidden(), each.lines().size()))
                        .toList(),
                headed.headings(),
                headed.rows().stream()
                        .limit(SHOWN)
                        .map(line -> masked(headed, line))
                        .toList(),
                mapping,
                confidence,
                words(form, mapping, suggesting, directory),
                Registers.faults(mapping, form, headed),
                headed.rows().size(),
                headed.notes());
    }

    private static Mapping suggested(
            OpeningForm form,
            Grid.Sheet sheet,
            Headed headed,
            Mapping given,
            Suggesting suggesting,
            List<Suggesting.Guess> guesses) {
        var columns = new LinkedHashMap<String, String>();
        var number = suggesting.number();
        guesses.stream()
                .filter(guess -> !number.equals(Optional.of(guess.heading())))
                .forEach(guess -> columns.put(guess.field(), guess.heading()));
        var fixed = new HashMap<String, String>();
        form.words()
                .path("fixed")
                .properties()
                .forEach(each -> fixed.put(each.getKey(), each.getValue().asString("")));
        fixed.keySet().removeAll(columns.keySet());
        return new Mapping(
                form.scene(),
                sheet.name(),
                headed.header(),
                headed.lines(),
                columns,
                fixed,
                Map.of(),
                Map.of(),
                number,
                suggesting.claims(columns),
                given.way(),
                given.skipLikely());
    }

    /// The words of every column that holds words of a list: what the mapping says of them, or else what is suggested.
    private static Map<String, List<Word>> words(
            OpeningForm form, Mapping mapping, Suggesting suggesting, Directory directory) {
        var all = new LinkedHashMap<String, List<Word>>();
        for (var field : form.fields()) {
            var heading = Optional.ofNullable(mapping.columns().get(field.name()));
            if (heading.isPresent() && Suggesting.choice(field)) {
                var given = mapping.values().getOrDefault(field.name(), Map.of());
                all.put(
                        field.name(),
                        suggesting.choices(field, heading.get()).stream()
                                .limit(MOST_WORDS)
                                .map(word -> {
                                    var code = Optional.ofNullable(given.get(word.text()))
                                            .or(word::code);
                                    return new Word(
                                            shortened(word.text()),
                                            word.count(),
                                            code,
                                            code.map(each -> field.choices().getOrDefault(each, "")));
                                })
                                .toList());
            } else if (heading.isPresent() && field.kind() == Ask.Kind.AREA) {
                all.put(
                        field.name(),
                        suggesting.placed(heading.get()).stream()
                                .limit(MOST_WORDS)
                                .map(place -> {
                                    var path = Optional.ofNullable(
                                                    mapping.places().get(place.text()))
                                            .or(place::path);
                                    return new Word(place.text(), place.count(), path, path.map(directory::fullName));
                                })
                                .toList());
            }
        }
        return all;
    }

    private static SceneChoice choice(OpeningForm form) {
        return new SceneChoice(
                form.scene(),
                form.title(),
                form.fields().stream()
                        .filter(Suggesting::readable)
                        .map(field -> new FieldChoice(
                                field.name(), field.title(), field.kind(), field.required(), field.choices()))
                        .toList());
    }

    private static PreviewLine masked(Headed sheet, Grid.Line line) {
        var cells = new java.util.ArrayList<String>();
        for (int i = 0; i < sheet.headings().size(); i++) {
            cells.add(masked(sheet.headings().get(i), line.cell(i).text()));
        }
        return new PreviewLine(line.no(), cells);
    }

    /// Names by their first letter, long numbers by their ends.
    static String masked(String heading, String text) {
        boolean name = NAMED.matcher(heading).matches()
                && !NO_NAME.matcher(heading).matches()
                && text.codePointCount(0, text.length()) <= LONGEST_NAME;
        if (name) {
            return text.isEmpty() ? text : Masks.name(text);
        }
        return DIGITS.matcher(shortened(text))
                .replaceAll(number -> number.group().matches("\\d{4}-\\d{1,2}-\\d{1,2}")
                        ? number.group()
                        : number.group().substring(0, 3)
                                + "*".repeat(number.group().length() - 5)
                                + number.group().substring(number.group().length() - 2));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
