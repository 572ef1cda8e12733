package org.maplebridge.kernel.orgs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.orgs.OrgsStore.SpellRow;

/// The directory held in memory.
final class Snapshot implements Directory {

    private final AreaTree areas;
    private final Map<UUID, Agency> agencies;
    private final Map<String, List<Agency>> agenciesByArea = new HashMap<>();
    private final Map<String, AgencyKind> kinds;
    private final Map<UUID, Post> posts;
    private final Map<UUID, List<Post>> postsByAgency;
    private final Map<UUID, Staff> staff;
    private final Map<UUID, List<SpellRow>> spellsByPost;
    private final Map<UUID, List<SpellRow>> spellsByStaff;

    private final Map<UUID, List<Absence>> absences;

    Snapshot(OrgsStore.Rows rows, Map<String, AgencyKind> kinds) {
        this.areas = new AreaTree(rows.areas());
        this.kinds = kinds;
        this.agencies = byId(rows.agencies(), Agency::id);
        for (var agency : rows.agencies()) {
            agenciesByArea
                    .computeIfAbsent(agency.area(), area -> new java.util.ArrayList<>())
                    .add(agency);
        }
        this.posts = byId(rows.posts(), Post::id);
        this.postsByAgency = rows.posts().stream().collect(Collectors.groupingBy(Post::agency));
        this.staff = byId(rows.staff(), Staff::id);
        this.spellsByPost = rows.spells().stream().collect(Collectors.groupingBy(SpellRow::post));
        this.absences = rows.absences().stream().collect(Collectors.groupingBy(Absence::staff));
        this.spellsByStaff = rows.spells().stream().collect(Collectors.groupingBy(SpellRow::staff));
    }

    private static <T> Map<UUID, T> byId(List<T> all, Function<T, UUID> id) {
        var map = new LinkedHashMap<UUID, T>();
        all.forEach(each -> map.put(id.apply(each), each));
        return map;
    }

    @Override
    public Optional<Area> rootArea() {
        return areas.root();
    }

    @Override
    public Optional<Area> area(String path) {
        return areas.at(path);
    }

    @Override
    public List<Area> children(String path) {
        return areas.children(path);
    }

    @Override
    public List<String> ancestors(String path, String root) {
        return AreaTree.ancestors(path, root);
    }

    @Override
    public String fullName(String path) {
        return areas.fullName(path);
    }

    @Override
    public List<Area> search(String words, int limit) {
        return areas.search(words, limit);
    }

    @Override
    public Optional<Agency> agency(UUID id) {
        return Optional.ofNullable(agencies.get(id));
    }

    @Override
    public List<Agency> agencies(String area) {
        return agenciesByArea.getOrDefault(area, List.of()).stream()
                .sorted(Comparator.comparing(Agency::level).thenComparing(Agency::name))
                .toList();
    }

    @Override
    public Optional<Agency> inCharge(String path, Level level) {
        return covering(path)
                .filter(agency -> agency.level() == level)
                .filter(agency ->
                        kind(agency.kind()).filter(AgencyKind::general).isPresent())
                .findFirst();
    }

    @Override
    public Optional<Agency> responsible(String path, String kind) {
        return covering(path).filter(agency -> agency.kind().equals(kind)).findFirst();
    }

    /// Agencies whose area covers the path, the smallest area first, then the oldest agency.
    private Stream<Agency> covering(String path) {
        return Stream.iterate(
                        Optional.of(path),
                        Optional::isPresent,
                        at -> at.map(Snapshot::shorter).filter(shorter -> !shorter.isEmpty()))
                .flatMap(at -> agenciesByArea.getOrDefault(at.orElseThrow(), List.of()).stream()
                        .sorted(Comparator.comparing(Agency::id)));
    }

    private static String shorter(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    @Override
    public Optional<Agency> above(Agency agency) {
        if (agency.parent().isPresent()) {
            return agency.parent().flatMap(this::agency);
        }
        return Stream.iterate(agency.level().above(), Optional::isPresent, level -> level.flatMap(Level::above))
                .flatMap(level -> inCharge(agency.area(), level.orElseThrow()).stream())
                .findFirst();
    }

    @Override
    public Optional<Agency> superior(Agency one, Agency other) {
        var chain = chain(other).toList();
        return chain(one).filter(chain::contains).findFirst();
    }

    /// The agency and all above it. Ends even if parents were entered in a circle.
    private Stream<Agency> chain(Agency agency) {
        return Stream.iterate(Optional.of(agency), Optional::isPresent, at -> at.flatMap(this::above))
                .limit(Level.values().length * 2L)
                .map(Optional::orElseThrow);
    }

    @Override
    public Optional<AgencyKind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    @Override
    public List<Post> posts(UUID agency) {
        return postsByAgency.getOrDefault(agency, List.of()).stream()
                .sorted(Comparator.comparing(Post::title))
                .toList();
    }

    @Override
    public Optional<Post> post(UUID id) {
        return Optional.ofNullable(posts.get(id));
    }

    @Override
    public List<Holder> holders(UUID post, LocalDate day) {
        return spells(spellsByPost, post, day)
                .flatMap(spell -> staff(spell.staff()).stream()
                        .map(who -> new Holder(
                                who, spell.standsIn(), away(who.id(), day).map(Absence::lastDay))))
                .sorted(Comparator.comparing(holder -> !holder.present()))
                .toList();
    }

    @Override
    public Optional<Absence> away(UUID person, LocalDate day) {
        return absences.getOrDefault(person, List.of()).stream()
                .filter(absence -> absence.counts(day))
                .max(Comparator.comparing(Absence::lastDay));
    }

    @Override
    public List<Absence> away(LocalDate day) {
        return absences.keySet().stream()
                .flatMap(person -> away(person, day).stream())
                .toList();
    }

    @Override
    public List<Absence> absences(Collection<UUID> people, LocalDate from, LocalDate to) {
        return people.stream()
                .flatMap(person -> absences.getOrDefault(person, List.of()).stream())
                .filter(absence ->
                        !absence.lastDay().isBefore(from) && !absence.firstDay().isAfter(to))
                .sorted(Comparator.comparing(Absence::firstDay).thenComparing(Absence::id))
                .toList();
    }

    @Override
    public List<HeldPost> heldBy(UUID person, LocalDate day) {
        return spells(spellsByStaff, person, day)
                .flatMap(spell -> post(spell.post()).stream()
                        .flatMap(post -> agency(post.agency()).stream()
                                .map(agency -> new HeldPost(post, agency, spell.standsIn()))))
                .toList();
    }

    private static Stream<SpellRow> spells(Map<UUID, List<SpellRow>> all, UUID of, LocalDate day) {
        return all.getOrDefault(of, List.of()).stream()
                .filter(spell -> spell.counts(day))
                .sorted(Comparator.comparing(SpellRow::standsIn).thenComparing(SpellRow::id));
    }

    @Override
    public Optional<Staff> staff(UUID id) {
        return Optional.ofNullable(staff.get(id));
    }

    @Override
    public List<Staff> staffOf(UUID agency) {
        return staff.values().stream()
                .filter(each -> each.agency().equals(agency))
                .sorted(Comparator.comparing(Staff::name).thenComparing(Staff::id))
                .toList();
    }
}
