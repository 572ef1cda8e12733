package org.maplebridge.kernel.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.imports.RegisterStore.Register;
import org.maplebridge.kernel.matters.Matters;
import org.maplebridge.kernel.matters.OpeningForm;
import org.maplebridge.kernel.orgs.Agency;
import org.maplebridge.kernel.orgs.Offices;
import org.springframework.stereotype.Component;

/// Opens registers that were brought: the file as a grid, the sheet under its headings, the source a mapping makes of
/// it. The last file opened is kept in memory, since a mapping asks for it again and again.
@Component
class Registers {

    private final RegisterStore store;
    private final RegisterKeys keys;
    private final Offices offices;
    private final Matters matters;
    private volatile Optional<Opened> last = Optional.empty();

    Registers(RegisterStore store, RegisterKeys keys, Offices offices, Matters matters) {
        this.store = store;
        this.keys = keys;
        this.offices = offices;
        this.matters = matters;
    }

    private record Opened(UUID id, Grid grid) {}

    /// @throws Unreadable if the file is no longer kept
    Grid grid(UUID id) {
        var known = last.filter(opened -> opened.id().equals(id)).map(Opened::grid);
        if (known.isPresent()) {
            return known.get();
        }
        var register = store.find(id).orElseThrow();
        var content = store.content(id).orElseThrow(() -> new Unreadable("文件已经按期限删除，请重新上传。"));
        var grid = RegisterFile.parse(register.file(), keys.open(id, content));
        last = Optional.of(new Opened(id, grid));
        return grid;
    }

    /// Forgets a file that is no longer to be there.
    void forget(UUID id) {
        if (last.filter(opened -> opened.id().equals(id)).isPresent()) {
            last = Optional.empty();
        }
    }

    /// The sheet a mapping names; without a name the first that is not hidden and holds more than one line.
    static Grid.Sheet sheet(Grid grid, String name) {
        return grid.sheets().stream()
                .filter(sheet -> name.isEmpty()
                        ? !sheet.hidden() && sheet.lines().size() > 1
                        : sheet.name().equals(name))
                .findFirst()
                .or(() -> grid.sheets().stream().findFirst().filter(sheet -> name.isEmpty()))
                .orElseThrow(() -> new Unreadable("文件里没有叫“" + Words.shown(name) + "”的表。"));
    }

    static Headed headed(Grid.Sheet sheet, Mapping mapping) {
        return mapping.header() > 0 ? Headed.at(sheet, mapping.header(), mapping.headerLines()) : Headed.found(sheet);
    }

    OpeningForm form(String scene) {
        return matters.openingForm(scene).orElseThrow(() -> new Unreadable("没有叫“" + Words.shown(scene) + "”的业务。"));
    }

    /// What a mapping makes of a file.
    record Reading(RegisterSource source, TableFile table) {}

    /// @throws Unreadable if the mapping does not fit the file
    Reading reading(Work work, Grid grid, Mapping mapping, UUID agency) {
        var office = offices.at(work).agency(agency).orElseThrow(() -> new Unreadable("没有这个单位。"));
        return reading(grid, mapping, office);
    }

    Reading reading(Grid grid, Mapping mapping, Agency office) {
        var form = form(mapping.scene());
        var sheet = headed(sheet(grid, mapping.sheet()), mapping);
        var faults = faults(mapping, form, sheet);
        if (!faults.isEmpty()) {
            throw new Unreadable(String.join("\n", faults.values()));
        }
        var source = new RegisterSource(mapping, form, office, sheet);
        return new Reading(source, source.table(grid));
    }

    /// What is wrong with a mapping, by field.
    static Map<String, String> faults(Mapping mapping, OpeningForm form, Headed sheet) {
        var faults = new HashMap<String, String>();
        for (var field : form.fields()) {
            var heading = mapping.columns().get(field.name());
            if (heading != null && sheet.place(heading).isEmpty()) {
                faults.put(field.name(), "表里没有“" + Words.shown(heading) + "”这一栏。");
            } else if ((heading != null || mapping.fixed().containsKey(field.name())) && !Suggesting.readable(field)) {
                faults.put(field.name(), "“" + field.title() + "”不能从表格里读。");
            } else if (field.required()
                    && heading == null
                    && mapping.fixed().getOrDefault(field.name(), "").isBlank()) {
                faults.put(field.name(), "请给“" + field.title() + "”选一栏，或者写一个固定的值。");
            }
        }
        var known = form.fields().stream().map(OpeningForm.Field::name).toList();
        for (var name : List.copyOf(mapping.columns().keySet())) {
            if (!known.contains(name)) {
                faults.put(Words.shown(name), "“" + form.title() + "”没有这一项：" + Words.shown(name) + "。");
            }
        }
        mapping.number()
                .filter(heading -> sheet.place(heading).isEmpty())
                .ifPresent(heading -> faults.put("number", "表里没有“" + Words.shown(heading) + "”这一栏。"));
        mapping.claims().stream()
                .filter(heading -> sheet.place(heading).isEmpty())
                .forEach(heading -> faults.put("claims", "表里没有“" + Words.shown(heading) + "”这一栏。"));
        return faults;
    }

    Optional<Register> find(UUID id) {
        return store.find(id);
    }
}
