package org.maplebridge.kernel.evidence;

import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.stereotype.Component;

/// The files of a matter as one reader finds them. Needs a transaction of theirs.
@Component
class Shelf {

    private final FileStore files;
    private final HandingStore handings;
    private final Given given;
    private final Offices offices;

    Shelf(FileStore files, HandingStore handings, Given given, Offices offices) {
        this.files = files;
        this.handings = handings;
        this.given = given;
        this.offices = offices;
    }

    /// What somebody is handed.
    ///
    /// @param purpose what for, as it is kept
    record Handed(FileStore.Kept file, Optional<ReadingPurpose> purpose) {}

    List<FileRow> rows(Work work, Actor actor, Matter matter) {
        var all = files.of(matter.id());
        var open = handings.of(matter.id()).stream()
                .filter(each -> !each.answered())
                .toList();
        var standing = given.standing(work, actor, matter);
        var directory = offices.at(work);
        return all.stream()
                .map(file -> {
                    var handing =
                            open.stream().filter(each -> each.no() == file.no()).findFirst();
                    var what = Given.of(file, all, standing, Optional.empty());
                    var masked = Given.masked(file, all).filter(copy -> what == Given.What.MASKED);
                    var reader = new FileRow.Reader(
                            what,
                            masked.map(FileStore.Kept::no),
                            masked.map(FileStore.Kept::name),
                            standing,
                            standing.title(),
                            handing.filter(each -> each.awaits(actor)).isPresent());
                    boolean veiled = Given.veiled(file, standing);
                    var whom = handing.map(each -> whom(directory, each, veiled));
                    return veiled ? FileRow.veiled(file, whom, reader) : FileRow.of(file, whom, Optional.of(reader));
                })
                .toList();
    }

    /// Somebody outside may tell by their name what it is that they were handed.
    private static String whom(Directory directory, HandingStore.Handing handing, boolean veiled) {
        return handing.staff()
                .flatMap(directory::staff)
                .map(each -> each.name())
                .or(() -> handing.agency().flatMap(directory::agency).map(each -> each.name()))
                .or(() -> handing.outside().map(name -> veiled ? CustodyChain.OUTSIDE : name))
                .orElse("接收的人");
    }

    /// The original, or the masked copy of it.
    Handed given(Work work, Actor actor, Matter matter, FileStore.Kept asked, Optional<String> purpose) {
        var all = files.of(matter.id());
        var standing = given.standing(work, actor, matter);
        var named = Given.named(purpose, standing);
        // an office that handles a matter reads its files for that; others are asked
        var kept = named.or(() -> Optional.of(standing).filter(each -> each == ReadingPurpose.HANDLE));
        return switch (Given.of(asked, all, standing, named)) {
            case ORIGINAL -> new Handed(asked, kept);
            case MASKED -> new Handed(Given.masked(asked, all).orElseThrow(), kept);
            case NOTHING -> throw given.unmade(work, matter, asked);
        };
    }
}
