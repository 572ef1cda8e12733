package org.maplebridge.kernel.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Role;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.stereotype.Component;

/// Who is given what of a file: the original, or only a masked copy. The office that handles the matter now has the
/// original; supervisors of its area have it for their purpose; all others, joint mediation's other offices among them,
/// have what is masked once the original was restricted. Parties have no door to what files hold.
@Component
class Given {

    private final Access access;
    private final Offices offices;

    Given(Access access, Offices offices) {
        this.access = access;
        this.offices = offices;
    }

    /// What somebody is given.
    enum What {
        ORIGINAL,
        MASKED,
        NOTHING
    }

    /// Where somebody stands to a matter: it says for what they may read its files.
    ReadingPurpose standing(Work work, Actor actor, Matter matter) {
        var mine = actor.agency();
        if (mine.isPresent() && mine.equals(matter.office().agency())) {
            return ReadingPurpose.HANDLE;
        }
        boolean supervises = actor.roles().stream()
                        .flatMap(name -> access.role(name).stream())
                        .anyMatch(Role::supervises)
                && mine.flatMap(offices.at(work)::agency)
                        .filter(agency -> agency.covers(matter.office().area()))
                        .isPresent();
        return supervises ? ReadingPurpose.SUPERVISE : ReadingPurpose.ASSIST;
    }

    /// Whether what only the original tells is kept from whoever stands there. A supervisor learns it by taking the
    /// original for their purpose, which is kept.
    static boolean veiled(FileStore.Kept file, ReadingPurpose standing) {
        return veiled(file.restricted().isPresent(), standing);
    }

    static boolean veiled(boolean restricted, ReadingPurpose standing) {
        return restricted && standing != ReadingPurpose.HANDLE;
    }

    /// What whoever stands there is given of a file.
    ///
    /// @param named the purpose they have named
    static What of(
            FileStore.Kept file, List<FileStore.Kept> all, ReadingPurpose standing, Optional<ReadingPurpose> named) {
        boolean original = file.restricted().isEmpty()
                || standing == ReadingPurpose.HANDLE
                || (standing == ReadingPurpose.SUPERVISE && named.equals(Optional.of(ReadingPurpose.SUPERVISE)));
        if (original) {
            return What.ORIGINAL;
        }
        return masked(file, all).isPresent() ? What.MASKED : What.NOTHING;
    }

    /// The newest masked copy of a file that is in use; never what a party has called one.
    static Optional<FileStore.Kept> masked(FileStore.Kept file, List<FileStore.Kept> all) {
        return all.stream()
                .filter(each -> each.copyOf().equals(Optional.of(file.no())))
                .filter(each -> each.withdrawn().isEmpty() && each.party().isEmpty())
                .max(Comparator.comparingInt(FileStore.Kept::no));
    }

    /// A purpose that somebody has named; it must be theirs.
    static Optional<ReadingPurpose> named(Optional<String> said, ReadingPurpose standing) {
        return said.map(name -> {
            if (List.of(ReadingPurpose.values()).stream()
                    .noneMatch(each -> each.name().equals(name))) {
                throw new Refused(Problem.fields(List.of(new Problem.Field("purpose", "没有这个用途，请重新打开页面再选。")))
                        .withRule("evidence.purpose"));
            }
            var purpose = ReadingPurpose.valueOf(name);
            if (purpose != standing) {
                throw Refused.notYours("“" + purpose.title() + "”不是您在这件事里的用途；您可以为“" + standing.title() + "”取阅。");
            }
            return purpose;
        });
    }

    /// Nobody has made a masked copy yet.
    Refused unmade(Work work, Matter matter, FileStore.Kept file) {
        var office = matter.office().agency().flatMap(offices.at(work)::agency);
        var who = office.map(each -> "“" + each.name() + "”").orElse("承办单位");
        var phone = office.flatMap(each -> each.phone())
                .map(number -> "，电话 " + number)
                .orElse("");
        return new Refused(Problem.of(409, "no-masked-copy", "还没有遮盖件", "第 " + file.no() + " 份材料的原件只给承办单位看，遮盖件还没有做。")
                .withRule("evidence.restricted")
                .withNext("遮盖件由" + who + "做；请联系它添加一份遮盖副本" + phone + "。"));
    }
}
