package org.maplebridge.kernel.messages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Introduction;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.MatterRow;
import org.maplebridge.kernel.matters.MatterRowsView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What I am told, the newest first. What each is about is read through the eyes of whoever reads it.
@RestController
class MessagesDesk implements Introduction {

    /// Where counting stops.
    private static final int COUNTED_TO = 100;

    private static final UUID LAST = new UUID(-1, -1);

    private final Transactions transactions;
    private final NoteStore notes;
    private final MatterRowsView rows;

    MessagesDesk(Transactions transactions, NoteStore notes, MatterRowsView rows) {
        this.transactions = transactions;
        this.notes = notes;
        this.rows = rows;
    }

    /// Something I am told.
    record Told(UUID id, String words, ToldOf matter, OffsetDateTime at, boolean seen) {}

    record ToldOf(UUID id, String code, String title) {}

    /// The list of the day, as it was sent.
    record Morning(LocalDate day, String words) {}

    /// @param unread how many of the newest hundred
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Box(List<Told> items, Optional<String> next, int unread, Optional<Morning> morning) {}

    /// @param ids what I have read; nothing: all of the newest hundred
    record Read(Optional<List<UUID>> ids) {}

    /// How many are left.
    record Unread(int unread) {}

    @GetMapping("/api/messages")
    @Allowed(Allowed.Door.OFFICERS)
    Box messages(@RequestParam Optional<String> after, @RequestParam Optional<Integer> limit, Actor actor) {
        int most = Page.limit(limit);
        var before = after.map(Boxes::key).orElse(LAST);
        return transactions.run(actor.scope(), work -> {
            var page = Page.cut(
                    notes.page(actor, before, most + 1),
                    most,
                    note -> List.of(note.id().toString()));
            return new Box(
                    shown(work, actor, page.items()),
                    page.next(),
                    notes.unseen(actor, COUNTED_TO),
                    notes.morning(actor, work.today()).map(counts -> new Morning(work.today(), words(counts))));
        });
    }

    private static String words(tools.jackson.databind.JsonNode counts) {
        var words = counts.valueStream()
                .map(part -> part.path("title").asString("") + " "
                        + part.path("count").asInt(0) + " 件")
                .collect(Collectors.joining("，"));
        return words.isEmpty() ? "今天没有要紧的事" : words;
    }

    private List<Told> shown(Work work, Actor actor, List<NoteStore.Note> found) {
        Map<UUID, MatterRow> about = new HashMap<>();
        rows.rows(
                        work,
                        actor,
                        found.stream().map(NoteStore.Note::about).distinct().toList())
                .forEach(row -> about.put(row.id(), row));
        return found.stream()
                .flatMap(note -> Optional.ofNullable(about.get(note.about())).stream()
                        .map(row -> new Told(
                                note.id(),
                                note.words(),
                                new ToldOf(row.id(), row.code(), row.title()),
                                note.at().atZone(Work.ZONE).toOffsetDateTime(),
                                note.seen())))
                .toList();
    }

    /// Reading twice is reading once.
    @PostMapping("/api/messages/read")
    @Allowed(Allowed.Door.OFFICERS)
    Unread read(@RequestBody Read said, Actor actor) {
        if (said.ids().filter(ids -> ids.size() > COUNTED_TO).isPresent()) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("ids", "一次最多 " + COUNTED_TO + " 条。"))));
        }
        return transactions.run(actor.scope(), work -> {
            var ids = said.ids()
                    .orElseGet(() -> notes.page(actor, LAST, COUNTED_TO).stream()
                            .map(NoteStore.Note::id)
                            .toList());
            notes.see(work, actor, ids);
            return new Unread(notes.unseen(actor, COUNTED_TO));
        });
    }

    @Override
    public Map<String, Integer> counts(Work work, Actor actor) {
        return Map.of("messages", notes.unseen(actor, COUNTED_TO));
    }
}
