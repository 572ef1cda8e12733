package org.maplebridge.kernel.people;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Ids;
import org.maplebridge.kernel.ground.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Says that two personas are one person: within a domain by a merge that can be undone, across domains by a link that
/// nobody sees who sees only one side. In the work of a job, on an order of two people.
@Component
public class Bonds {

    private static final String STATE = """
            select p.domain, p.merged_into,
                   exists (select from people.persona m where m.merged_into = p.id) as stands_for_another
              from people.persona p
             where p.id = :id
               for update""";

    private static final String MERGE = "update people.persona set merged_into = :into where id = :id";

    private static final String SPLIT = """
            update people.persona
               set merged_into = null
             where id = :id or merged_into = :id""";

    private static final String LINK = """
            insert into people.link (id, ordered, one, other, made_at)
            values (:id, :order, :one, :other, :at)
            on conflict do nothing""";

    private static final String LINKED = """
            select case when one = :persona then other else one end
              from people.link
             where (one = :persona or other = :persona) and ended_at is null""";

    private final JdbcClient db;
    private final Personas personas;

    Bonds(JdbcClient db, Personas personas) {
        this.db = db;
        this.personas = personas;
    }

    private record State(String domain, Optional<UUID> into, boolean standsForAnother) {}

    private Optional<State> state(UUID persona) {
        return db.sql(STATE)
                .param("id", persona)
                .query((row, at) -> new State(
                        row.getString("domain"),
                        Optional.ofNullable(row.getObject("merged_into", UUID.class)),
                        row.getBoolean("stands_for_another")))
                .optional();
    }

    /// From now on the second stands for the first: who is told by the first's name and phone or number is the second.
    /// What each was a party to stays as it was.
    ///
    /// @return why it can't be, in Chinese; empty if it is done, or was before
    public Optional<String> merge(UUID merged, UUID into) {
        var first = state(merged);
        var second = state(into);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.of("其中一位的资料已经销毁。");
        }
        if (first.get().into().equals(Optional.of(into))) {
            return Optional.empty();
        }
        if (merged.equals(into)) {
            return Optional.of("两边已经是同一个人。");
        }
        if (!first.get().domain().equals(second.get().domain())) {
            return Optional.of("两位在不同的保密域，不能合并，只能核对。");
        }
        if (first.get().into().isPresent()
                || first.get().standsForAnother()
                || second.get().into().isPresent()) {
            return Optional.of("其中一位已经与别人合并，请先拆开。");
        }
        if (differ(merged, into)) {
            return Optional.of("两位的证件号码不同，不是同一个人。");
        }
        db.sql(MERGE).param("id", merged).param("into", into).update();
        return Optional.empty();
    }

    /// Takes a merge back: this persona, and those it stands for, are on their own again.
    ///
    /// @return why it can't be, in Chinese; empty if it is done
    public Optional<String> split(UUID persona) {
        return db.sql(SPLIT).param("id", persona).update() > 0 ? Optional.empty() : Optional.of("这一位的资料已经销毁。");
    }

    /// Says that two personas of different domains are one person.
    ///
    /// @param order the order it rests on
    /// @return why it can't be, in Chinese; empty if it is done, or was before
    public Optional<String> link(Work work, UUID order, UUID one, UUID other) {
        var first = state(one);
        var second = state(other);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.of("其中一位的资料已经销毁。");
        }
        if (first.get().domain().equals(second.get().domain())) {
            return Optional.of("两位在同一个域，请用合并。");
        }
        if (differ(one, other)) {
            return Optional.of("两位的证件号码不同，不是同一个人。");
        }
        db.sql(LINK)
                .param("id", Ids.at(work.now()))
                .param("order", order)
                .param("one", one)
                .param("other", other)
                .param("at", work.now().atOffset(ZoneOffset.UTC))
                .update();
        return Optional.empty();
    }

    /// The personas that are the same person in other domains, as far as the scope sees both sides.
    public List<UUID> linked(UUID persona) {
        return db.sql(LINKED)
                .param("persona", persona)
                .query((row, at) -> row.getObject(1, UUID.class))
                .list();
    }

    /// Whether both have a number of one kind, and not the same.
    private boolean differ(UUID one, UUID other) {
        var numbers = personas.held(other);
        return personas.held(one).stream()
                .map(Personas.Held::identifier)
                .filter(identifier -> identifier.kind().unique())
                .anyMatch(identifier -> numbers.stream()
                        .map(Personas.Held::identifier)
                        .anyMatch(each -> each.kind() == identifier.kind()
                                && !each.value().equals(identifier.value())));
    }
}
