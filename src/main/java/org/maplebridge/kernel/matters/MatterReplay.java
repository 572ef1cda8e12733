package org.maplebridge.kernel.matters;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maplebridge.kernel.matters.MatterStore.Loaded;
import org.maplebridge.kernel.trail.Envelope;
import org.maplebridge.kernel.trail.Replay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Folds each chain through its lifecycle and compares the end with the matter that is kept, to the last row.
@Component
class MatterReplay implements Replay {

    private static final String UNCHAINED = """
            select m.id
              from matters.matter m
             where not exists (select from trail.entry e where e.matter = m.id)
             order by m.id
             limit 100""";

    private static final String ORPHANS = """
            select distinct matter
              from (select matter from matters.deadline
                    union all select matter from matters.party
                    union all select matter from matters.link
                    union all select matter from matters.code
                    union all select matter from trail.matter_key
                    union all select matter from ground.recused
                    union all select matter from ground.reach) kept
             where not exists (select from matters.matter m where m.id = kept.matter)
             limit 100""";

    private final MatterStore store;
    private final SceneBook scenes;
    private final Facts facts;
    private final JdbcClient db;

    MatterReplay(MatterStore store, SceneBook scenes, Facts facts, JdbcClient db) {
        this.store = store;
        this.scenes = scenes;
        this.facts = facts;
        this.db = db;
    }

    @Override
    public List<Fault> replay(List<Chain> chains) {
        var faults = new ArrayList<Fault>();
        Map<UUID, Loaded> kept = loaded(chains, faults);
        Map<UUID, List<String>> rows = rows(kept);
        for (Chain chain : chains) {
            var loaded = kept.get(chain.matter());
            if (loaded == null) {
                faults.add(Fault.at(chain.matter(), chain.entries().size(), "轨迹还在，事项却不见了"));
                continue;
            }
            folded(chain, loaded.matter(), faults);
            facts(chain, loaded, rows.getOrDefault(chain.matter(), List.of()), faults);
        }
        return faults;
    }

    /// A row that can't even be read must not hide the others.
    private Map<UUID, Loaded> loaded(List<Chain> chains, List<Fault> faults) {
        var ids = chains.stream().map(Chain::matter).toList();
        try {
            return store.load(ids).stream()
                    .collect(Collectors.toMap(each -> each.matter().id(), Function.identity()));
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException | JacksonException unreadable) {
            return oneByOne(ids, faults);
        }
    }

    private Map<UUID, Loaded> oneByOne(List<UUID> ids, List<Fault> faults) {
        var found = new HashMap<UUID, Loaded>();
        for (UUID id : ids) {
            try {
                store.load(id).ifPresent(each -> found.put(id, each));
            } catch (IllegalArgumentException
                    | IllegalStateException
                    | DateTimeException
                    | JacksonException unreadable) {
                faults.add(Fault.at(id, 1, "事项的某一列读不出来：被改成了不可能的值"));
            }
        }
        return found;
    }

    private Map<UUID, List<String>> rows(Map<UUID, Loaded> kept) {
        var byScene = kept.values().stream()
                .collect(Collectors.groupingBy(
                        each -> each.matter().scene(),
                        Collectors.mapping(each -> each.matter().id(), Collectors.toList())));
        var all = new HashMap<UUID, List<String>>();
        byScene.forEach((scene, ids) -> all.putAll(facts.of(scene, ids)));
        return all;
    }

    private void folded(Chain chain, Matter matter, List<Fault> faults) {
        var last = chain.entries().getLast();
        var scene = scenes.find(matter.scene());
        if (scene.isEmpty()) {
            faults.add(Fault.at(chain.matter(), 1, "不认识的业务 " + matter.scene()));
            return;
        }
        var stage = "";
        for (Envelope entry : chain.entries()) {
            if (entry.seq() == 1) {
                stage = scene.get().life().start().name();
            } else {
                stage = after(scene.get(), entry, stage, faults);
            }
            if (!stage.equals(entry.stage())) {
                faults.add(
                        Fault.at(chain.matter(), entry.seq(), "这个动作之后应在“" + stage + "”，记的却是“" + entry.stage() + "”"));
                stage = entry.stage();
            }
        }
        boolean same = last.stage().equals(matter.stage().name())
                && last.seq() == matter.chain().version()
                && last.hash().equals(matter.chain().head())
                && last.life() == matter.life()
                && last.scene().equals(matter.scene())
                && last.recordedAt().equals(Envelope.moment(matter.chain().recordedAt()));
        if (!same) {
            faults.add(Fault.at(chain.matter(), last.seq(), "事项现在的状态与轨迹的末尾对不上：被绕过程序改过，或末尾被删过"));
        }
    }

    private static String after(SceneDef scene, Envelope entry, String before, List<Fault> faults) {
        var step = scene.life().steps(entry.life()).get(entry.verb());
        if (step == null) {
            boolean kernel = scene.shared().containsKey(entry.verb())
                    || KernelMoves.byWireName(entry.verb().replace("-from", "")).isPresent();
            if (!kernel) {
                faults.add(Fault.at(entry.matter(), entry.seq(), "没有“" + entry.verb() + "”这个动作"));
            }
            return before;
        }
        if (step.from().stream().noneMatch(from -> from.name().equals(before))) {
            faults.add(Fault.at(entry.matter(), entry.seq(), "“" + entry.verb() + "”不能从“" + before + "”做出"));
        }
        return step.to().map(Enum::name).orElse(before);
    }

    private static void facts(Chain chain, Loaded loaded, List<String> rows, List<Fault> faults) {
        if (chain.key().isEmpty()) {
            return;
        }
        var last = chain.entries().getLast();
        var digest = chain.key().get().factDigest(loaded.state().facts(rows));
        if (!digest.equals(last.fact())) {
            faults.add(Fault.at(chain.matter(), last.seq(), "事项的内容与轨迹记下的摘要对不上：有一行被绕过程序改过"));
        }
    }

    @Override
    public List<Fault> unchained() {
        var faults = new ArrayList<Fault>();
        db.sql(UNCHAINED)
                .query((row, at) -> row.getObject(1, UUID.class))
                .list()
                .forEach(id -> faults.add(Fault.at(id, 1, "有事项，却没有轨迹")));
        db.sql(ORPHANS)
                .query((row, at) -> row.getObject(1, UUID.class))
                .list()
                .forEach(id -> faults.add(Fault.at(id, 1, "有它的附属行，却没有事项")));
        return faults;
    }
}
