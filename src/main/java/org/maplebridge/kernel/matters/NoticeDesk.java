package org.maplebridge.kernel.matters;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.calendar.Calendars;
import org.maplebridge.kernel.calendar.Day;
import org.maplebridge.kernel.calendar.LegalCalendar;
import org.maplebridge.kernel.calendar.Notice;
import org.maplebridge.kernel.calendar.NoticeVerdict;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.Hash;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.SubmitKey;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Area;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The State Council's notices of holidays: which years are known, what a new one would change, and entering it. It
/// stands here because a notice moves limits, and the calendar knows nobody who asks.
@RestController
class NoticeDesk {

    private static final String LEGAL_OFFICER = "kernel.legal-officer";
    private static final int MOST_WORDS = 500;
    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 2;

    private final Transactions transactions;
    private final Offices offices;
    private final Calendars calendars;
    private final RecountStore store;
    private final NoticePreview previews;

    NoticeDesk(
            Transactions transactions,
            Offices offices,
            Calendars calendars,
            RecountStore store,
            NoticePreview previews) {
        this.transactions = transactions;
        this.offices = offices;
        this.calendars = calendars;
        this.store = store;
        this.previews = previews;
    }

    /// A notice as somebody types it.
    ///
    /// @param issued the day it bears, if known
    /// @param reason why it is entered; not needed for a preview
    record NoticeSaid(
            @Nullable Integer year,
            @Nullable String number,
            @Nullable LocalDate issued,
            @Nullable String title,
            @Nullable String url,
            @Nullable List<DaySaid> days,
            @Nullable String reason) {}

    /// A day off, or a make-up working day.
    record DaySaid(
            @Nullable LocalDate date,
            @Nullable String name,
            @Nullable Boolean off) {}

    /// A year and its paper, if it is known.
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record YearShown(int year, Optional<MatterPage.Paper> paper) {}

    /// How far computing again has come.
    ///
    /// @param moved how many matters were settled or put off
    /// @param waiting how many wait for a person to confirm a shortening
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record RecountShown(
            UUID id, String cause, Instant startedAt, int looked, int moved, int waiting, Optional<Instant> doneAt) {}

    record Known(List<YearShown> years, List<RecountShown> recounts) {}

    @GetMapping("/api/calendar/notices")
    @Allowed(
            value = Allowed.Door.SIGNED_IN,
            roles = {LEGAL_OFFICER, "kernel.supervisor"})
    Known known(Actor actor) {
        return transactions.run(actor.scope(), this::known);
    }

    private Known known(Work work) {
        LegalCalendar calendar = calendars.at(work);
        int now = work.today().getYear();
        return new Known(
                IntStream.rangeClosed(now - YEARS_BACK, now + YEARS_AHEAD)
                        .mapToObj(year ->
                                new YearShown(year, calendar.notice(year).map(NoticeDesk::paper)))
                        .toList(),
                store.newest().stream().map(NoticeDesk::shown).toList());
    }

    private static MatterPage.Paper paper(Notice notice) {
        return new MatterPage.Paper(notice.year(), notice.title(), notice.number(), notice.url());
    }

    private static RecountShown shown(RecountStore.Row row) {
        return new RecountShown(
                row.id(),
                row.reason().cause(),
                row.startedAt(),
                row.looked(),
                row.moved(),
                row.waiting(),
                row.doneAt());
    }

    /// What a notice would change; stores nothing.
    @PostMapping(path = "/api/calendar/notices/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = LEGAL_OFFICER)
    NoticePreview.Shown preview(@RequestBody NoticeSaid said, Actor actor) {
        refuseOutsiders(actor);
        var notice = notice(said);
        var days = days(said);
        return previews.of(actor, reason(notice), () -> accepted(calendars.preview(notice, days)));
    }

    @PostMapping(path = "/api/calendar/notices", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.SIGNED_IN, roles = LEGAL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    RecountShown enter(
            @RequestBody NoticeSaid said,
            @RequestHeader(name = "Idempotency-Key") Optional<String> given,
            Actor actor) {
        refuseOutsiders(actor);
        var key = SubmitKey.read(given);
        var notice = notice(said);
        var days = days(said);
        var why = why(said);
        var hash = Hash.sm3(Canonical.bytes(said));
        return transactions.run(actor.scope(), work -> {
            var before = store.byKey(actor.person(), key);
            if (before.filter(row -> !row.bodyHash().equals(hash)).isPresent()) {
                throw SubmitKey.reused();
            }
            if (before.isEmpty()) {
                accepted(calendars.enter(notice, days, actor.person().toString(), why, work.now()));
                store.add(work, reason(notice), actor.person(), key, hash);
            }
            return shown(store.byKey(actor.person(), key).orElseThrow());
        });
    }

    /// The calendar is one for the whole node, and so is entered at its top.
    private void refuseOutsiders(Actor actor) {
        boolean top = transactions.run(actor.scope(), work -> {
            var directory = offices.at(work);
            return actor.agency()
                    .flatMap(directory::agency)
                    .map(Agency::area)
                    .equals(directory.rootArea().map(Area::path));
        });
        if (!top) {
            throw Refused.notYours("日历是全县共用的，由县级单位的法制人员录入。");
        }
    }

    /// A notice may reach into the last month of the year before.
    private static RecountStore.Reason reason(Notice notice) {
        return new RecountStore.Reason(
                notice.title() + "（" + notice.number() + "）", LocalDate.of(notice.year() - 1, 12, 1), List.of());
    }

    private static LegalCalendar accepted(NoticeVerdict verdict) {
        return switch (verdict) {
            case NoticeVerdict.Accepted yes -> yes.after();
            case NoticeVerdict.Refused no ->
                throw new Refused(Problem.fields(no.problems().stream()
                                .map(each -> new Problem.Field(each.field(), each.message()))
                                .toList())
                        .withRule(no.problems().getFirst().rule())
                        .withNext("对照通知原文逐日核对。"));
        };
    }

    private static Notice notice(NoticeSaid said) {
        var faults = new ArrayList<Problem.Field>();
        if (said.year() == null || said.year() < 2008 || said.year() > 2200) {
            faults.add(new Problem.Field("year", "请填写这份通知安排的是哪一年。"));
        }
        var number = text("number", said.number(), faults);
        var title = text("title", said.title(), faults);
        var url = text("url", said.url(), faults);
        if (!url.isEmpty() && !url.matches("https?://\\S+")) {
            faults.add(new Problem.Field("url", "网址应以 http:// 或 https:// 开头。"));
        }
        if (!faults.isEmpty() || said.year() == null) {
            throw new Refused(Problem.fields(faults));
        }
        var issued = Optional.ofNullable(said.issued()).map(LocalDate::toString).orElse("");
        return new Notice(said.year(), number, issued, title, url);
    }

    private static String text(String field, @Nullable String said, List<Problem.Field> faults) {
        var kept = Words.kept(Optional.ofNullable(said).orElse(""));
        Words.fault(kept, MOST_WORDS, false).ifPresent(fault -> faults.add(new Problem.Field(field, fault)));
        return kept;
    }

    private static List<Day> days(NoticeSaid said) {
        var faults = new ArrayList<Problem.Field>();
        var days = new ArrayList<Day>();
        var all = Optional.ofNullable(said.days()).orElse(List.of());
        for (int at = 0; at < all.size(); at++) {
            var day = all.get(at);
            var date = day.date();
            var name = text("days." + at + ".name", day.name(), faults);
            if (date == null || day.off() == null) {
                faults.add(new Problem.Field("days." + at, "请写明哪一天，以及放假还是上班。"));
            } else {
                days.add(day.off() ? Day.off(date, name) : Day.work(date, name));
            }
        }
        if (all.isEmpty()) {
            faults.add(new Problem.Field("days", "请逐日填写放假和调休上班的日子。"));
        }
        if (all.size() > 200) {
            faults.add(new Problem.Field("days", "一年最多 200 天。"));
        }
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
        return days;
    }

    private static String why(NoticeSaid said) {
        var faults = new ArrayList<Problem.Field>();
        var why = text("reason", said.reason(), faults);
        if (why.isEmpty()) {
            faults.add(new Problem.Field("reason", "请写明为什么录入，如“国务院已公布”。"));
        }
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
        return why;
    }
}
