package org.maplebridge.kernel.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Veil;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Entry;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The chain of custody of a file: received, masked, handed over, signed for, restricted, withdrawn. Each of these is
/// an
/// entry of the matter's trail, with its place there, so `verify` covers it. Who has only read it stands between them,
/// from the register of readings: a look changes nothing, and the published trail must not tell who reads what.
/// Administrative Penalty Law (行政处罚法) arts. 46, 47; Provisions on Evidence in Administrative Litigation arts. 10 to 15.
@Component
class CustodyChain {

    private static final Set<String> VERBS =
            Set.of(Attaching.NAME, "withdraw-file", "restrict-file", "release-file", "hand-over-file", "sign-for-file");

    private static final Map<String, String> WHAT = Map.of("restrict-file", "原件限看", "release-file", "原件恢复可看");

    private static final int AT_ONCE = 500;

    /// Whoever was handed something and has no account here, where their name is not told.
    static final String OUTSIDE = "系统外的单位或个人";

    private final FileStore files;
    private final Trail trail;
    private final Offices offices;
    private final FileVeil veil;

    CustodyChain(FileStore files, Trail trail, Offices offices, FileVeil veil) {
        this.files = files;
        this.trail = trail;
        this.offices = offices;
        this.veil = veil;
    }

    /// One link of the chain.
    ///
    /// @param who who did it; empty for a party
    /// @param entry its place in the matter's trail; empty for a reading
    /// @param from from whom it came
    /// @param to to whom it went
    /// @param purpose what it was read or handed over for
    /// @param words what else was said of it
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Hand(
            Instant at,
            String what,
            Optional<String> who,
            Optional<Integer> entry,
            Optional<String> from,
            Optional<String> to,
            Optional<String> purpose,
            Optional<String> words) {}

    /// The chain of a file, the oldest first: every entry of the trail with the newest readings between them, or only
    /// readings before those.
    ///
    /// @param next hand this back as `after` for earlier readings; absent where there are none
    /// @param readings how many readings there are in all; told with the first piece
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Custody(List<Hand> items, Optional<String> next, Optional<Long> readings) {}

    /// As far as it is for the reader. Needs a transaction of theirs.
    ///
    /// @param after whether it is gone on with, and where
    /// @param most how many readings at once
    Custody of(
            Work work,
            Actor reader,
            Matter matter,
            FileStore.Kept file,
            List<FileStore.Kept> all,
            Optional<String> after,
            int most) {
        var before = after.map(CustodyChain::key);
        var page = Page.cut(
                files.readings(file.matter(), file.no(), before, most + 1),
                most,
                reading -> List.of(
                        reading.key().at().toString(), reading.key().id().toString()));
        var directory = offices.at(work);
        var hands = new ArrayList<Hand>();
        if (before.isEmpty()) {
            hands.addAll(done(directory, veil.over(work, reader, matter), file, all));
        }
        page.items().forEach(reading -> hands.add(read(directory, reading)));
        hands.sort(Comparator.comparing(Hand::at));
        return new Custody(
                hands,
                page.next(),
                before.isEmpty() ? Optional.of(files.countReadings(file.matter(), file.no())) : Optional.empty());
    }

    private static FileStore.ReadingKey key(String after) {
        var key = Page.decode(after, 2);
        try {
            return new FileStore.ReadingKey(
                    Instant.parse(key.get(0).asString("")),
                    UUID.fromString(key.get(1).asString("")));
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw Page.foreign();
        }
    }

    private List<Hand> done(Directory directory, Veil.Drawn drawn, FileStore.Kept file, List<FileStore.Kept> all) {
        var hands = new ArrayList<Hand>();
        int added = 0;
        for (Entry entry : entries(file.matter())) {
            var verb = entry.envelope().verb();
            if (verb.equals(Attaching.NAME)) {
                added++;
            }
            int no = added;
            if (verb.equals(Attaching.NAME)) {
                all.stream()
                        .filter(each -> each.no() == no)
                        .flatMap(each -> attached(directory, drawn, entry, file, each).stream())
                        .forEach(hands::add);
            } else {
                said(entry)
                        .filter(body -> body.path("no").asInt(0) == file.no())
                        .ifPresent(body -> hands.add(done(directory, drawn, entry, body)));
            }
        }
        return hands;
    }

    private List<Entry> entries(UUID matter) {
        var found = new ArrayList<Entry>();
        int below = Integer.MAX_VALUE;
        while (true) {
            var part = trail.newest(matter, below, AT_ONCE);
            part.stream()
                    .filter(entry -> VERBS.contains(entry.envelope().verb()))
                    .forEach(found::add);
            if (part.size() < AT_ONCE) {
                Collections.reverse(found);
                return found;
            }
            below = part.getLast().envelope().seq();
        }
    }

    private static Optional<JsonNode> said(Entry entry) {
        return entry.body().map(Canonical.MAPPER::readTree);
    }

    /// The file itself has come, or somebody has made a masked copy of it.
    private static Optional<Hand> attached(
            Directory directory, Veil.Drawn drawn, Entry entry, FileStore.Kept file, FileStore.Kept come) {
        if (come.no() == file.no()) {
            var hidden = said(entry).flatMap(body -> drawn.told(entry, body));
            var about = hidden.isPresent() ? Canonical.MAPPER.createObjectNode() : come.about();
            var from = come.party()
                    .map(party -> "当事人")
                    .or(() -> told(about, "origin"))
                    .or(() -> told(about, "carrier"));
            var words = new StringBuilder("网上传来，收到的与对方算的指纹一致；恶意程序：").append(come.scanned());
            told(about, "bag").ifPresent(bag -> words.append("；原物编号和封存袋号：").append(bag));
            come.copyOf().ifPresent(no -> words.append("；是第 ").append(no).append(" 份的遮盖副本"));
            hidden.ifPresent(why -> words.append("；").append(why.why()));
            return Optional.of(
                    hand(directory, entry, "收取", from, Optional.empty(), Optional.empty(), words.toString()));
        }
        return come.copyOf()
                .filter(no -> no == file.no())
                .map(no -> hand(
                        directory,
                        entry,
                        "做遮盖件",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "遮盖件是第 " + come.no() + " 份材料"));
    }

    private static Hand done(Directory directory, Veil.Drawn drawn, Entry entry, JsonNode whole) {
        var none = Optional.<String>empty();
        var said = FileVeil.behind(drawn, entry, whole);
        var hidden = drawn.told(entry, whole).map(Veil.Told::why);
        return switch (entry.envelope().verb()) {
            case "hand-over-file" ->
                hand(
                        directory,
                        entry,
                        "交接",
                        none,
                        Optional.of(to(directory, said)),
                        Optional.of(
                                HandingWay.valueOf(said.path("way").asString()).title()),
                        hidden.orElse(said.path("why").asString("")));
            case "sign-for-file" -> {
                var signed = HandingAnswer.valueOf(said.path("answer").asString()) == HandingAnswer.SIGNED;
                var paper = told(said, "paper").map(words -> "纸质回执：" + words);
                var note = told(said, "note");
                yield hand(
                        directory,
                        entry,
                        signed ? "签收" : "退回",
                        none,
                        none,
                        none,
                        paper.map(words -> note.map(more -> words + "；" + more).orElse(words))
                                .or(() -> note)
                                .or(() -> hidden)
                                .orElse(""));
            }
            default ->
                hand(
                        directory,
                        entry,
                        WHAT.getOrDefault(entry.envelope().verb(), "标明不用"),
                        none,
                        none,
                        none,
                        hidden.orElse(said.path("reason").asString("")));
        };
    }

    private static String to(Directory directory, JsonNode said) {
        return told(said, "staff")
                .flatMap(id -> directory.staff(UUID.fromString(id)).map(each -> each.name()))
                .or(() -> told(said, "agency")
                        .flatMap(id -> directory.agency(UUID.fromString(id)).map(each -> each.name())))
                .or(() -> told(said, "outside"))
                .orElse(OUTSIDE);
    }

    private static Optional<String> told(JsonNode said, String field) {
        return Optional.of(said.path(field).asString("")).filter(words -> !words.isBlank());
    }

    private static Hand hand(
            Directory directory,
            Entry entry,
            String what,
            Optional<String> from,
            Optional<String> to,
            Optional<String> purpose,
            String words) {
        return new Hand(
                entry.recordedAt(),
                what,
                who(directory, entry.envelope().actor(), entry.envelope().agency()),
                Optional.of(entry.envelope().seq()),
                from,
                to,
                purpose,
                Optional.of(words).filter(each -> !each.isBlank()));
    }

    private static Hand read(Directory directory, FileStore.Reading reading) {
        return new Hand(
                reading.key().at(),
                "取阅",
                who(directory, reading.actor(), reading.agency()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                reading.purpose().map(name -> ReadingPurpose.valueOf(name).title()),
                Optional.empty());
    }

    private static Optional<String> who(Directory directory, String actor, Optional<UUID> agency) {
        var office = agency.flatMap(directory::agency).map(each -> each.name());
        var name = Optional.of(actor)
                .filter(each -> each.startsWith("officer:"))
                .flatMap(each -> directory.staff(UUID.fromString(each.substring("officer:".length()))))
                .map(each -> each.name());
        return name.map(one -> office.map(at -> one + "，" + at).orElse(one)).or(() -> office);
    }
}
