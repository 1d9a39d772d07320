package org.conjoint.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The boundaries that hold in every module below a root package.
 *
 * @param root the package that holds the modules, such as {@code org.conjoint}
 */
record Rules(String root) {

    private static final String TABLES = "org.conjoint.jooq.";

    /** Modules that may read other modules' tables. */
    private static final Set<String> READS_ALL_TABLES = Set.of("quality", "exchange");

    /** Modules made of screens. */
    private static final Set<String> SCREENS = Set.of("ui", "shell");

    Map<String, ArchRule> all() {
        return Map.of(
                "views know no SQL", viewsKnowNoSql(),
                "Vaadin stays in views", vaadinStaysInViews(),
                "a module uses only its own tables", ownTablesOnly(),
                "every package is null-marked", nullMarked(),
                "views are package-private and say who may open them", guardedRoutes(),
                "transactions are not opened by views", viewsOpenNoTransactions());
    }

    private ArchRule viewsKnowNoSql() {
        return noClasses()
                .that(areScreens())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.jooq..", "java.sql..", "javax.sql..", "org.springframework.jdbc..", TABLES + ".");
    }

    private ArchRule viewsOpenNoTransactions() {
        return noClasses()
                .that(areScreens())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.transaction..");
    }

    private ArchRule vaadinStaysInViews() {
        return noClasses()
                .that(DescribedPredicate.not(areScreens()))
                .and(are("in a module", type -> !module(type).isEmpty()))
                .and(are("not the security of sign-in", type -> !module(type).equals("access")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..");
    }

    private ArchRule ownTablesOnly() {
        return noClasses()
                .that(are("in a module that owns its tables", type -> !READS_ALL_TABLES.contains(module(type))))
                .should(new ArchCondition<>("use another module's tables") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(use ->
                                        use.getTargetClass().getPackageName().startsWith(TABLES))
                                .filter(use -> !schema(use.getTargetClass()).equals(module(type)))
                                .forEach(use -> events.add(SimpleConditionEvent.satisfied(use, use.getDescription())));
                    }
                });
    }

    private ArchRule nullMarked() {
        return classes().should(new ArchCondition<>("be in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, "%s is in a package without @NullMarked".formatted(type.getName())));
            }
        });
    }

    private ArchRule guardedRoutes() {
        return classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should(new ArchCondition<JavaClass>("be package-private") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var open = type.getModifiers().contains(JavaModifier.PUBLIC);
                        events.add(new SimpleConditionEvent(type, !open, "%s is public".formatted(type.getName())));
                    }
                })
                .andShould(new ArchCondition<>("say who may open it") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var guarded = type.isAnnotatedWith(RolesAllowed.class)
                                || type.isAnnotatedWith(PermitAll.class)
                                || type.isAnnotatedWith(AnonymousAllowed.class);
                        events.add(new SimpleConditionEvent(
                                type, guarded, "%s has no access annotation".formatted(type.getName())));
                    }
                })
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> areScreens() {
        return are(
                "screens", type -> type.getPackageName().matches(".*\\.ui(\\..*)?") || SCREENS.contains(module(type)));
    }

    private String module(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        return name.substring(root.length() + 1).split("\\.", 2)[0];
    }

    private static String schema(JavaClass table) {
        return table.getPackageName().substring(TABLES.length()).split("\\.", 2)[0];
    }

    private static DescribedPredicate<JavaClass> are(String description, java.util.function.Predicate<JavaClass> test) {
        return DescribedPredicate.describe(description, test);
    }
}
