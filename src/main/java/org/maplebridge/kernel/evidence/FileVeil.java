package org.maplebridge.kernel.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Veil;
import org.maplebridge.kernel.trail.Entry;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Whoever is not given the original of a file is not told either what only the original tells: its name, what it
/// proves, where it comes from, why it is restricted. A name alone may say all. Personal Information Protection Law
/// (个人信息保护法) arts. 6, 28.
@Component
class FileVeil implements Veil {

    /// What stands where something was left out.
    static final String WHY = "原件限承办单位查看";

    private static final String HAND_OVER = "hand-over-file";
    private static final String SIGN = "sign-for-file";

    /// What is told of an entry, by its verb: which file, of what kind, in whose hands.
    private static final Map<String, Set<String>> TOLD = Map.of(
            Attaching.NAME,
            Set.of("sha256", "kind", "copyOf"),
            "withdraw-file",
            Set.of("no"),
            "restrict-file",
            Set.of("no"),
            "release-file",
            Set.of("no"),
            HAND_OVER,
            Set.of("no", "way", "staff", "agency"),
            SIGN,
            Set.of("no", "answer"));

    private final FileStore files;
    private final Given given;

    FileVeil(FileStore files, Given given) {
        this.files = files;
        this.given = given;
    }

    @Override
    public Drawn over(Work work, Actor reader, Matter matter) {
        var standing = given.standing(work, reader, matter);
        // pages of a trail without files ask for none
        var veiled = SingletonSupplier.of(() -> files.of(matter.id()).stream()
                .filter(file -> Given.veiled(file, standing))
                .toList());
        return (entry, said) -> told(reader, entry, said, veiled::obtain);
    }

    private static Optional<Told> told(
            Actor reader, Entry entry, JsonNode said, Supplier<List<FileStore.Kept>> veiled) {
        var verb = entry.envelope().verb();
        return Optional.ofNullable(TOLD.get(verb))
                .filter(fields -> veiled.get().stream().anyMatch(about(verb, said)))
                .filter(fields -> !concerns(reader, entry, said))
                .map(fields -> new Told(fields, WHY));
    }

    private static Predicate<FileStore.Kept> about(String verb, JsonNode said) {
        return verb.equals(Attaching.NAME)
                ? file -> file.sha256().equalsIgnoreCase(said.path("sha256").asString(""))
                : file -> file.no() == said.path("no").asInt(0);
    }

    /// What was handed to the reader or their office, and what they have answered, they know.
    private static boolean concerns(Actor reader, Entry entry, JsonNode said) {
        var mine = reader.agency();
        return switch (entry.envelope().verb()) {
            case HAND_OVER -> {
                var agency = mine.map(UUID::toString).orElse("?");
                yield said.path("agency").asString("").equals(agency)
                        || said.path("staff")
                                .asString("")
                                .equals(reader.person().toString());
            }
            case SIGN -> mine.isPresent() && mine.equals(entry.envelope().agency());
            default -> false;
        };
    }

    /// An entry's body without what the reader is not told.
    static JsonNode behind(Drawn drawn, Entry entry, JsonNode said) {
        return drawn.told(entry, said)
                .<JsonNode>map(told -> ((ObjectNode) said.deepCopy()).retain(told.fields()))
                .orElse(said);
    }
}
