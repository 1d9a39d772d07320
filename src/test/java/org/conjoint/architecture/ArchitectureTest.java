package org.conjoint.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.conjoint.ConjointApplication;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ArchitectureTest {

    private static final String GENERATED = "org.conjoint.jooq";

    private final ApplicationModules modules =
            ApplicationModules.of(ConjointApplication.class, JavaClass.Predicates.resideInAPackage(GENERATED + ".."));

    @Test
    void modules_keep_to_their_allowed_dependencies() {
        modules.verify();
    }

    @Test
    void the_module_documentation_is_written_from_the_code() {
        new Documenter(modules)
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
        assertThat(modules.stream()).isNotEmpty();
    }

    @TestFactory
    Iterable<DynamicTest> the_product_keeps_every_rule() {
        var product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/org/conjoint/jooq/"))
                .importPackages("org.conjoint");
        return new Rules("org.conjoint")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(), () -> rule.getValue().check(product)))
                        .toList();
    }

    /** Each rule is shown classes that break it: a rule that lets them pass would never fail. */
    @TestFactory
    Iterable<DynamicTest> every_rule_flags_a_class_that_breaks_it() {
        JavaClasses wrong = new ClassFileImporter().importPackages("wrongly");
        return new Rules("wrongly")
                .all().entrySet().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getKey(),
                                () -> assertThat(rule.getValue().evaluate(wrong).hasViolation())
                                        .as(rule.getKey())
                                        .isTrue()))
                        .toList();
    }
}
