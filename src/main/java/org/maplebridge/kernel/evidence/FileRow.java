package org.maplebridge.kernel.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.people.Masks;
import tools.jackson.databind.JsonNode;

/// A file at the wire.
///
/// @param name its name; only its place among the files for whoever is not given the original
/// @param about what was said of it, as people read it; nothing for them
/// @param copyOf the file of which it is a masked copy
/// @param byParty whether a party added it
/// @param scanned what looked for malware in it
/// @param withdrawn why it is not used any more
/// @param restricted why its original is shown to the handling office alone; for others, that it is
/// @param awaits who was handed it and has not signed yet
/// @param reader what whoever asks is given of it; empty where it was just added
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FileRow(
        int no,
        String sha256,
        String name,
        String type,
        long size,
        EvidenceKind kind,
        String kindTitle,
        List<Told> about,
        Optional<Integer> copyOf,
        boolean byParty,
        Instant addedAt,
        String scanned,
        Optional<String> withdrawn,
        Optional<String> restricted,
        Optional<String> awaits,
        Optional<Reader> reader) {

    /// What whoever asks is given of a file.
    ///
    /// @param masked which file they are given instead of the original
    /// @param maskedName the name of that file
    /// @param purpose the purpose they may name when they read it
    /// @param signs whether they are the one to sign for it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Reader(
            Given.What given,
            Optional<Integer> masked,
            Optional<String> maskedName,
            ReadingPurpose purpose,
            String purposeTitle,
            boolean signs) {}

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /// One line of it.
    record Told(String title, String value) {}

    static FileRow of(FileStore.Kept kept) {
        return of(kept, Optional.empty(), Optional.empty());
    }

    static FileRow of(FileStore.Kept kept, Optional<String> awaits, Optional<Reader> reader) {
        return new FileRow(
                kept.no(),
                kept.sha256(),
                kept.name(),
                kept.type(),
                kept.size(),
                kept.kind(),
                kept.kind().title(),
                about(kept.about()),
                kept.copyOf(),
                kept.party().isPresent(),
                kept.addedAt(),
                kept.scanned(),
                kept.withdrawn(),
                kept.restricted(),
                awaits,
                reader);
    }

    /// The same for whoever is not given the original: which one it is, of what kind, from which day.
    static FileRow veiled(FileStore.Kept kept, Optional<String> awaits, Reader reader) {
        var row = of(kept, awaits, Optional.of(reader));
        return new FileRow(
                row.no(),
                row.sha256(),
                "第 " + row.no() + " 份材料",
                row.type(),
                row.size(),
                row.kind(),
                row.kindTitle(),
                List.of(),
                row.copyOf(),
                row.byParty(),
                row.addedAt(),
                row.scanned(),
                row.withdrawn().map(reason -> FileVeil.WHY),
                row.restricted().map(reason -> FileVeil.WHY),
                row.awaits(),
                row.reader());
    }

    private static List<Told> about(JsonNode said) {
        return Arrays.stream(Attached.class.getRecordComponents())
                .filter(component -> said.path(component.getName()).isString())
                .map(component -> {
                    var ask = component.getAnnotation(Ask.class);
                    var text = said.path(component.getName()).asString("");
                    return new Told(ask.value(), shown(component.getName(), ask.kind(), text));
                })
                .toList();
    }

    private static String shown(String field, Ask.Kind kind, String text) {
        if (kind == Ask.Kind.PERSON) {
            return Masks.name(text);
        }
        return field.equals("takenAt")
                ? OffsetDateTime.parse(text).atZoneSameInstant(Work.ZONE).format(MOMENT)
                : text;
    }
}
