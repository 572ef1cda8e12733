package org.maplebridge.kernel.orgs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Areas, agencies, posts and holders as they stood when the work began. Never changes; asks no database.
public interface Directory {

    /// The area the node serves; empty before any was imported.
    Optional<Area> rootArea();

    /// The area at a path.
    Optional<Area> area(String path);

    /// The areas right below, in order of path.
    List<Area> children(String path);

    /// The paths from `root` down to `path`, both included; none if `path` doesn't lie in `root`.
    List<String> ancestors(String path, String root);

    /// The names from the root area down, without blanks, such as 婺城区白龙桥镇某村; empty for an unknown path.
    String fullName(String path);

    /// Areas whose full name fits the words, best and widest first. The words may leave out parts of the name.
    List<Area> search(String words, int limit);

    /// An agency by its id.
    Optional<Agency> agency(UUID id);

    /// Every agency that works in exactly this area, by level and name.
    List<Agency> agencies(String area);

    /// The agency of that level in charge of whatever comes up at the path; the smallest area wins.
    Optional<Agency> inCharge(String path, Level level);

    /// The agency of that kind whose area covers the path; the smallest area wins.
    Optional<Agency> responsible(String path, String kind);

    /// Where a matter goes when this agency hands it up: its parent, or else the one in charge a level higher.
    Optional<Agency> above(Agency agency);

    /// The lowest agency above both (or one of the two, if it is above the other): who decides between them.
    Optional<Agency> superior(Agency one, Agency other);

    /// What a kind of agency is called.
    Optional<AgencyKind> kind(String name);

    /// The posts of an agency, by title.
    List<Post> posts(UUID agency);

    /// A post by its id.
    Optional<Post> post(UUID id);

    /// Who sits at the post that day: its holders, then those who stand in; whoever is away that day comes last.
    List<Holder> holders(UUID post, LocalDate day);

    /// Until when somebody is away who is away that day.
    Optional<Absence> away(UUID staff, LocalDate day);

    /// Everybody who is away that day.
    List<Absence> away(LocalDate day);

    /// The days somebody of these is away, within the two days given, in order.
    List<Absence> absences(Collection<UUID> staff, LocalDate from, LocalDate to);

    /// Where somebody sits that day: their own posts first, in order of appointment.
    List<HeldPost> heldBy(UUID staff, LocalDate day);

    /// A member of staff by their id.
    Optional<Staff> staff(UUID id);

    /// Who works in an agency, by name.
    List<Staff> staffOf(UUID agency);
}
