package org.maplebridge.kernel.matters;

import static org.maplebridge.kernel.matters.Verdict.invalid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Holder;
import org.maplebridge.kernel.orgs.Staff;
import org.maplebridge.kernel.people.Interests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whoever has an interest in a matter has no hand in it. Compared before anybody is named: a number that is the
/// same is certain and stands in the way; a name that is the same is only looked into by people, who say how. What
/// officers said of themselves is not told: only that they said something.
@Component
public class Conflicts {

    static final String RULE = "matters.interest";
    private static final String LOCAL = "本地默认";
    private static final int NAMES_IN_A_LABEL = 3;

    private static final String MET =
            "select person, self, certain from matters.interests_met(:matter, cast(:candidates as uuid[]))";

    /// Parties of that name, as far as the one who names somebody sees them: they see the matter.
    private static final String NAMED = """
        select exists (select from matters.party p
                         join people.persona x on x.id = p.persona
                        where p.matter = :matter and p.role not in ('kernel.helper', 'kernel.messenger')
                          and x.name_sign = any(:signs))\
        """;

    private final JdbcClient db;
    private final Interests interests;
    private final Map<String, String> articles = new HashMap<>();

    Conflicts(JdbcClient db, Interests interests, DataFiles files) {
        this.db = db;
        this.interests = interests;
        files.all()
                .forEach(file -> Optional.of(
                                file.section("interest").path("article").asString(""))
                        .filter(article -> !article.isEmpty())
                        .ifPresent(article ->
                                articles.put(file.section("scene").path("name").asString(""), article)));
    }

    /// Why none of these can be given the matter, or one of them must be looked into first; empty if somebody can.
    ///
    /// @param field where they are named in the form
    /// @param checked how somebody made sure that it is not the same person; empty where nobody was asked
    public Optional<Verdict> refusal(Act act, List<Staff> candidates, String field, Optional<String> checked) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var met = met(act.id(), candidates.stream().map(Staff::id).toList());
        var out = candidates.stream()
                .filter(each -> met.certain().contains(each.id()))
                .toList();
        if (out.size() == candidates.size()) {
            return Optional.of(certain(act, out, met, field));
        }
        var left = candidates.stream().filter(each -> !out.contains(each)).toList();
        var doubtful = left.stream()
                .filter(each -> met.alike().contains(each.id()) || named(act, each.name()))
                .toList();
        return doubtful.size() < left.size() || checked.isPresent()
                ? Optional.empty()
                : Optional.of(invalid(
                        "checked",
                        names(doubtful) + "可能就是当事人、与当事人有利害关系或者以前有过纠纷（不一定是，比如只是同名）。"
                                + "核实过不是的，在“核实情况”里写明怎么核实的，再提交；是的，请选别人。",
                        RULE,
                        article(act)));
    }

    /// Whoever has an interest in it is not given it by the kernel's own verbs either.
    KernelMoves.Change given(Act act, KernelMoves.Change change, Record said) {
        if (change.refusal().isPresent()) {
            return change;
        }
        var refused = switch (said) {
            case KernelVerb.Assigned assigned -> refusal(act, there(act, assigned.post()), "post", assigned.checked());
            case KernelVerb.Transferred transferred ->
                act.offices().agency(transferred.agency()).flatMap(office -> refusal(act, office, "agency"));
            default -> Optional.<Verdict>empty();
        };
        return refused.map(KernelMoves.Change::refused).orElse(change);
    }

    private static List<Staff> there(Act act, UUID post) {
        return act.offices().holders(post, act.today()).stream()
                .filter(Holder::present)
                .map(Holder::staff)
                .toList();
    }

    /// Whether somebody must keep their hands off it, by numbers: for taking a task, which asks no questions.
    public boolean certain(UUID matter, UUID person) {
        return met(matter, List.of(person)).certain().contains(person);
    }

    /// Those of them who must keep their hands off it, by numbers.
    Set<UUID> certain(UUID matter, List<UUID> people) {
        return people.isEmpty() ? Set.of() : met(matter, people).certain();
    }

    /// Whether somebody certainly must not have a hand in it; where nothing can be said about it, a name is not enough.
    public Optional<Verdict> certain(Act act, Staff candidate, String field) {
        return refusal(act, List.of(candidate), field, Optional.of(""));
    }

    /// Why an office can't be given the matter: it is a party itself.
    public Optional<Verdict> refusal(Act act, Agency office, String field) {
        return named(act, office.name())
                ? Optional.of(invalid(field, "“" + office.name() + "”自己就是当事人，不能办这件事，请选别的单位。", RULE, article(act)))
                : Optional.empty();
    }

    private Verdict certain(Act act, List<Staff> out, Met met, String field) {
        boolean self = out.stream().allMatch(each -> met.self().contains(each.id()));
        return invalid(
                field,
                names(out) + (self ? "本人就是当事人" : "与当事人有利害关系（本人申报过利害关系）") + "，不能办这件事，请换别人办（本人请“自行回避”）。",
                RULE,
                article(act));
    }

    private String article(Act act) {
        return article(act.matter().scene());
    }

    /// What a scene rests it on.
    String article(String scene) {
        return articles.getOrDefault(scene, LOCAL);
    }

    private static String names(List<Staff> people) {
        return people.stream().map(Staff::name).collect(Collectors.joining("、"));
    }

    /// @param alike of whom only a name is the same as one they named
    private record Met(Set<UUID> certain, Set<UUID> self, Set<UUID> alike) {}

    private Met met(UUID matter, List<UUID> candidates) {
        var met = new Met(new HashSet<>(), new HashSet<>(), new HashSet<>());
        db.sql(MET)
                .param("matter", matter)
                .param("candidates", candidates.toArray(UUID[]::new))
                .query(row -> {
                    var person = row.getObject("person", UUID.class);
                    boolean certain = row.getBoolean("certain");
                    (certain ? met.certain() : met.alike()).add(person);
                    if (certain && row.getBoolean("self")) {
                        met.self().add(person);
                    }
                });
        return met;
    }

    private boolean named(Act act, String name) {
        return mayBeNamed(act, name)
                && db.sql(NAMED)
                        .param("matter", act.id())
                        .param("signs", interests.nameSigns(act.matter().domain(), name))
                        .query(Boolean.class)
                        .single();
    }

    /// Masked names keep their first letter: where none begins like this one, the database needn't be asked. A label
    /// tells the first three only.
    private static boolean mayBeNamed(Act act, String name) {
        var shown = act.matter().label().parties().stream()
                .flatMap(names -> Stream.of(names.split("、")))
                .toList();
        return shown.size() >= NAMES_IN_A_LABEL
                || shown.stream().anyMatch(each -> each.startsWith(name.substring(0, 1)));
    }
}
