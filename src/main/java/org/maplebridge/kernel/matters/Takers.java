package org.maplebridge.kernel.matters;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Role;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.KernelMoves.Change;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Post;
import org.maplebridge.kernel.orgs.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may be handed a matter, or something of it: not whoever keeps out, has an interest, or does not see it. Said at
/// the moment of handing, with those who can take it; what is in the wrong hands could only be taken back.
@Component
public class Takers {

    private static final String SEEN = "select matters.seen_by(:matter, :who, :units)";
    private static final String KEEPS_OUT =
            "select exists (select from ground.recused where matter = :matter and person = :who and lifted_at is null)";

    private static final String KEEPING_OUT =
            "select person from ground.recused where matter = :matter and lifted_at is null";

    private static final String RULE = "matters.hand-over";
    private static final String LOCAL = "本地默认";
    private static final int NAMED = 5;

    private final JdbcClient db;
    private final Access access;
    private final Conflicts conflicts;

    Takers(JdbcClient db, Access access, Conflicts conflicts) {
        this.db = db;
        this.access = access;
        this.conflicts = conflicts;
    }

    /// Puts a matter on the desk of a post where somebody can handle it.
    Change assigned(SceneDef scene, Act act, MatterState state, KernelVerb.Assigned said) {
        var change = conflicts.given(act, KernelMoves.assigned(act, state, said), said);
        if (change.refusal().isEmpty()) {
            var post = act.offices().post(said.post()).orElseThrow();
            return able(scene, state.matter(), post)
                    ? change
                    : refused(
                            new Verdict.Invalid(
                                    List.of(new Problem.Field("post", "这个岗位看不到这类事，或者没有办这类事的权限，请选别的岗位。")),
                                    Optional.of("matters.assign-able"),
                                    Optional.of(LOCAL)),
                            there(scene, act, state.matter(), said.post()));
        }
        return change.refusal().get() instanceof Verdict.Invalid invalid
                        && invalid.fields().stream()
                                .allMatch(field -> field.name().equals("post"))
                ? refused(invalid, there(scene, act, state.matter(), said.post()))
                : change;
    }

    private static Change refused(Verdict.Invalid why, String others) {
        return Change.refused(new Verdict.Invalid(
                why.fields().stream()
                        .map(field -> new Problem.Field(field.name(), field.message() + others))
                        .toList(),
                why.rule(),
                why.article()));
    }

    /// Whether a post opens the matter's domain, and carries a role that has a part in such matters.
    boolean able(SceneDef scene, Matter matter, Post post) {
        var handling = Stream.concat(
                        scene.life().steps(matter.life()).values().stream().flatMap(step -> step.by().stream()),
                        scene.life().allowed().values().stream().flatMap(Set::stream))
                .collect(Collectors.toSet());
        return post.roles().stream()
                .filter(handling::contains)
                .flatMap(role -> access.role(role).stream())
                .map(Role::domains)
                .anyMatch(domains -> domains.contains(matter.domain()));
    }

    /// Who else of the office is there and can take it.
    private String there(SceneDef scene, Act act, Matter matter, UUID but) {
        var there = matter.office().agency().stream()
                .flatMap(agency -> act.offices().posts(agency).stream())
                .filter(post -> !post.id().equals(but) && able(scene, matter, post))
                .flatMap(post -> act.offices().holders(post.id(), act.today()).stream()
                        .filter(Holder::present)
                        .map(holder -> new There(holder.staff(), post.title())))
                .toList();
        return named(act, there);
    }

    private record There(Staff staff, String post) {}

    private String named(Act act, List<There> there) {
        var met = conflicts.certain(
                act.id(), there.stream().map(each -> each.staff().id()).toList());
        var names = there.stream()
                .filter(each -> !met.contains(each.staff().id())
                        && !keepsOut(act.id(), each.staff().id()))
                .map(each -> each.staff().name() + "（" + each.post() + "）")
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? "本单位没有别人能接，请“退回”或者请上级改派。" : "能接的有：" + names + "。";
    }

    /// Why something of a matter can't be put into a colleague's hands; empty if it can.
    ///
    /// @param field where they are named in the form
    public Optional<Verdict> refusal(Act act, UUID person, String field) {
        var staff = act.offices().staff(person);
        if (staff.isEmpty()) {
            return Optional.empty();
        }
        var name = staff.get().name();
        if (keepsOut(act.id(), person)) {
            return no(act, field, name + "回避这件事，不能交给本人。");
        }
        if (conflicts.certain(act.id(), person)) {
            return no(act, field, name + "应当回避（本人申报过与当事人有利害关系，或者本人就是当事人），不能交给本人。");
        }
        return sees(act, person) ? Optional.empty() : no(act, field, name + "看不到这件事，交给本人也签收不了。");
    }

    private Optional<Verdict> no(Act act, String field, String why) {
        var there = act.matter().office().agency().stream()
                .flatMap(agency -> act.offices().posts(agency).stream())
                .flatMap(post -> act.offices().holders(post.id(), act.today()).stream()
                        .filter(Holder::present)
                        .map(holder -> new There(holder.staff(), post.title())))
                .filter(each -> !each.staff().id().equals(act.actor().person()))
                .filter(each -> sees(act, each.staff().id()))
                .toList();
        return Optional.of(Verdict.invalid(field, why + named(act, there), RULE, LOCAL));
    }

    /// Who is recused from a matter, as far as the scope sees it.
    Set<UUID> keepingOut(UUID matter) {
        return db.sql(KEEPING_OUT)
                .param("matter", matter)
                .query((row, at) -> row.getObject("person", UUID.class))
                .set();
    }

    private boolean keepsOut(UUID matter, UUID person) {
        return db.sql(KEEPS_OUT)
                .param("matter", matter)
                .param("who", person)
                .query(Boolean.class)
                .single();
    }

    /// Under any of the posts where they sit.
    private boolean sees(Act act, UUID person) {
        var units = act.offices().heldBy(person, act.today()).stream()
                .flatMap(held -> actor(act.work(), person, held.post().id()).stream())
                .flatMap(actor -> actor.scope().units().stream())
                .distinct()
                .toArray(String[]::new);
        return db.sql(SEEN)
                .param("matter", act.id())
                .param("who", person)
                .param("units", units)
                .query(Boolean.class)
                .single();
    }

    private Optional<Actor> actor(Work work, UUID person, UUID post) {
        try {
            return Optional.of(access.officer(work, person, Optional.of(post)));
        } catch (Refused noMore) {
            return Optional.empty();
        }
    }
}
