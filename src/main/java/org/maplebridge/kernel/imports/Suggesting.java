package org.maplebridge.kernel.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.OpeningForm;
import org.maplebridge.kernel.orgs.Directory;

/// Guesses which column is which field, by the names that a scene says they go by, by their titles, and by what stands
/// in them. Whoever maps sees how sure it is, and decides.
final class Suggesting {

    private static final int SURE = 100;
    private static final int LIKE = 70;
    private static final int BY_CONTENT = 40;
    private static final int LEAST = 35;
    private static final int LOOKED_AT = 50;
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");
    private static final Pattern NUMBER = Pattern.compile("(登记|案件|纠纷|台账|档案)?(编号|号|案号)");
    private static final List<String> CLAIMS =
            List.of("结果", "是否成功", "办结", "结案", "调解员", "调处", "经办", "协议", "履行", "回访", "备注", "状态");

    private final OpeningForm form;
    private final Headed sheet;
    private final Directory offices;
    private final PlaceNames places;

    Suggesting(OpeningForm form, Headed sheet, Directory offices, String within) {
        this.form = form;
        this.sheet = sheet;
        this.offices = offices;
        this.places = new PlaceNames(Map.of(), within);
    }

    /// A guess.
    ///
    /// @param confidence from 0 to 100
    record Guess(String field, String heading, int confidence) {}

    /// The best guesses, none for a field or a column twice.
    List<Guess> columns() {
        var all = new ArrayList<Guess>();
        for (var field : form.fields()) {
            for (var heading : sheet.headings()) {
                int confidence = heading.isEmpty() ? 0 : confidence(field, heading);
                if (confidence >= LEAST) {
                    all.add(new Guess(field.name(), heading, confidence));
                }
            }
        }
        all.sort(Comparator.comparingInt(Guess::confidence).reversed());
        var fields = new HashSet<String>();
        var headings = new HashSet<String>();
        return all.stream()
                .filter(guess -> !fields.contains(guess.field()) && !headings.contains(guess.heading()))
                .filter(guess -> fields.add(guess.field()) && headings.add(guess.heading()))
                .toList();
    }

    private int confidence(OpeningForm.Field field, String heading) {
        var last = heading.substring(heading.lastIndexOf('·') + 1);
        int named = Math.max(named(field, heading), named(field, last) - 5);
        int held = content(field, heading);
        return held < 0 ? Math.min(named, LEAST - 1) : Math.min(SURE, Math.max(named, held));
    }

    private int named(OpeningForm.Field field, String heading) {
        var names = new ArrayList<String>();
        names.add(field.title());
        form.words().path("headings").path(field.name()).forEach(name -> names.add(name.asString("")));
        int best = 0;
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (name.equals(heading)) {
                // of two that fit, the one named first
                best = Math.max(best, SURE - Math.min(i, 10));
            } else if (name.length() > 1
                    && (heading.contains(name) || (name.contains(heading) && heading.length() > 1))) {
                best = Math.max(best, LIKE);
            }
        }
        return best;
    }

    /// What stands in a column speaks for a field, says nothing, or speaks against it (below 0).
    private int content(OpeningForm.Field field, String heading) {
        var cells = cells(heading, LOOKED_AT);
        if (cells.isEmpty()) {
            return 0;
        }
        return switch (field.kind()) {
            case PHONE ->
                share(cells, text -> PHONE.matcher(Spelled.phone(text)).matches());
            case DATE, INSTANT ->
                day(field, share(cells, text -> Spelled.moment(text).isPresent()));
            case MONEY -> share(cells, text -> Spelled.amount(text).isPresent()) < 0 ? -1 : 0;
            case WHOLE -> share(cells, text -> Spelled.whole(text).isPresent()) < 0 ? -1 : 0;
            case AREA -> share(cells, text -> places.path(text, offices).isPresent());
            default -> 0;
        };
    }

    /// A register has many days: a field that may stay empty isn't guessed from days alone.
    private static int day(OpeningForm.Field field, int held) {
        return field.required() ? held : Math.min(held, 0);
    }

    private static int share(List<String> cells, java.util.function.Predicate<String> fits) {
        long count = cells.stream().filter(fits).count();
        return count * 2 >= cells.size() ? BY_CONTENT : count * 5 < cells.size() ? -1 : 0;
    }

    private List<String> cells(String heading, int most) {
        return sheet.place(heading).stream()
                .flatMap(at -> sheet.rows().stream()
                        .map(line -> line.cell(at).text())
                        .filter(text -> !text.isEmpty())
                        .limit(most))
                .toList();
    }

    /// The heading of the register's own number.
    Optional<String> number() {
        return sheet.headings().stream()
                .filter(heading -> NUMBER.matcher(heading).matches())
                .filter(heading -> {
                    var cells = cells(heading, Integer.MAX_VALUE);
                    return cells.size() == sheet.rows().size()
                            && cells.stream().distinct().count() == cells.size();
                })
                .findFirst();
    }

    /// Headings of what the register says became of a line.
    List<String> claims(Map<String, String> taken) {
        return sheet.headings().stream()
                .filter(heading -> !heading.isEmpty() && !taken.containsValue(heading))
                .filter(heading -> CLAIMS.stream().anyMatch(heading::contains))
                .toList();
    }

    /// A word of a column of choices.
    ///
    /// @param code what it is taken for; empty where somebody must say
    record Choice(String text, int count, Optional<String> code) {}

    /// The words that stand in a column of choices, the most frequent first.
    List<Choice> choices(OpeningForm.Field field, String heading) {
        return counted(heading).entrySet().stream()
                .map(word -> new Choice(word.getKey(), word.getValue(), code(field, word.getKey())))
                .toList();
    }

    private Optional<String> code(OpeningForm.Field field, String text) {
        var also = form.words().path("values").path(field.name());
        return field.choices().entrySet().stream()
                .filter(choice -> choice.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> also.properties().stream()
                        .filter(each ->
                                each.getValue().valueStream().anyMatch(name -> text.contains(name.asString("?"))))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .or(() -> field.choices().entrySet().stream()
                        .filter(choice -> choice.getValue().contains(text) || text.contains(choice.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    /// A name of a place.
    record Placed(String text, int count, Optional<String> path) {}

    /// The names of places in a column, those unknown first.
    List<Placed> placed(String heading) {
        return counted(heading).entrySet().stream()
                .map(name -> new Placed(name.getKey(), name.getValue(), places.path(name.getKey(), offices)))
                .sorted(Comparator.comparing((Placed place) -> place.path().isPresent()))
                .toList();
    }

    private Map<String, Integer> counted(String heading) {
        var counts = new LinkedHashMap<String, Integer>();
        cells(heading, Integer.MAX_VALUE).forEach(text -> counts.merge(text, 1, Integer::sum));
        var sorted = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    /// Whether a field can be filled from a table at all.
    static boolean readable(OpeningForm.Field field) {
        return switch (field.kind()) {
            case AGENCY, POST, STAFF, MATTER, LIST -> false;
            default -> true;
        };
    }

    static boolean choice(OpeningForm.Field field) {
        return field.kind() == Ask.Kind.CHOICE;
    }
}
