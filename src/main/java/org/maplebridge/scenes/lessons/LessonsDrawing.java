package org.maplebridge.scenes.lessons;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Loop;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.Outcome;
import org.maplebridge.kernel.matters.Request;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.maplebridge.kernel.stats.Tallies;
import org.maplebridge.scenes.lessons.LessonsSources.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Drafts what the quarter that is over asks for, once it is counted to its end. Whatever is there already is left
/// alone, so that a round broken off or done twice drafts nothing twice.
@Component
class LessonsDrawing implements Looping {

    private static final Logger LOG = LoggerFactory.getLogger(LessonsDrawing.class);
    private static final Actor SYSTEM = Actor.system("lessons");

    private final Transactions transactions;
    private final LessonsSources sources;
    private final LessonsStore store;
    private final Tallies tallies;
    private final Matters matters;
    private final Parameters parameters;
    private final Offices offices;
    private final boolean automatic;
    private final Loop loop = new Loop("lessons", Duration.ofMinutes(10), this::round);

    LessonsDrawing(
            Transactions transactions,
            LessonsSources sources,
            LessonsStore store,
            Tallies tallies,
            Matters matters,
            Parameters parameters,
            Offices offices,
            Environment settings) {
        this.transactions = transactions;
        this.sources = sources;
        this.store = store;
        this.tallies = tallies;
        this.matters = matters;
        this.parameters = parameters;
        this.offices = offices;
        this.automatic = Looping.serving(settings);
    }

    /// What is to be drafted.
    ///
    /// @param category its name
    private record Wanted(String scene, String area, String category, Quarter quarter) {

        String key() {
            return String.join("/", scene, area, category, quarter.from().toString());
        }
    }

    /// Drafts whatever is missing. One that fails keeps none of the others waiting.
    void round() {
        for (var each : transactions.run(SYSTEM.scope(), this::wanted)) {
            try {
                draft(each);
            } catch (RuntimeException failure) {
                LOG.error("the lesson {} waits: {}", each.key(), failure.toString());
            }
        }
    }

    private List<Wanted> wanted(Work work) {
        var over = Quarter.of(work.today()).previous();
        var end = over.next().from().atStartOfDay(Work.ZONE).toInstant();
        var found = new ArrayList<Wanted>();
        if (tallies.cutOff().filter(moment -> !moment.isBefore(end)).isPresent()) {
            sources.all().forEach(source -> found.addAll(wanted(work, source, over)));
        }
        return found;
    }

    private List<Wanted> wanted(Work work, Source source, Quarter over) {
        var directory = offices.at(work);
        var sums = new TreeMap<String, TreeMap<String, Long>>();
        for (var tally : tallies.byPlace(source.metric(), over.from(), over.to())) {
            var area = Optional.of(tally.area());
            while (area.isPresent()) {
                var path = area.get();
                if (LessonsRules.place(path) && source.categories().containsKey(tally.category())) {
                    sums.computeIfAbsent(path, unseen -> new TreeMap<>())
                            .merge(tally.category(), tally.matters(), Long::sum);
                }
                int dot = path.lastIndexOf('.');
                area = dot < 0 ? Optional.empty() : Optional.of(path.substring(0, dot));
            }
        }
        var found = new ArrayList<Wanted>();
        sums.forEach((area, categories) -> {
            int least = parameters.at(work, "lessons.least", area, work.today()).whole();
            categories.forEach((category, count) -> {
                if (count >= least
                        && directory.area(area).isPresent()
                        && LessonsRules.supervising(directory, area).isPresent()
                        && !store.taken(source.scene(), area, category, over)) {
                    var title = Optional.ofNullable(source.categories().get(category))
                            .orElseThrow();
                    found.add(new Wanted(source.scene(), area, title, over));
                }
            });
        });
        return found;
    }

    private void draft(Wanted wanted) {
        var said = Map.of(
                "area", wanted.area(),
                "category", wanted.category(),
                "day", wanted.quarter().to().toString());
        var request = new Request(
                SYSTEM,
                Canonical.MAPPER.valueToTree(said),
                new Work.Key("lessons/open", "lesson-" + wanted.key()),
                OptionalInt.empty(),
                Optional.empty());
        if (matters.open("lessons", request) instanceof Outcome.Refusal refusal) {
            throw new IllegalStateException(refusal.verdict().toString());
        }
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean automatic() {
        return automatic;
    }
}
