package org.maplebridge.kernel.rolls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Staff;
import org.maplebridge.kernel.rolls.RollRules.Note;
import org.springframework.stereotype.Component;

/// Lines of registers as people read them.
@Component
class RollReading {

    private final RollBook book;
    private final RollStore store;
    private final RollKeeping keeping;
    private final Offices offices;

    RollReading(RollBook book, RollStore store, RollKeeping keeping, Offices offices) {
        this.book = book;
        this.store = store;
        this.keeping = keeping;
        this.offices = offices;
    }

    /// What a line says in one of its fields.
    ///
    /// @param value as forms send it
    record FactShown(String name, String title, String value, String words) {}

    /// A line, or one version of it.
    ///
    /// @param id of the line
    /// @param counts whether it counts on the day asked about
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record LineShown(
            UUID id,
            String roll,
            String name,
            String area,
            String areaName,
            LocalDate firstDay,
            Optional<LocalDate> lastDay,
            boolean counts,
            boolean withdrawn,
            List<FactShown> facts,
            List<Note> notes,
            String enteredBy,
            OffsetDateTime enteredAt) {}

    /// Lines with what of them deserves a look.
    List<LineShown> lines(Work work, List<RollEntry> entries, LocalDate day) {
        var parts = store.parts(entries.stream().map(RollEntry::line).toList()).stream()
                .collect(Collectors.groupingBy(part -> part.parent().orElseThrow()));
        var directory = offices.at(work);
        var named = named(entries);
        return entries.stream()
                .map(entry -> shown(
                        directory,
                        entry,
                        day,
                        named,
                        RollRules.notes(
                                entry,
                                parts.getOrDefault(entry.line(), List.of()),
                                day,
                                keeping.numbers(work, entry.area(), day))))
                .toList();
    }

    /// Parts or versions, without.
    List<LineShown> plain(Work work, List<RollEntry> entries, LocalDate day) {
        var directory = offices.at(work);
        var named = named(entries);
        return entries.stream()
                .map(entry -> shown(directory, entry, day, named, List.of()))
                .toList();
    }

    private Map<UUID, RollEntry> named(List<RollEntry> entries) {
        var ids = new ArrayList<UUID>();
        for (var entry : entries) {
            book.roll(entry.roll()).fields().stream()
                    .filter(field -> field.kind().equals("line"))
                    .flatMap(field -> RollForm.id(entry.fact(field.name())).stream())
                    .forEach(ids::add);
        }
        return store.newest(ids);
    }

    private LineShown shown(
            Directory directory, RollEntry entry, LocalDate day, Map<UUID, RollEntry> named, List<Note> notes) {
        var facts = new ArrayList<FactShown>();
        for (var field : book.roll(entry.roll()).fields()) {
            Optional.ofNullable(entry.facts().get(field.name()))
                    .ifPresent(value -> facts.add(
                            new FactShown(field.name(), field.title(), value, words(directory, field, value, named))));
        }
        return new LineShown(
                entry.line(),
                entry.roll(),
                entry.name(),
                entry.area(),
                directory.fullName(entry.area()),
                entry.firstDay(),
                entry.lastDay(),
                entry.counts(day),
                entry.withdrawn(),
                facts,
                notes,
                entry.enteredName(),
                entry.enteredAt().atZone(Work.ZONE).toOffsetDateTime());
    }

    private static String words(Directory directory, Roll.Field field, String value, Map<UUID, RollEntry> named) {
        return switch (field.kind()) {
            case "staff" ->
                RollForm.id(value).flatMap(directory::staff).map(Staff::name).orElse("");
            case "line" ->
                RollForm.id(value)
                        .flatMap(id -> Optional.ofNullable(named.get(id)))
                        .map(RollEntry::name)
                        .orElse("");
            default -> RollBook.shown(field, value);
        };
    }
}
