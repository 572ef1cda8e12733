package org.maplebridge.kernel.laws;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.engines.search.StatuteSearch;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How the texts came in, for those who answer for them.
@RestController
class LawImportsDesk {

    private final Transactions transactions;
    private final LawRuns runs;
    private final LawIndex index;
    private final Offices offices;

    LawImportsDesk(Transactions transactions, LawRuns runs, LawIndex index, Offices offices) {
        this.offices = offices;
        this.transactions = transactions;
        this.runs = runs;
        this.index = index;
    }

    /// @param folder its name, not where it lies
    /// @param wordsReadyMs from the beginning until all was found by words
    /// @param embedded how many provisions are found by meaning, of `embedTotal`; at the latest import only
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ImportShown(
            UUID id,
            Instant startedAt,
            Optional<Instant> endedAt,
            String state,
            String folder,
            int files,
            int done,
            int laws,
            int editions,
            int articles,
            int unchanged,
            int refused,
            Optional<Long> wordsReadyMs,
            Optional<Integer> embedded,
            Optional<Integer> embedTotal) {}

    /// @param kind `REFUSED`: nothing of the file was taken; `NOTICE`: it was
    record FindingShown(String kind, String file, int line, String what, String next) {}

    @GetMapping("/api/laws/imports")
    @Allowed(
            value = Allowed.Door.OFFICERS,
            roles = {"kernel.legal-officer", "kernel.registrar"})
    Items<ImportShown> all(Actor officer) {
        return transactions.run(officer.scope(), work -> {
            refuseOutsiders(work, officer);
            var latest = runs.latest();
            return new Items<>(latest.stream()
                    .map(run -> shown(run, run.equals(latest.getFirst())))
                    .toList());
        });
    }

    /// The library is the whole county's.
    private void refuseOutsiders(Work work, Actor officer) {
        var directory = offices.at(work);
        boolean top = officer.agency()
                .flatMap(directory::agency)
                .map(Agency::area)
                .equals(directory.rootArea().map(Area::path));
        if (!top) {
            throw Refused.notYours("法规库是全县共用的，由县级单位的法制人员或机构管理员看导入情况。");
        }
    }

    private ImportShown shown(LawRuns.Run run, boolean latest) {
        var state = index.search().filter(each -> latest).map(StatuteSearch::state);
        return new ImportShown(
                run.id(),
                run.startedAt(),
                run.endedAt(),
                run.state(),
                run.folder(),
                run.files(),
                run.done(),
                run.laws(),
                run.editions(),
                run.articles(),
                run.unchanged(),
                run.refused(),
                run.wordsReadyMs(),
                state.map(StatuteSearch.State::embedded),
                state.map(StatuteSearch.State::provisions));
    }

    @GetMapping("/api/laws/imports/{id}/report")
    @Allowed(
            value = Allowed.Door.OFFICERS,
            roles = {"kernel.legal-officer", "kernel.registrar"})
    Page<FindingShown> report(Actor officer, @PathVariable UUID id, @RequestParam Optional<String> after) {
        int from = after.map(said -> Page.decode(said, 1).get(0).asInt(0)).orElse(0);
        return transactions.run(officer.scope(), work -> {
            refuseOutsiders(work, officer);
            if (runs.find(id).isEmpty()) {
                throw Refused.notFound("次导入");
            }
            return Page.cut(runs.findings(id, from, Page.MOST + 1), Page.MOST, one -> List.of(one.no()))
                    .map(one -> new FindingShown(one.kind(), one.file(), one.line(), one.what(), one.next()));
        });
    }
}
