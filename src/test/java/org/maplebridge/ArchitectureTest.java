package org.maplebridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Who may know whom. Every wall stands for our code and falls on the planted breaches beside this test.
class ArchitectureTest {

    private static final Walls OURS = new Walls("org.maplebridge");
    private static final Walls PLANTED = new Walls("org.maplebridge.fixtures.planted");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.maplebridge");
    private static final JavaClasses BREACHES =
            new ClassFileImporter().importPackages("org.maplebridge.fixtures.planted");

    @Test
    void everyFolderKeepsItsDoorShut() {
        ApplicationModules.of(Maplebridge.class).verify();
    }

    @Test
    void theCodeIsSeen() {
        assertThat(CODE.contain("org.maplebridge.kernel.ground.Errand")).isTrue();
    }

    @Test
    void scenesDoNotKnowOneAnother() {
        stands(OURS.scenesDoNotKnowOneAnother(), PLANTED.scenesDoNotKnowOneAnother());
    }

    @Test
    void scenesKnowOnlyKernelAndEngines() {
        stands(OURS.scenesKnowOnlyKernelAndEngines(), PLANTED.scenesKnowOnlyKernelAndEngines());
    }

    @Test
    void theKernelStandsAlone() {
        stands(OURS.kernelAndEnginesStandAlone(), PLANTED.kernelAndEnginesStandAlone());
    }

    @Test
    void enginesKnowNoKernel() {
        stands(OURS.enginesKnowNoKernel(), PLANTED.enginesKnowNoKernel());
    }

    @Test
    void enginesDoNotKnowOneAnother() {
        stands(OURS.enginesKnowNothingOfOurs(), PLANTED.enginesKnowNothingOfOurs());
    }

    @Test
    void onlyTheClockReadsTheTime() {
        stands(OURS.onlyTheClockReadsTheTime(), PLANTED.onlyTheClockReadsTheTime());
    }

    @Test
    void thePastComesByTheWire() {
        stands(OURS.thePastComesByTheWire(), PLANTED.thePastComesByTheWire());
    }

    private static void stands(ArchRule ours, ArchRule planted) {
        ours.check(CODE);
        assertThatThrownBy(() -> planted.check(BREACHES)).isInstanceOf(AssertionError.class);
    }
}
