package org.maplebridge.scenes.urgings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Matter;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Post;
import org.maplebridge.kernel.orgs.Staff;

/// Who urges whom, and who may decide what. Values in, values out.
final class UrgingsRules {

    private static final String LOCAL = "本地默认";
    private static final Set<String> DECIDING = Set.of("accept", "reject", "remind", "deduct", "uphold", "lift");
    private static final Set<String> ON_CONTEST = Set.of("uphold", "lift");

    private UrgingsRules() {}

    /// The next office above the one that handles the matter where somebody urges; the office of the root itself
    /// answers
    /// to its own. Where nobody urges at all, the office above: its alarms tell the supervisors.
    static Optional<Agency> supervising(Directory offices, Matter about) {
        var handling = about.office().agency().flatMap(offices::agency);
        var first = handling.flatMap(offices::above).or(() -> handling);
        return Stream.iterate(first, Optional::isPresent, each -> each.flatMap(offices::above))
                .limit(10)
                .flatMap(Optional::stream)
                .filter(agency -> has(offices, agency.id(), UrgingsLifecycle.SUPERVISOR))
                .findFirst()
                .or(() -> first);
    }

    private static boolean has(Directory offices, UUID agency, String role) {
        return offices.posts(agency).stream().anyMatch(post -> post.roles().contains(role));
    }

    /// The office of a cadre that answers for them.
    static Optional<Agency> answering(Directory offices, Staff cadre, LocalDate day) {
        return Stream.concat(
                        Stream.of(cadre.agency()),
                        offices.heldBy(cadre.id(), day).stream()
                                .map(held -> held.agency().id()))
                .filter(agency -> has(offices, agency, UrgingsLifecycle.RESPONDER))
                .findFirst()
                .flatMap(offices::agency);
    }

    /// Who might be responsible: whoever sits at the desk where it lies, else whoever has claimed it, else those in the
    /// office who handle such matters.
    static Urging.Suggested suggested(Act act, Matter about, Optional<UUID> claimed) {
        var offices = act.offices();
        var desk = about.office().post().flatMap(offices::post);
        if (desk.isPresent()) {
            return named(
                    holders(offices, List.of(desk.get()), act.today()),
                    "这件在“" + desk.get().title() + "”的桌上。");
        }
        var claimer = claimed.flatMap(offices::staff).map(Staff::name);
        if (claimer.isPresent()) {
            return new Urging.Suggested(claimer.get(), "这件的待办由其签收。");
        }
        var posts = about.office().agency().map(offices::posts).orElse(List.of()).stream()
                .filter(post -> post.roles().stream().anyMatch(role -> role.startsWith(about.scene() + ".")))
                .toList();
        return named(holders(offices, posts, act.today()), "这件没有人签收，承办单位办理这类事的是他们。");
    }

    private static String holders(Directory offices, List<Post> posts, LocalDate day) {
        return posts.stream()
                .flatMap(post -> offices.holders(post.id(), day).stream())
                .map(holder -> holder.staff().name())
                .distinct()
                .limit(10)
                .collect(Collectors.joining("、"));
    }

    private static Urging.Suggested named(String names, String why) {
        return names.isEmpty() ? Urging.Suggested.NOBODY : new Urging.Suggested(names, why);
    }

    /// Why a matter can't be urged.
    static Optional<Verdict> urgeable(String code, Optional<Matter> about) {
        if (about.filter(matter -> matter.domain().equals("general")).isEmpty()) {
            return Optional.of(Verdict.invalid("code", "没有编号为 " + code + " 的事项，或者不在您能看的范围里。", "urgings.unseen"));
        }
        if (about.get().scene().equals("urgings")) {
            return Optional.of(Verdict.invalid("code", "督办单本身不再督办，请写被督办的那一件的编号。", "urgings.itself"));
        }
        return about.get().stage().open()
                ? Optional.empty()
                : Optional.of(Verdict.invalid("code", "这件事已经办结，不能督办。", "urgings.ended"));
    }

    /// Nobody decides on an urging that names them, and nobody on what is said against their own deduction.
    static Optional<Verdict> alone(UUID person, String verb, Urging urging) {
        if (DECIDING.contains(verb)
                && urging.charge()
                        .filter(charge -> charge.cadre().equals(person))
                        .isPresent()) {
            return Optional.of(Verdict.blocked("督办单点名的是您本人，由别的监督人员决定。", "urgings.named", LOCAL));
        }
        boolean own = ON_CONTEST.contains(verb)
                && urging.deduction().filter(each -> each.by().equals(person)).isPresent();
        return own ? Optional.of(Verdict.blocked("扣分是您提出的，申辩由另一位监督人员决定。", "urgings.another", LOCAL)) : Optional.empty();
    }

    /// Sent back as often as it may be, it has to be accepted or decided on.
    static Optional<Verdict> again(Act act, Urging urging) {
        int most = act.number("urgings.send-back-most").whole();
        return urging.sentBack() >= most
                ? Optional.of(Verdict.blocked("已经退回、催办 " + most + " 次，请认可销号或者提出扣分。", "urgings.send-back-most", LOCAL))
                : Optional.empty();
    }

    /// Time to contest is never cut short: while the end is only a lower bound, the clock waits.
    static Optional<Verdict> contestable(Act act) {
        return act.limit("urgings.contest")
                .filter(limit -> !limit.settled() || act.now().isBefore(limit.due()))
                .map(limit -> Verdict.blocked("申辩期限还没有满，或者还不能确定。", "urgings.contest", LOCAL));
    }
}
