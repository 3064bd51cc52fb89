package advisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "advisor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify..";

    @ArchTest
    static final ArchRule modelUsesTheJdkAlone = uses("advisor.model..");

    @ArchTest
    static final ArchRule sizingUsesTheModel = uses("advisor.sizing..", "advisor.model..");

    @ArchTest
    static final ArchRule catalogReadsIntoTheModel =
            uses("advisor.catalog..", "advisor.model..", "com.fasterxml.jackson..", "org.apache.commons.text..");

    @ArchTest
    static final ArchRule engineJudgesTheModel =
            uses("advisor.engine..", "advisor.model..", "advisor.sizing..", "org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule adviceJoinsThem =
            uses("advisor.advice..", "advisor.model..", "advisor.sizing..", "advisor.catalog..", "advisor.engine..");

    @ArchTest
    static final ArchRule reportPrintsAdvice = uses(
            "advisor.report..",
            "advisor.model..",
            "advisor.advice..",
            "advisor.engine..",
            "com.fasterxml.jackson..",
            "org.jline.utils..");

    @ArchTest
    static final ArchRule onlyTheEngineKnowsDrools = noClasses()
            .that()
            .resideOutsideOfPackage("advisor.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("advisor.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule nobodyTouchesTheStandardStreams = noClasses().should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nobodyThrowsGenericExceptions = noClasses().should(THROW_GENERIC_EXCEPTIONS);

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("advisor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noEmptyNames = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static void packagesAreNullMarked(JavaClasses found) {
        assertThat(found).allSatisfy(type -> assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                .as("%s is in a @NullMarked package", type.getName())
                .isTrue());
    }

    @ArchTest
    static void classesWereReallyFound(JavaClasses found) {
        assertThat(found.size()).isGreaterThan(100);
    }

    private static ArchRule uses(String owner, String... others) {
        String[] allowed = new String[others.length + 3];
        allowed[0] = JDK;
        allowed[1] = NULLNESS;
        allowed[2] = owner;
        System.arraycopy(others, 0, allowed, 3, others.length);
        return classes()
                .that()
                .resideInAPackage(owner)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }
}
