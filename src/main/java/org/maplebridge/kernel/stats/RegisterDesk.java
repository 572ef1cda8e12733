package org.maplebridge.kernel.stats;

import java.math.BigDecimal;
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
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.stats.Register.Honour;
import org.maplebridge.kernel.stats.Register.Target;
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

/// Supervisors enter the goals of a year with their source, and honours with their paper.
@RestController
class RegisterDesk {

    private static final String SUPERVISOR = "kernel.supervisor";
    private static final String TARGETS = "/api/stats/targets";
    private static final String HONOURS = "/api/stats/honours";
    private static final int MOST = 500;
    private static final int LONGEST = 200;

    private final Transactions transactions;
    private final Register register;
    private final Metrics metrics;
    private final Offices offices;

    RegisterDesk(Transactions transactions, Register register, Metrics metrics, Offices offices) {
        this.transactions = transactions;
        this.register = register;
        this.metrics = metrics;
        this.offices = offices;
    }

    record TargetSaid(
            @Nullable String metric,
            @Nullable String area,
            @Nullable Integer year,
            @Nullable BigDecimal value,
            @Nullable String source) {}

    record HonourSaid(
            @Nullable String area,
            @Nullable String holder,
            @Nullable String title,
            @Nullable String givenBy,
            @Nullable LocalDate day,
            @Nullable String paper) {}

    @GetMapping(TARGETS)
    @Allowed(Allowed.Door.OFFICERS)
    Items<Target> targets(@RequestParam Optional<String> area, Actor actor) {
        return transactions.run(
                actor.scope(),
                work -> new Items<>(register.targets(
                        Asked.own(offices.at(work), actor, area), Optional.empty(), 0, Integer.MAX_VALUE)));
    }

    @PostMapping(path = TARGETS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.OFFICERS, roles = SUPERVISOR)
    @ResponseStatus(HttpStatus.CREATED)
    Items<Target> set(@RequestBody TargetSaid said, Actor actor) {
        var faults = new ArrayList<Problem.Field>();
        var metric = words(faults, "metric", "哪个指标", said.metric());
        var source = words(faults, "source", "出自哪里", said.source());
        int year = Optional.ofNullable(said.year()).orElse(0);
        if (year < 2000 || year > 2200) {
            faults.add(new Problem.Field("year", "年份应是四位数，如 2026。"));
        }
        var value = Optional.ofNullable(said.value()).filter(RegisterDesk::fits);
        if (value.isEmpty()) {
            faults.add(new Problem.Field("value", "目标值应是不小于零的数，最多两位小数。"));
        }
        refuse(faults);
        var known = metrics.metric(metric);
        return transactions.run(actor.scope(), work -> {
            var area = Asked.own(offices.at(work), actor, Optional.ofNullable(said.area()));
            if (!register.set(work, actor, known.name(), area, year, value.orElseThrow(), source)) {
                throw there("这个地方" + year + "年的“" + known.title() + "”已经有目标。");
            }
            return new Items<>(register.targets(area, Optional.of(known.name()), year, year));
        });
    }

    @DeleteMapping(TARGETS + "/{id}")
    @Allowed(value = Allowed.Door.OFFICERS, roles = SUPERVISOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropTarget(@PathVariable UUID id, Actor actor) {
        drop("target", "目标", id, actor);
    }

    @GetMapping(HONOURS)
    @Allowed(Allowed.Door.OFFICERS)
    Items<Honour> honours(@RequestParam Optional<String> area, Actor actor) {
        return transactions.run(
                actor.scope(), work -> new Items<>(register.honours(Asked.own(offices.at(work), actor, area), MOST)));
    }

    @PostMapping(path = HONOURS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(value = Allowed.Door.OFFICERS, roles = SUPERVISOR)
    @ResponseStatus(HttpStatus.CREATED)
    Items<Honour> enter(@RequestBody HonourSaid said, Actor actor) {
        var faults = new ArrayList<Problem.Field>();
        var holder = words(faults, "holder", "授予谁", said.holder());
        var title = words(faults, "title", "什么荣誉", said.title());
        var giver = words(faults, "givenBy", "谁授予的", said.givenBy());
        var day = Optional.ofNullable(said.day());
        if (day.isEmpty()) {
            faults.add(new Problem.Field("day", "还没填授予的日子。"));
        }
        var paper = Optional.ofNullable(said.paper()).map(String::strip).filter(words -> !words.isEmpty());
        if (paper.map(String::length).orElse(0) > LONGEST) {
            faults.add(new Problem.Field("paper", "文号最多 " + LONGEST + " 字。"));
        }
        refuse(faults);
        return transactions.run(actor.scope(), work -> {
            var area = Asked.own(offices.at(work), actor, Optional.ofNullable(said.area()));
            if (day.orElseThrow().isAfter(work.today())) {
                refuse(List.of(new Problem.Field("day", "授予的日子不能在今天之后。")));
            }
            if (!register.enter(work, actor, area, holder, title, giver, day.orElseThrow(), paper)) {
                throw there("这项荣誉已经登记过。");
            }
            return new Items<>(register.honours(area, MOST));
        });
    }

    @DeleteMapping(HONOURS + "/{id}")
    @Allowed(value = Allowed.Door.OFFICERS, roles = SUPERVISOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropHonour(@PathVariable UUID id, Actor actor) {
        drop("honour", "荣誉", id, actor);
    }

    private void drop(String table, String what, UUID id, Actor actor) {
        transactions.run(actor.scope(), work -> {
            var area = register.area(table, id).orElseThrow(() -> Refused.notFound(what));
            Asked.own(offices.at(work), actor, Optional.of(area));
            register.remove(table, id);
            return true;
        });
    }

    private static boolean fits(BigDecimal value) {
        return value.signum() >= 0 && value.scale() <= 2 && value.precision() - value.scale() <= 12;
    }

    private static String words(List<Problem.Field> faults, String field, String title, @Nullable String said) {
        var words = said == null ? "" : said.strip();
        if (words.isEmpty()) {
            faults.add(new Problem.Field(field, "还没填“" + title + "”。"));
        } else if (words.length() > LONGEST) {
            faults.add(new Problem.Field(field, "“" + title + "”最多 " + LONGEST + " 字。"));
        }
        return words;
    }

    private static void refuse(List<Problem.Field> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(Problem.fields(faults));
        }
    }

    private static Refused there(String why) {
        return new Refused(Problem.of(409, "there-already", "已经有了", why)
                .withRule("stats.register")
                .withArticle("本地默认")
                .withNext("要改，先删掉原来的，再登记一次。"));
    }
}
