package org.maplebridge.scenes.allowances;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.scenes.allowances.Allowance.Drawn;
import org.maplebridge.scenes.allowances.Allowance.Line;
import org.maplebridge.scenes.allowances.Allowance.Objection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of one sheet of allowances.
@Component
class AllowancesStore {

    private static final String TAKEN = "select allowances.taken(:office, :month)";

    private static final String LISTED = "select allowances.listed(:matter, :about, :round)";

    private static final String OPEN = """
        insert into allowances.sheet (matter, code, office, office_name, area, month)
        values (:matter, :code, :office, :name, :area, :month)\
        """;

    private static final String FIND = "select * from allowances.sheet where matter = :matter";
    private static final String LINES = "select * from allowances.line where matter = :matter order by no";
    private static final String OBJECTIONS = "select * from allowances.objection where matter = :matter order by no";

    private static final String ADD = """
        insert into allowances.line
               (matter, no, about, code, closed, category, doer, form, mediator, mediator_name, staff, state, why,
                round, amount, earlier)
        values (:matter, :no, :about, :code, :closed, :category, :doer, :form, :mediator, :name, :staff, :state, :why,
                :round, :amount, :earlier)\
        """;

    private static final String KEEP = """
        update allowances.line
           set mediator = :mediator, mediator_name = :name, staff = :staff, weight = :weight, why_weight = :whyWeight,
               graders = :graders, state = :state, why = :why, round = :round, amount = :amount, confirmed = :confirmed,
               drawn = :drawn, result = :result, result_why = :resultWhy, checker = :checker,
               checkers = :checkers
         where matter = :matter and no = :no\
        """;

    private static final String SHOW = """
        update allowances.sheet
           set shown_at = :at, shown_until = :until, plan = :plan, log_size = null, root = null, seed = null,
               shown_after = (select coalesce(max(o.no), 0) from allowances.objection o where o.matter = :matter)
         where matter = :matter\
        """;

    private static final String PLAN = "select plan from allowances.sheet where matter = :matter and plan is not null";

    private static final String DRAWN =
            "update allowances.sheet set log_size = :size, root = :root, seed = :seed where matter = :matter";

    private static final String MARK =
            "update allowances.line set drawn = true where matter = :matter and no = any(:numbers)";

    private static final String SEND_BACK =
            "update allowances.sheet set sent_back = :reason, whole = true, shown_until = null where matter = :matter";

    private static final String UNMARK = """
        update allowances.line
           set drawn = false, result = null, result_why = null, checker = null
         where matter = :matter and state <> 'OUT'\
        """;

    private static final String APPROVE =
            "update allowances.sheet set approver = :who, approved_on = :day where matter = :matter";

    private static final String PAY =
            "update allowances.sheet set voucher = :voucher, paid_on = :day where matter = :matter";

    private static final String DROP = "update allowances.sheet set dropped = :reason where matter = :matter";

    private static final String CONTEST = """
        insert into allowances.objection (matter, no, line, day, reason)
        select :matter, coalesce(max(no), 0) + 1, :line, :day, :reason
          from allowances.objection
         where matter = :matter\
        """;

    private static final String DECIDE = """
        update allowances.objection
           set decider = :who, upheld = :upheld, decision = :words
         where matter = :matter and no = :no\
        """;

    private final JdbcClient db;

    AllowancesStore(JdbcClient db) {
        this.db = db;
    }

    /// Whether there is a sheet already, whoever may see it.
    boolean taken(UUID office, LocalDate month) {
        return db.sql(TAKEN)
                .param("office", office)
                .param("month", month)
                .query(Boolean.class)
                .single();
    }

    void open(UUID matter, String code, Allowance.Place place, LocalDate month) {
        db.sql(OPEN)
                .param("matter", matter)
                .param("code", code)
                .param("office", place.office())
                .param("name", place.name())
                .param("area", place.area())
                .param("month", month)
                .update();
    }

    Allowance find(UUID matter) {
        return maybe(matter).orElseThrow();
    }

    Optional<Allowance> maybe(UUID matter) {
        return db.sql(FIND).param("matter", matter).query(AllowanceRows::sheet).optional();
    }

    List<Line> lines(UUID matter) {
        return db.sql(LINES).param("matter", matter).query(AllowanceRows::line).list();
    }

    List<Objection> objections(UUID matter) {
        return db.sql(OBJECTIONS)
                .param("matter", matter)
                .query(AllowanceRows::objection)
                .list();
    }

    void add(UUID matter, Line line) {
        db.sql(ADD)
                .param("matter", matter)
                .param("no", line.no())
                .param("about", line.file().id())
                .param("code", line.file().code())
                .param("closed", line.file().closed())
                .param("category", line.file().category())
                .param("doer", line.file().doer().orElse(null))
                .param("form", line.file().form().map(Enum::name).orElse(null))
                .param("mediator", line.mediator().map(Allowance.Mediator::line).orElse(null))
                .param("name", line.mediator().map(Allowance.Mediator::name).orElse(null))
                .param(
                        "staff",
                        line.mediator().flatMap(Allowance.Mediator::staff).orElse(null))
                .param("state", line.state().name())
                .param("why", line.why().orElse(null))
                .param("round", line.round())
                .param("amount", line.sum())
                .param("earlier", line.back().map(Allowance.Back::sheet).orElse(null))
                .update();
    }

    /// The number of another sheet that pays the file of this line, whoever may see it.
    Optional<String> listedElsewhere(UUID matter, Line line) {
        return db.sql(LISTED)
                .param("matter", matter)
                .param("about", line.file().id())
                .param("round", line.round())
                .query((row, at) -> AllowanceRows.text(row, "listed"))
                .single();
    }

    void keep(UUID matter, Line line) {
        db.sql(KEEP)
                .param("matter", matter)
                .param("no", line.no())
                .param("mediator", line.mediator().map(Allowance.Mediator::line).orElse(null))
                .param("name", line.mediator().map(Allowance.Mediator::name).orElse(null))
                .param(
                        "staff",
                        line.mediator().flatMap(Allowance.Mediator::staff).orElse(null))
                .param("weight", line.graded().weight().map(Enum::name).orElse(null))
                .param("whyWeight", line.graded().why().orElse(null))
                .param("graders", line.hands().graders().toArray(UUID[]::new))
                .param("checkers", line.hands().checkers().toArray(UUID[]::new))
                .param("state", line.state().name())
                .param("why", line.why().orElse(null))
                .param("round", line.round())
                .param("amount", line.sum())
                .param(
                        "confirmed",
                        line.back().flatMap(Allowance.Back::confirmed).orElse(null))
                .param("drawn", line.drawn())
                .param(
                        "result",
                        line.checked().map(each -> each.result().name()).orElse(null))
                .param(
                        "resultWhy",
                        line.checked().flatMap(Allowance.Checked::why).orElse(null))
                .param("checker", line.checked().map(Allowance.Checked::checker).orElse(null))
                .update();
    }

    void show(UUID matter, Instant at, LocalDate until, String plan) {
        db.sql(SHOW)
                .param("matter", matter)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("until", until)
                .param("plan", plan)
                .update();
    }

    /// What was fixed when it was shown last.
    Optional<String> plan(UUID matter) {
        return db.sql(PLAN).param("matter", matter).query(String.class).optional();
    }

    void drawn(UUID matter, Drawn drawn, List<Integer> numbers) {
        db.sql(DRAWN)
                .param("matter", matter)
                .param("size", drawn.size())
                .param("root", drawn.root())
                .param("seed", drawn.seed())
                .update();
        db.sql(MARK)
                .param("matter", matter)
                .param("numbers", numbers.toArray(Integer[]::new))
                .update();
    }

    /// Drawn anew when it is shown again; what was found out stays out.
    void sendBack(UUID matter, String reason) {
        db.sql(SEND_BACK).param("matter", matter).param("reason", reason).update();
        db.sql(UNMARK).param("matter", matter).update();
    }

    void approve(UUID matter, UUID who, LocalDate day) {
        db.sql(APPROVE)
                .param("matter", matter)
                .param("who", who)
                .param("day", day)
                .update();
    }

    void pay(UUID matter, String voucher, LocalDate day) {
        db.sql(PAY)
                .param("matter", matter)
                .param("voucher", voucher)
                .param("day", day)
                .update();
    }

    void drop(UUID matter, String reason) {
        db.sql(DROP).param("matter", matter).param("reason", reason).update();
    }

    void contest(UUID matter, int line, LocalDate day, String reason) {
        db.sql(CONTEST)
                .param("matter", matter)
                .param("line", line)
                .param("day", day)
                .param("reason", reason)
                .update();
    }

    void decide(UUID matter, int no, Allowance.Decision decision) {
        db.sql(DECIDE)
                .param("matter", matter)
                .param("no", no)
                .param("who", decision.decider())
                .param("upheld", decision.upheld())
                .param("words", decision.words())
                .update();
    }
}
