package io.lumia.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of docs/architecture.md that the poms cannot enforce. Runs in every module that has this one in test scope, on that
 * module's own classes; {@code local}, which uses all modules but {@code infra-cdk}, asks the same of all of them together.
 */
@AnalyzeClasses(locations = OwnClasses.class)
public final class ArchitectureTest {

    private static final String[] DOMAINS = {
        "io.lumia.market",
        "io.lumia.collection",
        "io.lumia.news",
        "io.lumia.accounts",
        "io.lumia.sentiment",
        "io.lumia.signals",
        "io.lumia.recommendation",
        "io.lumia.recommendation.portfolio"
    };

    @ArchTest
    static final ArchRule TIME_COMES_IN_FROM_OUTSIDE = noClasses()
            .that()
            .resideOutsideOfPackages("io.lumia.platform..", "io.lumia.testing..")
            .should()
            .callMethodWhere(describe("reads the clock", ArchitectureTest::readsTheClock))
            .because("a calculation gets its clock; it must be possible to run any past day again")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CHANCE_COMES_IN_FROM_OUTSIDE = noClasses()
            .that()
            .resideOutsideOfPackages("io.lumia.platform..", "io.lumia.testing..")
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .because("a result must be the same when it is computed again")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_ENVIRONMENT_IS_READ_AT_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages("io.lumia.platform..", "io.lumia.testing..", "io.lumia.local..")
            .should()
            .callMethodWhere(describe("reads the environment", call -> isCall(call, System.class, "getenv")))
            .because(
                    "configuration comes through the framework; only the platform and the launcher look at the process")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SQL_LIVES_IN_PERSISTENCE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..persistence..", "..benchmark..", "io.lumia.platform..", "io.lumia.testing..", "io.lumia.local..")
            .and()
            .haveSimpleNameNotEndingWith("Benchmark")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..")
            .because("SQL is behind a port, so that the rules can be read and tested without it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DOMAIN_ROOTS_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAnyPackage(DOMAINS)
            .or()
            .resideInAnyPackage("io.lumia.kernel", "io.lumia.quant..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.micronaut..",
                    "jakarta..",
                    "software.amazon..",
                    "com.amazonaws..",
                    "java.sql..",
                    "java.net.http..")
            .because("the language and the rules of a domain know no framework")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule QUANT_KNOWS_NOTHING_OF_THE_REST = noClasses()
            .that()
            .resideInAPackage("io.lumia.quant..")
            .should()
            .dependOnClassesThat(describe(
                    "belong to another module of Lumia",
                    (JavaClass type) -> type.getPackageName().startsWith("io.lumia.")
                            && !type.getPackageName().startsWith("io.lumia.quant")
                            && !type.getPackageName().startsWith("io.lumia.kernel")))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule FUNCTIONS_DO_NOT_CALL_EACH_OTHER = slices().matching("io.lumia.functions.(*)..")
            .should()
            .notDependOnEachOther()
            .because("functions meet in the database and through events")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PERSISTENCE_STAYS_BEHIND_ITS_PORT = noClasses()
            .that()
            .resideOutsideOfPackage("..persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lumia..persistence..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .that()
            .resideInAPackage("io.lumia..")
            .and()
            .haveSimpleNameNotStartingWith("$")
            .should(new ArchCondition<>("be in a package marked @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    JavaPackage owner = type.getPackage();
                    if (!owner.isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(
                                type, owner.getName() + " has no package-info with @NullMarked"));
                    }
                }
            });

    private static final Set<Class<?>> CLOCKS = Set.of(
            java.time.Instant.class,
            java.time.LocalDate.class,
            java.time.LocalDateTime.class,
            java.time.OffsetDateTime.class,
            java.time.ZonedDateTime.class,
            java.time.Year.class);

    private ArchitectureTest() {}

    private static boolean readsTheClock(JavaMethodCall call) {
        boolean systemClock = isCall(call, java.time.Clock.class, "systemUTC")
                || isCall(call, java.time.Clock.class, "systemDefaultZone")
                || isCall(call, System.class, "currentTimeMillis");
        boolean now = CLOCKS.stream().anyMatch(type -> isCall(call, type, "now"))
                && call.getTarget().getRawParameterTypes().isEmpty();
        return systemClock || now;
    }

    private static boolean isCall(JavaMethodCall call, Class<?> owner, String name) {
        return call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(name);
    }
}
