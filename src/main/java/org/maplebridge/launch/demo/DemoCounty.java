package org.maplebridge.launch.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Access;
import org.maplebridge.kernel.access.AccountOpening;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.AreaFile;
import org.maplebridge.kernel.orgs.Level;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.launch.demo.DemoPlan.PlannedAgency;
import org.maplebridge.launch.demo.DemoPlan.PlannedPost;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Puts the demo county into an empty folder: all of it or nothing.
@Component
public final class DemoCounty {

    private static final String JOB = "demo";

    private final Transactions transactions;
    private final Offices offices;
    private final Access access;
    private final DemoPlan plan;

    DemoCounty(Transactions transactions, Offices offices, Access access, DemoPlan plan) {
        this.transactions = transactions;
        this.offices = offices;
        this.access = access;
        this.plan = plan;
    }

    /// Seeds the county if no area is known yet.
    ///
    /// @return whether it did
    /// @throws IllegalStateException if the build brought no area file
    public boolean seed() {
        return transactions.run(Scope.job(JOB), work -> {
            if (offices.at(work).rootArea().isPresent()) {
                return false;
            }
            var areas = areas();
            offices.importAreas(work, areas);
            offices.importAreas(work, grids(areas));
            people(work, agencies(work, areas), areas);
            return true;
        });
    }

    /// Adds the posts that scenes ask for in their data files, `demo-posts`, as far as they aren't there: a scene that
    /// was added to a demo folder can be tried at once.
    ///
    /// @return the logins that were added
    public List<String> join() {
        return transactions.run(Scope.job(JOB), work -> {
            var added = new ArrayList<String>();
            for (var each : plan.ofScenes()) {
                vacant(work, each).ifPresent(agency -> {
                    hire(work, agency, each);
                    each.user().ifPresent(added::add);
                });
            }
            return added;
        });
    }

    /// The office of a post that nobody has set up yet.
    private Optional<UUID> vacant(Work work, PlannedPost post) {
        var directory = offices.at(work);
        return directory.agencies(plan.agency(post.agency()).area()).stream()
                .filter(agency -> agency.name().equals(post.office()))
                .map(Agency::id)
                .filter(agency -> directory.posts(agency).stream()
                        .noneMatch(each -> each.title().equals(post.title())))
                .findFirst();
    }

    private List<Area> areas() {
        var file = new ClassPathResource("areas/" + plan.county() + ".csv");
        if (!file.exists()) {
            throw new IllegalStateException("the build brought no " + file.getPath());
        }
        try (var in = file.getInputStream()) {
            return AreaFile.read(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Area> grids(List<Area> areas) {
        var grids = new ArrayList<Area>();
        for (var area : areas) {
            if (area.parent().filter(plan.town()::equals).isPresent()) {
                for (int i = 1; i <= plan.grids(); i++) {
                    grids.add(new Area(area.path() + ".g%02d".formatted(i), "第" + i + "网格"));
                }
            }
        }
        return grids;
    }

    private static List<Area> towns(List<Area> areas) {
        return areas.stream().filter(area -> area.level() == Level.TOWN).toList();
    }

    private Map<String, UUID> agencies(Work work, List<Area> areas) {
        var planned = new ArrayList<>(plan.agencies());
        towns(areas).forEach(town -> planned.add(plan.centerOf(town.path(), town.name())));
        var ids = new HashMap<String, UUID>();
        for (PlannedAgency each : planned) {
            var agency = offices.addAgency(
                    work,
                    new Offices.NewAgency(
                            each.name(), each.kind(), each.level(), each.area(), each.phone(), Optional.empty()));
            ids.put(each.key(), agency.id());
        }
        return ids;
    }

    private void people(Work work, Map<String, UUID> agencies, List<Area> areas) {
        var posts = new ArrayList<>(plan.posts());
        towns(areas).forEach(town -> posts.add(plan.dutyAt(town.path())));
        for (PlannedPost each : posts) {
            hire(work, Optional.ofNullable(agencies.get(each.agency())).orElseThrow(), each);
        }
    }

    private void hire(Work work, UUID agency, PlannedPost each) {
        var post = offices.addPost(work, agency, each.title(), each.roles());
        var staff = offices.addStaff(work, each.staff(), agency);
        offices.appoint(work, new Offices.Appointment(post.id(), staff.id(), work.today(), Optional.empty()));
        each.user()
                .ifPresent(login -> access.open(
                        work,
                        new AccountOpening(login, DemoPlan.PASSWORD, staff.id(), Actor.Kind.OFFICER, each.staff())));
    }
}
