package org.maplebridge.kernel.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Takings;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.imports.RegisterStore.Register;
import org.maplebridge.kernel.imports.RegisterStore.State;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Old registers of an office: brought, checked, run, undone. What takes long goes on by itself; a page asks how far it
/// has come.
@RestController
class RegistersDesk {

    static final String ROLE = "kernel.registrar";
    private static final int MOST_FINDINGS = 200;
    private static final int MOST_REFUSED = 200_000;
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Transactions transactions;
    private final RegisterStore store;
    private final FindingStore findings;
    private final RegisterKeys keys;
    private final Registers registers;
    private final RegisterPreview preview;
    private final Takings takings;

    RegistersDesk(
            Transactions transactions,
            RegisterStore store,
            FindingStore findings,
            RegisterKeys keys,
            Registers registers,
            RegisterPreview preview,
            Takings takings) {
        this.transactions = transactions;
        this.store = store;
        this.findings = findings;
        this.keys = keys;
        this.registers = registers;
        this.preview = preview;
        this.takings = takings;
    }

    /// All of an office, the newest first.
    record RegisterList(List<Register> items) {}

    @GetMapping("/api/imports")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ROLE)
    RegisterList list(Actor actor) {
        return new RegisterList(transactions.run(Imports.SCOPE, work -> store.of(office(actor))));
    }

    /// Takes a file in and reads it once, so that one that can't be read is refused at once.
    @PostMapping(path = "/api/imports", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Allowed(value = Allowed.Door.OFFICERS, roles = ROLE)
    @ResponseStatus(HttpStatus.CREATED)
    Register bring(Actor actor, @RequestParam String name, HttpServletRequest http) {
        var agency = office(actor);
        var file = Words.shown(Words.kept(name));
        byte[] content = content(http);
        var grid = readable(() -> RegisterFile.parse(file, content));
        int lines = grid.sheets().stream()
                .mapToInt(sheet -> sheet.lines().size())
                .max()
                .orElse(0);
        return transactions.run(Imports.SCOPE, work -> {
            int most = preview.mostLines(work);
            if (lines > most) {
                throw refused("一份旧台账最多 " + most + " 行，这一份有 " + lines + " 行。", "imports.most-lines", "分成几份再导入。");
            }
            var id = RegisterStore.fresh(work);
            store.add(work, actor, grid, content.length, lines, keys.seal(id, content), id);
            return store.find(id).filter(one -> one.agency().equals(agency)).orElseThrow();
        });
    }

    private static byte[] content(HttpServletRequest http) {
        try {
            return http.getInputStream().readNBytes(RegisterFile.MOST_BYTES + 1);
        } catch (IOException cut) {
            throw new Refused(Problem.of(400, "cut", "内容没有传完", "连接中途断开。").withNext("再传一次。"));
        }
    }

    @GetMapping("/api/imports/{id}")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ROLE)
    Register one(Actor actor, @PathVariable UUID id) {
        return transactions.run(Imports.SCOPE, work -> own(actor, store.find(id)));
    }

    /// How a file looks under a mapping, and what is suggested where the mapping says nothing.
    @PostMapping("/api/imports/{id}/preview")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ROLE)
    RegisterPreview.Preview preview(Actor actor, @PathVariable UUID id, @RequestBody Mapping mapping) {
        return readable(() -> transactions.run(Imports.SCOPE, work -> {
            var register = own(actor, store.find(id));
            return preview.of(work, register, registers.grid(id), mapping);
        }));
    }

    /// Begins to go through it without writing anything.
    @PostMapping("/api/imports/{id}/check")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ROLE)
    Register check(Actor actor, @PathVariable UUID id, @RequestBody Mapping mapping) {
        readable(() -> transactions.run(Imports.SCOPE, work -> {
            own(actor, store.find(id));
            return registers.reading(work, registers.grid(id), mapping, office(actor));
        }));
        return begun(
                actor, id, Set.of(State.UPLOADED, State.CHECKED, State.UNDONE), State.CHECKING, Optional.of(mapping));
    }

    /// Begins to bring it in, as it was checked.
    @PostMapping("/api/imports/{id}/run")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ROLE)
    Register run(Actor actor, @PathVariable UUID id) {
        return begun(actor, id, Set.of(State.CHECKED), State.RUNNING, Optional.empty());
    }

    /// Begins to take back what it brought, as far as nobody has acted on it.
    @PostMapping("/api/imports/{id}/undo")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ROLE)
    Register undo(Actor actor, @PathVariable UUID id) {
        return begun(actor, id, Set.of(State.DONE), State.UNDOING, Optional.empty());
    }

    private Register begun(Actor actor, UUID id, Set<State> from, State to, Optional<Mapping> mapping) {
        return transactions.run(Imports.SCOPE, work -> {
            var register = own(actor, store.hold(id));
            boolean undone = to == State.UNDOING && register.batch().isEmpty();
            if (!from.contains(register.state()) || undone) {
                throw refused(
                        register.state().going() ? "正在办，办完才能接着做别的。" : "现在不能做这一步。", "imports.state", "刷新页面，看现在到了哪一步。");
            }
            if (!register.kept() && to != State.UNDOING) {
                throw refused("文件已经按期限删除。", "imports.kept-days", "重新上传这份文件。");
            }
            store.state(work, id, to, mapping, Optional.empty());
            return store.find(id).orElseThrow();
        });
    }

    /// What was found.
    ///
    /// @param next where to go on; empty at the end
    record Findings(List<Finding> items, Optional<String> next) {}

    @GetMapping("/api/imports/{id}/findings")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ROLE)
    Findings findings(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) Optional<Finding.Kind> kind,
            @RequestParam(required = false) Optional<Integer> after) {
        return transactions.run(Imports.SCOPE, work -> {
            own(actor, store.find(id));
            var kinds = kind.map(each -> List.of(each.name())).orElse(List.of("KEPT", "LIKELY", "REFUSED"));
            var found = findings.findings(id, after.orElse(0), "~", kinds, MOST_FINDINGS);
            return new Findings(
                    found,
                    found.size() < MOST_FINDINGS
                            ? Optional.empty()
                            : Optional.of(String.valueOf(found.getLast().no())));
        });
    }

    /// The refused lines as a workbook: as they stood, and why.
    @GetMapping(path = "/api/imports/{id}/refused", produces = SHEET)
    @Allowed(value = Allowed.Door.OFFICERS, roles = ROLE)
    ResponseEntity<Resource> refused(Actor actor, @PathVariable UUID id) {
        var book = readable(() -> transactions.run(Imports.SCOPE, work -> {
            var register = own(actor, store.find(id));
            var mapping = register.mapping().orElse(Mapping.NOTHING);
            var grid = registers.grid(id);
            var sheet = Registers.headed(Registers.sheet(grid, mapping.sheet()), mapping);
            var lines = findings.findings(id, 0, "", List.of("REFUSED"), MOST_REFUSED);
            takings.book(work, actor, new Takings.Book("旧台账里没有收的行", "", List.of()), lines.size());
            return RefusedBook.of(sheet, lines);
        }));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SHEET))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("refused.xlsx")
                                .build()
                                .toString())
                .body(new ByteArrayResource(book));
    }

    /// Deletes the file and what was found in it; what was brought in stays.
    @DeleteMapping("/api/imports/{id}")
    @Allowed(value = Allowed.Door.OFFICERS, roles = ROLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Actor actor, @PathVariable UUID id) {
        transactions.run(Imports.SCOPE, work -> {
            if (own(actor, store.hold(id)).state().going()) {
                throw refused("正在办，办完才能删除。", "imports.state", "等它办完再删。");
            }
            store.drop(id);
            return true;
        });
        registers.forget(id);
    }

    static UUID office(Actor actor) {
        return actor.agency().orElseThrow(() -> Refused.notFound("单位"));
    }

    /// Another office's is as good as none.
    private static Register own(Actor actor, Optional<Register> register) {
        return register.filter(one -> actor.agency().equals(Optional.of(one.agency())))
                .orElseThrow(() -> Refused.notFound("导入"));
    }

    static <T> T readable(java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Unreadable unreadable) {
            throw refused(
                    Optional.ofNullable(unreadable.getMessage()).orElse("文件读不了。"), "imports.readable", "照上面说的改好，再试一次。");
        }
    }

    static Refused refused(String why, String rule, String next) {
        return new Refused(Problem.of(422, "import", "没有导入", why).withRule(rule).withNext(next));
    }
}
