package org.maplebridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing that we hand out may bind its users to the GPL or AGPL.
class LicencesTest {

    private static final Path BUILT = Path.of("target", "classes", "META-INF");

    @Test
    void noJarIsUnderTheGpl() throws IOException {
        var list = Files.readString(BUILT.resolve("THIRD-PARTY-JARS.txt"));
        assertThat(list).contains("org.postgresql:postgresql:");
        assertThat(Licences.forbidden(list)).isEmpty();
    }

    @Test
    void noPackageOfThePagesIsUnderTheGpl() throws IOException {
        var list = BUILT.resolve("THIRD-PARTY-NPM.txt");
        assumeTrue(
                Files.exists(list) || !Boolean.getBoolean("maple.web.skip"),
                "the pages were not built: -Dweb.skip, and no list of an earlier build");
        var packages = Files.readString(list);
        assertThat(packages).containsPattern("(?m)^react@\\S+ \\| MIT$");
        assertThat(Licences.forbidden(packages)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GNU Affero General Public License v3", "GPL-3.0", "AGPL-3.0-only", "Unknown license", "SSPL"})
    void aPlantedBreachIsSeen(String licence) {
        assertThat(Licences.forbidden("a:b:1 | " + licence + " | url")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIT",
                "GPL-2.0; MIT",
                "GPL2 w/ CPE; EPL-2.0",
                "GNU General Public License, version 2 with the " + "GNU Classpath Exception",
                "LGPL-2.1"
            })
    void aFreeChoiceIsEnough(String licence) {
        assertThat(Licences.forbidden("a:b:1 | " + licence + " | url")).isEmpty();
    }
}
