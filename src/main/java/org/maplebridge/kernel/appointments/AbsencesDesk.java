package org.maplebridge.kernel.appointments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Items;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.orgs.Absence;
import org.maplebridge.kernel.orgs.AbsenceReason;
import org.maplebridge.kernel.orgs.Absences;
import org.maplebridge.kernel.orgs.Directory;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.orgs.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who of an office is away. Written down by themselves, by the office's registrar or whoever sees the whole office.
/// Other offices read the days; the one word why is for their own.
@RestController
class AbsencesDesk {

    private final Transactions transactions;
    private final Absences absences;
    private final Offices offices;
    private final Heads heads;

    AbsencesDesk(Transactions transactions, Absences absences, Offices offices, Heads heads) {
        this.transactions = transactions;
        this.absences = absences;
        this.offices = offices;
        this.heads = heads;
    }

    /// @param reason for the own office only
    /// @param mayUndo whether the reader may say they are back
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AbsenceRow(
            UUID id,
            UUID staff,
            String name,
            LocalDate firstDay,
            LocalDate lastDay,
            Optional<String> reason,
            boolean mayUndo) {}

    /// @param staff who; whoever says so, if not said
    record NewAbsence(
            @Nullable UUID staff,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable AbsenceReason reason) {}

    @GetMapping("/api/absences")
    @Allowed(Allowed.Door.OFFICERS)
    Items<AbsenceRow> absences(
            Actor actor,
            @RequestParam Optional<UUID> agency,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to) {
        return new Items<>(transactions.run(actor.scope(), work -> {
            var days = DateRange.of(work, from, to);
            var office = agency.or(actor::agency).orElseThrow(() -> Refused.notFound("机构"));
            var directory = offices.at(work);
            var people = directory.staffOf(office).stream().map(Staff::id).toList();
            return directory.absences(people, days.from(), days.to()).stream()
                    .map(absence -> row(actor, directory, absence, work.today()))
                    .toList();
        }));
    }

    private AbsenceRow row(Actor actor, Directory directory, Absence absence, LocalDate today) {
        var office = directory.staff(absence.staff()).map(Staff::agency);
        return new AbsenceRow(
                absence.id(),
                absence.staff(),
                SessionReading.name(directory, absence.staff()),
                absence.firstDay(),
                absence.lastDay(),
                Optional.of(absence.reason().title()).filter(title -> office.equals(actor.agency())),
                !absence.lastDay().isBefore(today) && may(actor, directory, absence.staff()));
    }

    private boolean may(Actor actor, Directory directory, UUID staff) {
        return staff.equals(actor.person())
                || directory
                        .staff(staff)
                        .filter(person -> heads.arranges(actor, person.agency()))
                        .isPresent();
    }

    @PostMapping(path = "/api/absences", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.OFFICERS)
    @ResponseStatus(HttpStatus.CREATED)
    AbsenceRow enter(Actor actor, @RequestBody NewAbsence said) {
        var faults = new ArrayList<Problem.Field>();
        if (said.firstDay() == null) {
            faults.add(new Problem.Field("firstDay", "请填从哪一天起。"));
        }
        if (said.lastDay() == null) {
            faults.add(new Problem.Field("lastDay", "请填到哪一天为止。"));
        }
        if (said.reason() == null) {
            faults.add(new Problem.Field("reason", "请选原因。"));
        }
        if (said.firstDay() == null || said.lastDay() == null || said.reason() == null) {
            throw new Refused(Problem.fields(faults));
        }
        var first = said.firstDay();
        var last = said.lastDay();
        var reason = said.reason();
        return transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            var who = Optional.ofNullable(said.staff()).orElse(actor.person());
            if (directory.staff(who).isEmpty()) {
                throw new Refused(Problem.fields(List.of(new Problem.Field("staff", "没有这位工作人员，请从列表里选。"))));
            }
            if (!may(actor, directory, who)) {
                throw Refused.notYours("别人不在岗，由他本人、本单位负责人或机构管理员登记。");
            }
            var entered = absences.enter(work, who, first, last, reason, actor.id());
            return row(actor, directory, entered, work.today());
        });
    }

    /// They are back: one that has begun ended yesterday, one that hasn't never was.
    @DeleteMapping("/api/absences/{id}")
    @Allowed(Allowed.Door.OFFICERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void back(Actor actor, @PathVariable UUID id) {
        transactions.run(actor.scope(), work -> {
            var absence = absences.find(id).orElseThrow(() -> Refused.notFound("登记"));
            if (!may(actor, offices.at(work), absence.staff())) {
                throw Refused.notYours("由他本人、本单位负责人或机构管理员撤销。");
            }
            absences.back(work, absence);
            return true;
        });
    }
}
