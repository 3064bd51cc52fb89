package advisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The directions of the design, section 1. Plain tests, because a filter by class skips ArchUnit's own fields. */
class ArchitectureTest {
    private static final JavaClasses FOUND = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("advisor");

    /** What each package may use beside itself, the JDK and the nullness annotations. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            entry("model", List.of()),
            entry("sizing", List.of("advisor.model..")),
            entry("cache", List.of("advisor.model..")),
            entry("file", List.of()),
            entry(
                    "catalog",
                    List.of(
                            "advisor.model..",
                            "advisor.cache..",
                            "com.fasterxml.jackson..",
                            "org.apache.commons.text..")),
            entry("request", List.of("advisor.model..", "com.fasterxml.jackson..")),
            entry(
                    "engine",
                    List.of("advisor.model..", "advisor.cache..", "advisor.sizing..", "org.drools..", "org.kie..")),
            entry(
                    "advice",
                    List.of(
                            "advisor.request..",
                            "advisor.model..",
                            "advisor.sizing..",
                            "advisor.catalog..",
                            "advisor.engine..")),
            entry(
                    "workshop",
                    List.of(
                            "advisor.request..",
                            "advisor.model..",
                            "advisor.catalog..",
                            "advisor.engine..",
                            "advisor.advice..")),
            entry(
                    "report",
                    List.of(
                            "advisor.request..",
                            "advisor.cache..",
                            "advisor.workshop..",
                            "advisor.catalog..",
                            "advisor.model..",
                            "advisor.advice..",
                            "advisor.engine..",
                            "com.fasterxml.jackson..",
                            "com.samskivert.mustache..",
                            "javax.xml.stream..",
                            "org.jline.utils..")),
            entry(
                    "audit",
                    List.of(
                            "advisor.request..",
                            "advisor.file..",
                            "advisor.model..",
                            "advisor.sizing..",
                            "advisor.catalog..",
                            "advisor.engine..",
                            "advisor.advice..",
                            "advisor.report..",
                            "com.fasterxml.jackson..")),
            entry(
                    "http",
                    List.of(
                            "advisor.request..",
                            "advisor.file..",
                            "advisor.model..",
                            "advisor.cache..",
                            "advisor.sizing..",
                            "advisor.catalog..",
                            "advisor.engine..",
                            "advisor.advice..",
                            "advisor.workshop..",
                            "advisor.report..",
                            "advisor.audit..",
                            "com.fasterxml.jackson..",
                            "io.javalin..",
                            "io.micrometer..",
                            "jakarta.servlet..",
                            "org.eclipse.jetty..",
                            "kotlin..")),
            entry("pack", List.of("advisor.model..", "advisor.cache..", "advisor.catalog..", "advisor.engine..")),
            entry(
                    "cli",
                    List.of(
                            "advisor.request..",
                            "advisor.audit..",
                            "advisor.http..",
                            "advisor.model..",
                            "advisor.cache..",
                            "advisor.catalog..",
                            "advisor.engine..",
                            "advisor.advice..",
                            "advisor.report..",
                            "advisor.workshop..",
                            "me.tongfei.progressbar..",
                            "picocli..")));

    static Stream<String> packages() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageUsesWhatItMay(String name) {
        String own = "advisor." + name + "..";
        String[] allowed = Stream.concat(Stream.of("java..", "org.jspecify..", own), MAY_USE.get(name).stream())
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(FOUND);
    }

    @Test
    void everyPackageHasItsDirections() {
        assertThat(FOUND).allSatisfy(type -> assertThat(MAY_USE)
                .containsKey(type.getPackageName().split("\\.", -1)[1]));
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("advisor.(*)..").should().beFreeOfCycles().check(FOUND);
    }

    @Test
    void nobodyTouchesTheStandardStreams() {
        noClasses().should(ACCESS_STANDARD_STREAMS).check(FOUND);
    }

    @Test
    void nobodyThrowsGenericExceptions() {
        noClasses().should(THROW_GENERIC_EXCEPTIONS).check(FOUND);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Impl)").check(FOUND);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(FOUND).hasSizeGreaterThan(100).allSatisfy(type -> assertThat(
                        type.getPackage().isAnnotatedWith(NullMarked.class))
                .as("%s is in a @NullMarked package", type.getName())
                .isTrue());
    }
}
