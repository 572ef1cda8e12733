package org.maplebridge.kernel.matters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Role;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.trail.Trail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whoever has an interest in a matter is stopped at work too, whichever came first: the work, the declaration
/// or the party. Compared at the moment of each act, in the statement that reads the matter. Only by numbers: a
/// name in common stops nobody. They may still hand it over, give it back and keep out, and do what a scene names
/// for somebody's safety. Taking a declaration back lifts nothing. Whoever supervises hears what they say and
/// decides, by an entry, that they keep out or may go on.
@Component
public class Stops {

    private static final int MOST_ENTRIES = 500;

    private static final Set<KernelVerb> HANDING_OVER = EnumSet.of(
            KernelVerb.RETURN, KernelVerb.UPGRADE, KernelVerb.TRANSFER, KernelVerb.ASSIGN, KernelVerb.RECUSE);

    private static final String OF = "select person, self, since, withdrawn from matters.interested(:matter)";

    private static final String OPEN = "select matter, person, self, since, withdrawn from matters.interests_open()";

    private final JdbcClient db;
    private final Access access;
    private final Offices offices;
    private final Trail trail;
    private final SceneBook scenes;
    private final Conflicts conflicts;
    private final ObjectProvider<Hands> hands;
    private final Set<String> still = new HashSet<>();

    Stops(
            JdbcClient db,
            Access access,
            Offices offices,
            Trail trail,
            SceneBook scenes,
            Conflicts conflicts,
            ObjectProvider<Hands> hands,
            DataFiles files) {
        this.db = db;
        this.access = access;
        this.offices = offices;
        this.trail = trail;
        this.scenes = scenes;
        this.conflicts = conflicts;
        this.hands = hands;
        for (var file : files.all()) {
            var scene = file.section("scene").path("name").asString("");
            file.section("interest").path("still").forEach(verb -> still.add(scene + "/" + verb.asString("")));
        }
    }

    /// That somebody has an interest in an open matter.
    ///
    /// @param self whether they are a party themselves
    /// @param since when both the declaration and the party were there
    /// @param withdrawn when they took back what they had declared; that lifts nothing
    public record Met(UUID matter, UUID person, boolean self, Instant since, Optional<Instant> withdrawn) {

        /// In words that tell nothing of what was declared.
        public String words() {
            return (self ? "本人就是当事人" : "本人申报过与当事人有利害关系") + (withdrawn.isPresent() ? "，后来撤了申报，是否解除等监督岗决定" : "");
        }
    }

    /// Why a scene's verb is not theirs.
    Optional<Verdict> refusal(SceneDef scene, String verb, MatterState state) {
        return state.stopped() && !still.contains(scene.name() + "/" + verb) ? stopped(scene) : Optional.empty();
    }

    /// Why one of the kernel's verbs is not theirs.
    Optional<Verdict> refusal(SceneDef scene, KernelVerb verb, MatterState state) {
        return state.stopped() && !HANDING_OVER.contains(verb) ? stopped(scene) : Optional.empty();
    }

    private Optional<Verdict> stopped(SceneDef scene) {
        var deciding =
                access.roles().stream().filter(Role::supervises).map(Role::name).toList();
        return Optional.of(new Verdict.Blocked(
                "应当回避：按您本人的申报，您与这件事的当事人有利害关系，或者您就是当事人，不能再办，由" + titles(handingOut(scene)) + "改派。",
                Optional.of(Conflicts.RULE),
                Optional.of(conflicts.article(scene.name())),
                List.of(),
                Optional.of("请“自行回避”，或者“指派”“退回”给别人办。认为不影响公正的，向" + titles(deciding) + "说明，由其决定。")));
    }

    private static Set<String> handingOut(SceneDef scene) {
        return scene.life().allowed().getOrDefault(KernelVerb.ASSIGN, Set.of());
    }

    private String titles(Collection<String> roles) {
        var titles = roles.stream()
                .flatMap(role -> access.role(role).stream())
                .map(Role::title)
                .sorted()
                .collect(Collectors.joining("、"));
        return titles.isEmpty() ? "本单位负责人" : titles;
    }

    /// Whether somebody has an interest in a matter that stops them.
    boolean stops(UUID matter, UUID person) {
        return of(matter).stream().anyMatch(met -> met.person().equals(person));
    }

    private List<Met> of(UUID matter) {
        return db.sql(OF)
                .param("matter", matter)
                .query((row, at) -> met(matter, row))
                .list();
    }

    /// Everything of the kind in open matters, whether they are at work there or not. In the work of a job.
    public List<Met> open() {
        return db.sql(OPEN)
                .query((row, at) -> met(row.getObject("matter", UUID.class), row))
                .list();
    }

    private static Met met(UUID matter, ResultSet row) throws SQLException {
        return new Met(
                matter,
                row.getObject("person", UUID.class),
                row.getBoolean("self"),
                MatterStore.instant(row, "since"),
                Optional.ofNullable(row.getObject("withdrawn", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /// Those at work on a matter who are stopped.
    List<Met> atWork(Work work, Directory directory, MatterState state) {
        var met = state.matter().stage().open() ? of(state.matter().id()) : List.<Met>of();
        if (met.isEmpty()) {
            return List.of();
        }
        var there = there(work, directory, state.matter());
        var out = state.recusals().stream()
                .filter(Recusal::holds)
                .map(Recusal::person)
                .toList();
        return met.stream()
                .filter(each -> there.contains(each.person()) && !out.contains(each.person()))
                .toList();
    }

    /// Whether somebody is at work on a matter: sits where it lies, took it, leads a session of it, or has acted on it
    /// for the office that handles it.
    public boolean atWork(Work work, Matter matter, UUID person) {
        return there(work, offices.at(work), matter).contains(person);
    }

    private Set<UUID> there(Work work, Directory directory, Matter matter) {
        var all = new LinkedHashSet<UUID>();
        matter.office()
                .post()
                .ifPresent(post -> directory.holders(post, work.today()).stream()
                        .map(Holder::staff)
                        .forEach(staff -> all.add(staff.id())));
        hands.orderedStream().forEach(each -> all.addAll(each.on(matter.id())));
        var officer = Actor.Kind.OFFICER.name().toLowerCase(java.util.Locale.ROOT) + ":";
        trail.newest(matter.id(), Integer.MAX_VALUE, MOST_ENTRIES).stream()
                .map(entry -> entry.envelope())
                .filter(envelope -> envelope.actor().startsWith(officer)
                        && envelope.agency().equals(matter.office().agency()))
                .forEach(envelope -> all.add(UUID.fromString(envelope.actor().substring(officer.length()))));
        return all;
    }

    /// Whether somebody else than this one may hand out a matter's work in the office that has it.
    public boolean othersHandOut(Work work, Matter matter, UUID person) {
        var handingOut = handingOut(scenes.scene(matter.scene()));
        var directory = offices.at(work);
        return matter.office().agency().stream()
                .flatMap(agency -> directory.posts(agency).stream())
                .filter(post -> post.roles().stream().anyMatch(handingOut::contains))
                .flatMap(post -> directory.holders(post.id(), work.today()).stream())
                .anyMatch(holder -> holder.present() && !holder.staff().id().equals(person));
    }
}
