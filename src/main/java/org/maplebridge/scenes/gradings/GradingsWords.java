package org.maplebridge.scenes.gradings;

import java.math.BigDecimal;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.springframework.stereotype.Component;

/// The words of `gradings.yml`.
@Component
class GradingsWords {

    private final DataFile words;

    GradingsWords(DataFiles files) {
        this.words = files.all().stream()
                .filter(file -> file.section("scene").path("name").asString("").equals("gradings"))
                .findFirst()
                .orElseThrow();
    }

    String of(Enum<?> what) {
        return of(what.getDeclaringClass().getSimpleName(), what.name());
    }

    String of(String list, String code) {
        return words.section(list).path(code).asString(code);
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
