package org.maplebridge.scenes.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Takings;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.AskedDay;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Sheet;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What all reviews have found, for those who organise them.
@RestController
class ReviewsFindingsDesk {

    private static final String ORGANISER = "sampling.organiser";
    private static final int MOST_YEARS = 3;

    private final Transactions transactions;
    private final ReviewsSheets sheets;
    private final ReviewsFindings findings;
    private final Offices offices;
    private final Takings takings;

    ReviewsFindingsDesk(
            Transactions transactions,
            ReviewsSheets sheets,
            ReviewsFindings findings,
            Offices offices,
            Takings takings) {
        this.transactions = transactions;
        this.sheets = sheets;
        this.findings = findings;
        this.offices = offices;
        this.takings = takings;
    }

    /// What reviews have found.
    ///
    /// @param files how many reviews were concluded: the denominator
    /// @param faulty how many of them with a defect that stands
    record Findings(
            String definition,
            LocalDate from,
            LocalDate until,
            Instant asOf,
            int files,
            int faulty,
            int confirmed,
            ReviewsFindings.Progress progress,
            List<ByDefect> byDefect,
            List<ByOffice> byOffice) {}

    record ByDefect(
            String scene, String code, String question, String severityTitle, int found, int struck, int files) {}

    record ByOffice(String office, int files, int faulty, int confirmed, int defects) {}

    @GetMapping("/api/reviews/findings")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ORGANISER)
    Findings findings(
            Actor actor,
            @RequestParam Optional<String> scene,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until) {
        return transactions.run(actor.scope(), work -> within(work, scene, from, until));
    }

    private Findings within(Work work, Optional<String> scene, Optional<LocalDate> from, Optional<LocalDate> until) {
        var last = AskedDay.within("until", until.orElse(work.today()));
        var first = from.orElse(last.minusYears(1).plusDays(1));
        if (first.isAfter(last)) {
            throw fault("until", "不能早于开始的那天（" + first + "）。");
        }
        if (!first.isAfter(last.minusYears(MOST_YEARS))) {
            throw fault(
                    "from",
                    "一次最多看 " + MOST_YEARS + " 年，请选 "
                            + last.minusYears(MOST_YEARS).plusDays(1) + " 以后的日子。");
        }
        return findings(work, scene, first, last);
    }

    private static Refused fault(String field, String message) {
        return new Refused(Problem.fields(List.of(new Problem.Field(field, message))));
    }

    /// The same as a workbook, with what was counted and until when.
    @GetMapping("/api/reviews/findings/book")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ORGANISER)
    ResponseEntity<Resource> book(
            Actor actor,
            @RequestParam Optional<String> scene,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until) {
        return transactions.run(actor.scope(), work -> {
            var found = within(work, scene, from, until);
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("定义", found.definition()));
            rows.add(List.of("从", found.from().toString(), "到", found.until().toString(), "截至", work.today() + ""));
            rows.add(List.of("编号", "检查项", "轻重", "查出", "申辩后撤销", "评查完毕（分母）"));
            found.byDefect()
                    .forEach(each -> rows.add(List.of(
                            each.code(),
                            each.question(),
                            each.severityTitle(),
                            "" + each.found(),
                            "" + each.struck(),
                            "" + each.files())));
            rows.add(List.of());
            rows.add(List.of("承办单位", "评查完毕（分母）", "有问题的件", "已销号", "问题数"));
            found.byOffice()
                    .forEach(each -> rows.add(List.of(
                            each.office(),
                            "" + each.files(),
                            "" + each.faulty(),
                            "" + each.confirmed(),
                            "" + each.defects())));
            int lines = found.byDefect().size() + found.byOffice().size();
            takings.book(work, actor, new Takings.Book("评查结果", found.from() + " 至 " + found.until(), List.of()), lines);
            return Sheet.saved("评查结果 " + found.from() + " 至 " + found.until(), Sheet.of("评查结果", rows));
        });
    }

    private Findings findings(Work work, Optional<String> scene, LocalDate from, LocalDate until) {
        var counted = findings.counted(scene, from, until);
        var concluded = findings.concluded(scene, from, until);
        int files =
                concluded.stream().mapToInt(ReviewsFindings.Concluded::files).sum();
        var filesOfScene = concluded.stream()
                .collect(Collectors.groupingBy(
                        ReviewsFindings.Concluded::scene, Collectors.summingInt(ReviewsFindings.Concluded::files)));
        var byDefect =
                counted.stream()
                        .collect(Collectors.groupingBy(each -> each.scene() + "|" + each.question()))
                        .values()
                        .stream()
                        .map(same -> {
                            var one = same.getFirst();
                            var question = sheets.question(one.scene(), one.question());
                            return new ByDefect(
                                    one.scene(),
                                    one.question(),
                                    question.map(ReviewsSheets.Question::question)
                                            .orElse(""),
                                    sheets.word("Severity", one.severity()),
                                    same.stream()
                                            .mapToInt(ReviewsFindings.Counted::found)
                                            .sum(),
                                    same.stream()
                                            .mapToInt(ReviewsFindings.Counted::struck)
                                            .sum(),
                                    filesOfScene.getOrDefault(one.scene(), 0));
                        })
                        .sorted(java.util.Comparator.comparingInt((ByDefect each) -> each.struck() - each.found())
                                .thenComparing(ByDefect::code))
                        .toList();
        return new Findings(
                "评查完毕的件数是分母：两个人都查完、并已告知结果的；问题按检查单的编号计，申辩成立撤销的另列，不计入。只说材料和办理的问题，不给人打分。",
                from,
                until,
                work.now(),
                files,
                concluded.stream().mapToInt(ReviewsFindings.Concluded::faulty).sum(),
                concluded.stream()
                        .mapToInt(ReviewsFindings.Concluded::confirmed)
                        .sum(),
                findings.progress(),
                byDefect,
                byOffice(work, concluded, counted));
    }

    private List<ByOffice> byOffice(
            Work work, List<ReviewsFindings.Concluded> concluded, List<ReviewsFindings.Counted> counted) {
        var directory = offices.at(work);
        return concluded.stream()
                .collect(Collectors.groupingBy(ReviewsFindings.Concluded::handling))
                .entrySet()
                .stream()
                .map(office -> new ByOffice(
                        office.getKey()
                                .flatMap(directory::agency)
                                .map(Agency::name)
                                .orElse("没有承办单位"),
                        office.getValue().stream()
                                .mapToInt(ReviewsFindings.Concluded::files)
                                .sum(),
                        office.getValue().stream()
                                .mapToInt(ReviewsFindings.Concluded::faulty)
                                .sum(),
                        office.getValue().stream()
                                .mapToInt(ReviewsFindings.Concluded::confirmed)
                                .sum(),
                        counted.stream()
                                .filter(each -> each.handling().equals(office.getKey()))
                                .mapToInt(each -> each.found() - each.struck())
                                .sum()))
                .sorted(java.util.Comparator.comparing(ByOffice::office))
                .toList();
    }
}
