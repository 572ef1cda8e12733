package org.maplebridge.kernel.laws;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.engines.search.Cited;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.laws.EditionCompare.Fate;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameter;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.stereotype.Component;

/// One reading of what an edition touches, for the desk and for whoever makes work of it.
@Component
class LawTouching implements LawRevisions {

    /// What a release brings is read from the data files.
    private static final String BROUGHT = "base:";

    private final LawReads reads;
    private final LawList laws;
    private final LawCiting citing;
    private final LawRegister register;
    private final Parameters parameters;
    private final Offices offices;

    LawTouching(
            LawReads reads,
            LawList laws,
            LawCiting citing,
            LawRegister register,
            Parameters parameters,
            Offices offices) {
        this.reads = reads;
        this.laws = laws;
        this.citing = citing;
        this.register = register;
        this.parameters = parameters;
        this.offices = offices;
    }

    /// An article as it is cited.
    private record Numbered(int number, int suffix) {}

    @Override
    public Optional<Revision> of(Work work, UUID edition) {
        return reads.edition(edition)
                .flatMap(after -> before(after)
                        .flatMap(before -> laws.law(after.law()).map(law -> revision(work, law, before, after))));
    }

    private Optional<LawRow.Edition> before(LawRow.Edition after) {
        return reads.editions(after.law()).stream()
                .filter(each -> each.passed().isBefore(after.passed()))
                .findFirst();
    }

    private Revision revision(Work work, LawList.One law, LawRow.Edition before, LawRow.Edition after) {
        var changed = changed(before.id(), after.id());
        var byNumber = new LinkedHashMap<Numbered, Article>();
        changed.forEach(each -> byNumber.put(new Numbered(each.number(), each.suffix()), each));
        var places = Stream.concat(citing.of(law.key()).stream(), entered(work, law.key()).stream())
                .flatMap(place -> Optional.ofNullable(byNumber.get(new Numbered(place.number(), place.suffix())))
                        .map(article -> new Place(place.kind(), place.where(), place.title(), place.text(), article))
                        .stream())
                .toList();
        return new Revision(
                after.id(),
                before.id(),
                law.name(),
                after.law(),
                law.key(),
                after.passed(),
                after.from(),
                changed,
                places);
    }

    /// By the numbers of the edition until now, which are what others cite. A new article under a number that another
    /// one had is none of theirs.
    private List<Article> changed(UUID before, UUID after) {
        var found = new LinkedHashMap<Numbered, Article>();
        for (var pair : EditionCompare.pairs(reads.texts(before), reads.texts(after))) {
            var cited = pair.before().or(pair::after).orElseThrow();
            var number = new Numbered(cited.number(), cited.suffix());
            if (pair.fate() == Fate.SAME || cited.number() == 0) {
                continue;
            }
            if (pair.before().isPresent()) {
                found.put(number, article(cited, pair));
            } else {
                found.putIfAbsent(number, article(cited, pair));
            }
        }
        return List.copyOf(found.values());
    }

    private static Article article(LawRow.Text cited, EditionCompare.Pair pair) {
        return new Article(
                cited.number(),
                cited.suffix(),
                Numerals.label(cited.number(), cited.suffix()),
                Change.valueOf(pair.fate().name()),
                pair.before().map(LawTouching::text),
                pair.after().map(LawTouching::text));
    }

    private static Text text(LawRow.Text text) {
        return new Text(text.id(), text.label(), text.text());
    }

    /// Numbers that people have entered and that still hold or will.
    private List<LawCiting.Place> entered(Work work, String key) {
        var found = new ArrayList<LawCiting.Place>();
        names(work).stream()
                .flatMap(name -> parameters.versions(work, name).stream())
                .filter(each -> !each.version().startsWith(BROUGHT))
                .filter(each -> each.until().filter(work.today()::isAfter).isEmpty())
                .forEach(each -> citing
                        .in(
                                Kind.PARAMETER,
                                each.name() + " / " + area(each) + each.from() + " 起",
                                each.title(),
                                each.article().orElse(""))
                        .stream()
                        .filter(place -> place.key().equals(key))
                        .forEach(found::add));
        return found;
    }

    private static String area(Parameter each) {
        return each.area().map(path -> path + " ").orElse("");
    }

    private List<String> names(Work work) {
        var root = offices.at(work).rootArea().map(Area::path).orElse("");
        return numbers(work, root, work.today());
    }

    private List<String> numbers(Work work, String area, LocalDate day) {
        return parameters.inForce(work, area, day).stream()
                .map(Parameter::name)
                .distinct()
                .toList();
    }

    @Override
    public List<Article> named(Revision revision, String text) {
        Map<Numbered, Article> found = new LinkedHashMap<>();
        for (var cited : Cited.in(text)) {
            if (cited.law().isEmpty() || !register.key(cited.law()).equals(revision.key())) {
                continue;
            }
            revision.changed().stream()
                    .filter(each -> cited.article() <= each.number() && each.number() <= cited.last())
                    .filter(each -> each.suffix() == cited.suffix())
                    .forEach(each -> found.put(new Numbered(each.number(), each.suffix()), each));
        }
        return List.copyOf(found.values());
    }

    @Override
    public List<Part> parts(String before, String after) {
        return WordDiff.of(before, after);
    }
}
