package org.maplebridge.scenes.lawchanges;

import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.springframework.stereotype.Component;

/// The words of `lawchanges.yml`.
@Component
class LawChangesWords {

    private final DataFile words;

    LawChangesWords(DataFiles files) {
        this.words = files.all().stream()
                .filter(file -> file.section("scene").path("name").asString("").equals("lawchanges"))
                .findFirst()
                .orElseThrow();
    }

    String of(String list, String code) {
        return words.section(list).path(code).asString(code);
    }

    String of(LawChange.Kind kind) {
        return of("Place", kind.name());
    }

    String of(LawChange.Result result) {
        return of("Result", result.name());
    }
}
