package org.maplebridge.scenes.allowances;

import java.util.Collection;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.springframework.stereotype.Component;

/// What stages are called, as the data file says.
@Component
class AllowancesTitles {

    private final DataFile words;

    AllowancesTitles(DataFiles files) {
        this.words = files.all().stream()
                .filter(file -> file.section("scene").path("name").asString("").equals("allowances"))
                .findFirst()
                .orElseThrow();
    }

    Collection<String> stages() {
        return words.section("stages").propertyNames();
    }

    String stage(String name) {
        return words.section("stages").path(name).asString(name);
    }
}
