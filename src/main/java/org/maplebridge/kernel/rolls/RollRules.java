package org.maplebridge.kernel.rolls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.maplebridge.kernel.ground.ColourName;
import org.maplebridge.kernel.ground.Problem;

/// What the law asks of a committee, and what of a line deserves a look.
final class RollRules {

    private static final String LAW = "人民调解法第八条";

    private RollRules() {}

    /// Something to look at.
    record Note(ColourName tone, String words, Optional<String> article) {

        static Note of(ColourName tone, String words) {
            return new Note(tone, words, Optional.empty());
        }
    }

    /// Why a committee of these members can't be declared constituted that day.
    static List<Problem.Field> unlawful(List<RollEntry> members, LocalDate day, ToIntFunction<String> numbers) {
        return faults(members, day, numbers).stream()
                .map(words -> new Problem.Field("firstDay", words + "（" + LAW + "）"))
                .toList();
    }

    private static List<String> faults(List<RollEntry> members, LocalDate day, ToIntFunction<String> numbers) {
        var there = members.stream().filter(member -> member.counts(day)).toList();
        int least = numbers.applyAsInt("rolls.committee-least");
        int most = numbers.applyAsInt("rolls.committee-most");
        var faults = new ArrayList<String>();
        if (there.size() < least) {
            faults.add("当天只有 " + there.size() + " 名委员，应当是 " + least + " 至 " + most + " 名。");
        }
        if (there.size() > most) {
            faults.add("当天有 " + there.size() + " 名委员，应当是 " + least + " 至 " + most + " 名。");
        }
        if (!there.isEmpty() && there.stream().noneMatch(member -> member.says("woman"))) {
            faults.add("没有妇女成员。");
        }
        long chairs = there.stream()
                .filter(member -> member.fact("role").equals("CHAIR"))
                .count();
        if (!there.isEmpty() && chairs != 1) {
            faults.add(chairs == 0 ? "还没有主任。" : "主任只设一人，现在登记了 " + chairs + " 人。");
        }
        return faults;
    }

    /// What of a line and its parts deserves a look that day.
    static List<Note> notes(RollEntry line, List<RollEntry> parts, LocalDate day, ToIntFunction<String> numbers) {
        var notes = new ArrayList<Note>();
        if (line.lastDay().filter(last -> last.isBefore(day)).isPresent()) {
            return List.of(Note.of(ColourName.GREY, "已经结束"));
        }
        var soon = day.plusDays(numbers.applyAsInt("rolls.warn-days"));
        if (line.roll().equals("committees")) {
            committee(notes, line, parts, day, numbers);
        }
        if (line.roll().equals("mediators")) {
            mediator(notes, parts, day);
        }
        line.lastDay()
                .filter(last -> !last.isAfter(soon))
                .ifPresent(last -> notes.add(Note.of(ColourName.YELLOW, "到 " + last + " 为止")));
        return notes;
    }

    private static void committee(
            List<Note> notes, RollEntry line, List<RollEntry> parts, LocalDate day, ToIntFunction<String> numbers) {
        var terms = of(parts, "terms");
        var term = terms.stream().filter(each -> each.counts(day)).findFirst();
        var soon = day.plusDays(numbers.applyAsInt("rolls.warn-days"));
        if (term.isEmpty()) {
            notes.add(
                    terms.stream().anyMatch(each -> each.firstDay().isBefore(day))
                            ? new Note(ColourName.RED, "届期已满，应当换届", Optional.of("人民调解法第九条"))
                            : Note.of(ColourName.GREY, "组建中"));
        } else {
            term.flatMap(RollEntry::lastDay)
                    .ifPresent(last -> notes.add(
                            last.isAfter(soon)
                                    ? Note.of(ColourName.GREEN, "本届到 " + last)
                                    : new Note(ColourName.YELLOW, "本届 " + last + " 届满", Optional.of("人民调解法第九条"))));
        }
        var members = of(parts, "members");
        faults(members, day, numbers)
                .forEach(words -> notes.add(
                        new Note(term.isPresent() ? ColourName.ORANGE : ColourName.GREY, words, Optional.of(LAW))));
        boolean few = members.stream().noneMatch(member -> member.counts(day) && member.says("minority"));
        if (line.says("minorities") && few) {
            notes.add(new Note(ColourName.YELLOW, "多民族居住的地方，应当有人数较少民族的成员。", Optional.of(LAW)));
        }
    }

    private static void mediator(List<Note> notes, List<RollEntry> parts, LocalDate day) {
        grade(parts, day).ifPresent(words -> notes.add(Note.of(ColourName.GREEN, words)));
        long honours =
                of(parts, "honours").stream().filter(each -> each.counts(day)).count();
        if (honours > 0) {
            notes.add(Note.of(ColourName.BLUE, "荣誉 " + honours + " 项"));
        }
    }

    /// The grade a mediator has that day; it is the name of the part.
    static Optional<String> grade(List<RollEntry> parts, LocalDate day) {
        return of(parts, "grades").stream()
                .filter(each -> each.counts(day))
                .map(RollEntry::name)
                .findFirst();
    }

    private static List<RollEntry> of(List<RollEntry> parts, String roll) {
        return parts.stream().filter(part -> part.roll().equals(roll)).toList();
    }
}
