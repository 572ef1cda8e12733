package org.maplebridge.kernel.imports;

import java.util.List;
import java.util.regex.Pattern;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How an office reads its registers, kept under names: once for each form of register, in versions.
@RestController
class MappingsDesk {

    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}\\w（）()-]{1,40}");

    private final Transactions transactions;
    private final MappingStore store;
    private final Registers registers;

    MappingsDesk(Transactions transactions, MappingStore store, Registers registers) {
        this.transactions = transactions;
        this.store = store;
        this.registers = registers;
    }

    /// Of one office, by name.
    record MappingList(List<MappingStore.Kept> items) {}

    /// A mapping and its name.
    record Keeping(String name, Mapping mapping) {}

    @GetMapping("/api/import-mappings")
    @Allowed(value = Allowed.Door.OFFICERS, roles = RegistersDesk.ROLE)
    MappingList list(Actor actor) {
        return new MappingList(transactions.run(Imports.SCOPE, work -> store.latest(RegistersDesk.office(actor))));
    }

    /// Keeps a mapping; one of the same name gets a new version.
    @PostMapping("/api/import-mappings")
    @Allowed(value = Allowed.Door.OFFICERS, roles = RegistersDesk.ROLE)
    @ResponseStatus(HttpStatus.CREATED)
    MappingStore.Kept keep(Actor actor, @RequestBody Keeping said) {
        var name = said.name().strip();
        if (!NAME.matcher(name).matches()) {
            throw RegistersDesk.refused("名称应是 1 到 40 个汉字、字母、数字。", "imports.mapping", "换一个名称。");
        }
        var agency = RegistersDesk.office(actor);
        return RegistersDesk.readable(() -> transactions.run(Imports.SCOPE, work -> {
            registers.form(said.mapping().scene());
            store.add(work, agency, name, said.mapping(), actor.name());
            return store.find(agency, name).orElseThrow();
        }));
    }

    /// As a file, for `./maplebridge import register FILE --mapping`.
    @GetMapping(path = "/api/import-mappings/{name}", produces = MediaType.TEXT_PLAIN_VALUE)
    @Allowed(value = Allowed.Door.OFFICERS, roles = RegistersDesk.ROLE)
    String export(Actor actor, @PathVariable String name) {
        return transactions.run(
                Imports.SCOPE,
                work -> store.find(RegistersDesk.office(actor), name)
                        .map(kept -> MappingFile.text(kept.mapping()))
                        .orElseThrow(() -> Refused.notFound("对应关系")));
    }
}
