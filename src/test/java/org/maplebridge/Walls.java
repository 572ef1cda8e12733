package org.maplebridge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/// The walls between the four kinds of folder, for any root package: ours, and a planted one that breaks them.
record Walls(String root) {

    private static final Set<String> READERS_OF_TIME = Set.of("now");

    ArchRule scenesDoNotKnowOneAnother() {
        return slices().matching(root + ".scenes.(**)")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .because("scenes ask one another through the kernel");
    }

    ArchRule kernelAndEnginesStandAlone() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".kernel..")
                .should()
                .dependOnClassesThat(oursBut(root + ".kernel..", root + ".engines.."))
                .allowEmptyShould(true)
                .because("the kernel depends on nothing of ours but engines, which know nothing of it");
    }

    ArchRule enginesKnowNothingOfOurs() {
        return slices().matching(root + ".engines.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .because("engines know neither matters nor one another");
    }

    ArchRule enginesKnowNoKernel() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".engines..")
                .should()
                .dependOnClassesThat(oursBut(root + ".engines.."))
                .allowEmptyShould(true)
                .because("an engine knows no matter and no person");
    }

    ArchRule scenesKnowOnlyKernelAndEngines() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".scenes..")
                .should()
                .dependOnClassesThat(oursBut(root + ".scenes..", root + ".kernel..", root + ".engines.."))
                .allowEmptyShould(true)
                .because("a scene may use kernel and engines, nothing else");
    }

    /// Whatever the made-up people could do otherwise than everybody, no test would see.
    ArchRule thePastComesByTheWire() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".launch.demo.life..")
                .should()
                .dependOnClassesThat(oursBut(root + ".launch.demo.life..", root + ".kernel.ground.."))
                .orShould()
                .dependOnClassesThat(named("Transactions").or(named("Scope")))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql.."))
                .allowEmptyShould(true)
                .because("the past of the demo county acts over HTTP, as everybody does");
    }

    /// Deadlines would hang on whatever machine asks: only the server's clock reads the time.
    ArchRule onlyTheClockReadsTheTime() {
        return noClasses()
                .that(resideInAnyPackage(root + ".kernel..", root + ".engines..", root + ".scenes..")
                        .and(not(named("ServerClock"))))
                .should()
                .accessTargetWhere(readsTheTime())
                .orShould()
                .callConstructor(Date.class)
                .allowEmptyShould(true)
                .because("the moment is an argument; only ServerClock asks for it");
    }

    private DescribedPredicate<JavaClass> oursBut(String... allowed) {
        return resideInAPackage(root + "..").and(not(resideInAnyPackage(allowed)));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(
                "named " + name, type -> type.getName().matches(".*\\." + name + "(\\$.*)?"));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheTime() {
        return DescribedPredicate.describe("the time is read", access -> {
            AccessTarget target = access.getTarget();
            var owner = target.getOwner();
            var name = target.getName();
            if (owner.isEquivalentTo(Clock.class)) {
                return name.startsWith("system") || name.startsWith("tick");
            }
            if (owner.isEquivalentTo(System.class)) {
                // nanoTime only measures how long something took
                return name.equals("currentTimeMillis");
            }
            return READERS_OF_TIME.contains(name) && owner.getPackageName().startsWith("java.time");
        });
    }
}
