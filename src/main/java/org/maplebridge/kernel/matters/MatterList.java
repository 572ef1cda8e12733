package org.maplebridge.kernel.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Page;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The list of matters within reach, what is due first in front, the closed ones behind.
@Component
class MatterList {

    private final Transactions transactions;
    private final JdbcClient db;
    private final MatterRowsView rows;
    private final Offices offices;
    private final Codes codes;

    MatterList(Transactions transactions, JdbcClient db, MatterRowsView rows, Offices offices, Codes codes) {
        this.codes = codes;
        this.transactions = transactions;
        this.db = db;
        this.rows = rows;
        this.offices = offices;
    }

    private record Candidate(boolean closed, String due, UUID matter, boolean shown) {

        List<Object> key() {
            return List.of(closed, due, matter.toString());
        }
    }

    Page<MatterRow> find(Actor actor, ListQuery.Filter filter) {
        return transactions.run(within(actor.scope(), filter), work -> page(work, actor, filter));
    }

    /// Whoever sees an area sees each area in it.
    private static Scope within(Scope scope, ListQuery.Filter filter) {
        var widened = scope;
        if (filter.area().isPresent()) {
            var area = filter.area().get();
            for (String held : scope.units()) {
                int bar = held.indexOf('|');
                if (held.startsWith("a:") && ListQuery.covers(held.substring(2, bar), area)) {
                    widened = widened.with("a:" + area + held.substring(bar));
                }
            }
        }
        return widened;
    }

    private Page<MatterRow> page(Work work, Actor actor, ListQuery.Filter asked) {
        // a code is found wherever its matter stands in the list, however long that is
        var filter = asked.words().flatMap(codes::matter).map(asked::coded).orElse(asked);
        if (filter.area().filter(area -> offices.at(work).area(area).isEmpty()).isPresent()) {
            throw new Refused(Problem.fields(List.of(new Problem.Field("area", "没有这个地方，请从列表里选。"))));
        }
        var query = new ListQuery(actor.scope(), filter);
        var sql = query.sql();
        if (sql.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        var candidates = db.sql(sql.get())
                .params(query.values())
                .query((row, at) -> new Candidate(
                        row.getBoolean("closed"),
                        row.getString("due"),
                        row.getObject("matter", UUID.class),
                        row.getBoolean("shown")))
                .list();
        var kept = new ArrayList<Candidate>();
        Optional<String> next = Optional.empty();
        for (Candidate candidate : candidates) {
            if (candidate.shown() && kept.size() == filter.limit()) {
                next = Optional.of(Page.encode(kept.getLast().key()));
                break;
            }
            if (candidate.shown()) {
                kept.add(candidate);
            }
        }
        if (next.isEmpty() && filter.needsMatter() && candidates.size() == query.candidates()) {
            next = Optional.of(Page.encode(candidates.getLast().key()));
        }
        return new Page<>(
                rows.rows(work, actor, kept.stream().map(Candidate::matter).toList()), next);
    }
}
