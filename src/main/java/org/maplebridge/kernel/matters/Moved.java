package org.maplebridge.kernel.matters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.people.Persona;

/// The move is made; and what else the scene asks the kernel to write with it.
public final class Moved implements Verdict {

    private @Nullable String title;
    private @Nullable String category;
    private @Nullable String colour;
    private @Nullable String area;
    private @Nullable UUID agency;
    private @Nullable UUID post;
    private @Nullable String source;
    private @Nullable Instant occurredAt;
    private final Map<String, Instant> runs = new LinkedHashMap<>();
    private final Set<String> meets = new LinkedHashSet<>();
    private final List<NewParty> parties = new ArrayList<>();
    private final List<UUID> watchers = new ArrayList<>();
    private final List<Child> children = new ArrayList<>();

    Moved() {}

    record NewParty(String role, Persona.Draft draft) {}

    /// @param agency the office that is asked, and sees this matter for as long as its part is open
    record Child(String scene, String reason, boolean blocking, Optional<UUID> agency) {}

    /// What the matter is called in lists.
    public Moved title(String words) {
        this.title = words;
        return this;
    }

    /// The kind of thing it is about, by the scene's own list.
    public Moved category(String code) {
        this.category = code;
        return this;
    }

    /// The colour a rule suggests, such as `yellow`; never takes a right away from anybody.
    public Moved colour(String name) {
        this.colour = name;
        return this;
    }

    /// Where it happened, as an area path.
    public Moved area(String path) {
        this.area = path;
        return this;
    }

    /// Which office handles it from now on.
    public Moved agency(UUID office) {
        this.agency = office;
        return this;
    }

    /// Which post in the office, so that only its task shows it to the holder.
    public Moved post(UUID holder) {
        this.post = holder;
        return this;
    }

    /// Through which channel it came.
    public Moved source(String code) {
        this.source = code;
        return this;
    }

    /// A post beside the office that handles it sees the matter too: where somebody asks another office for a decision.
    /// For opening only.
    public Moved shownTo(UUID watcher) {
        watchers.add(watcher);
        return this;
    }

    /// When it happened, as claimed.
    public Moved occurredAt(Instant claimed) {
        this.occurredAt = claimed;
        return this;
    }

    /// The limit named runs from the day the law names.
    public Moved runs(String parameter, LocalDate from) {
        runs.put(
                parameter,
                from.atStartOfDay(org.maplebridge.kernel.ground.Work.ZONE).toInstant());
        return this;
    }

    /// The limit named runs from a moment the law names; for limits in hours.
    public Moved runs(String parameter, Instant from) {
        runs.put(parameter, from);
        return this;
    }

    /// The limit named is kept by this act too, besides the one the move is to be made in.
    public Moved meets(String parameter) {
        meets.add(parameter);
        return this;
    }

    /// Somebody whom the matter concerns.
    public Moved party(String role, Persona.Draft draft) {
        parties.add(new NewParty(role, draft));
        return this;
    }

    /// Opens a matter in another scene, which takes it in by its method `referred(Act, Referral)`.
    ///
    /// @param blocking whether this matter can't end while that one is open
    public Moved refers(String scene, String reason, boolean blocking) {
        children.add(new Child(scene, reason, blocking, Optional.empty()));
        return this;
    }

    /// Asks another office for a part in this matter: opens a matter there, in another scene. The office sees this one
    /// for as long as its part is open.
    ///
    /// @param what what it is asked for
    public Moved asks(String scene, String what, UUID office) {
        children.add(new Child(scene, what, false, Optional.of(office)));
        return this;
    }

    Optional<String> title() {
        return Optional.ofNullable(title);
    }

    Optional<String> category() {
        return Optional.ofNullable(category);
    }

    Optional<String> colour() {
        return Optional.ofNullable(colour);
    }

    Optional<String> area() {
        return Optional.ofNullable(area);
    }

    Optional<UUID> agency() {
        return Optional.ofNullable(agency);
    }

    Optional<UUID> post() {
        return Optional.ofNullable(post);
    }

    Optional<String> source() {
        return Optional.ofNullable(source);
    }

    Optional<Instant> occurredAt() {
        return Optional.ofNullable(occurredAt);
    }

    Map<String, Instant> runs() {
        return runs;
    }

    Set<String> meets() {
        return meets;
    }

    List<NewParty> parties() {
        return parties;
    }

    List<UUID> watchers() {
        return watchers;
    }

    /// Whether the matter can't end before its child at this place, from 0.
    boolean blocking(int at) {
        return children.get(at).blocking();
    }

    /// The offices that are asked for a part, and see this matter meanwhile.
    List<UUID> asked() {
        return children.stream().flatMap(child -> child.agency().stream()).toList();
    }

    List<Child> children() {
        return children;
    }
}
