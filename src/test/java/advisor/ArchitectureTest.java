package advisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The directions of {@code src/docs/architecture.md}. Plain tests, because a filter by class skips ArchUnit's own fields. */
class ArchitectureTest {
    private static final int MOST_FILES = 30;

    private static final JavaClasses FOUND = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("advisor");

    /** What each package, with those below it, may use beside itself, the JDK and the nullness annotations. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            entry("text", List.of("org.apache.commons.text..")),
            entry("file", List.of("advisor.text..")),
            entry("facts", List.of("advisor.text..")),
            entry("cache", List.of("advisor.text..")),
            entry("words", List.of("advisor.text..", "advisor.facts..")),
            entry("sizing", List.of("advisor.text..", "advisor.facts..")),
            entry(
                    "catalog",
                    List.of(
                            "advisor.text..",
                            "advisor.file..",
                            "advisor.facts..",
                            "advisor.cache..",
                            "com.fasterxml.jackson..",
                            "org.dhatim.fastexcel.reader..")),
            entry(
                    "request",
                    List.of(
                            "advisor.text..",
                            "advisor.facts..",
                            "advisor.words..",
                            "advisor.catalog..",
                            "com.fasterxml.jackson..",
                            "org.dhatim.fastexcel.reader..")),
            entry(
                    "rules",
                    List.of(
                            "advisor.text..",
                            "advisor.file..",
                            "advisor.facts..",
                            "advisor.cache..",
                            "com.github.javaparser..",
                            "org.drools..",
                            "org.kie..",
                            "org.objectweb.asm..")),
            entry(
                    "advice",
                    List.of(
                            "advisor.text..",
                            "advisor.facts..",
                            "advisor.words..",
                            "advisor.request..",
                            "advisor.sizing..",
                            "advisor.catalog..",
                            "advisor.rules..")),
            entry(
                    "workshop",
                    List.of(
                            "advisor.text..",
                            "advisor.cache..",
                            "advisor.file..",
                            "advisor.facts..",
                            "advisor.request..",
                            "advisor.catalog..",
                            "advisor.rules..",
                            "advisor.advice..")),
            entry(
                    "report",
                    List.of(
                            "advisor.text..",
                            "advisor.facts..",
                            "advisor.words..",
                            "advisor.cache..",
                            "advisor.request..",
                            "advisor.rules..",
                            "advisor.advice..",
                            "advisor.workshop..",
                            "com.fasterxml.jackson..",
                            "com.samskivert.mustache..",
                            "javax.xml.stream..",
                            "org.dhatim.fastexcel..",
                            "org.jline.utils..")),
            entry(
                    "audit",
                    List.of(
                            "advisor.text..",
                            "advisor.file..",
                            "advisor.facts..",
                            "advisor.words..",
                            "advisor.request..",
                            "advisor.sizing..",
                            "advisor.catalog..",
                            "advisor.rules..",
                            "advisor.advice..",
                            "advisor.report..",
                            "com.fasterxml.jackson..")),
            entry(
                    "mcp",
                    List.of(
                            "advisor.text..",
                            "advisor.facts..",
                            "advisor.request..",
                            "advisor.catalog..",
                            "advisor.rules..",
                            "advisor.advice..",
                            "advisor.workshop..",
                            "advisor.report..",
                            "advisor.audit..",
                            "com.fasterxml.jackson..",
                            "io.modelcontextprotocol..",
                            "reactor.core.publisher..")),
            entry(
                    "http",
                    List.of(
                            "advisor.text..",
                            "advisor.file..",
                            "advisor.facts..",
                            "advisor.words..",
                            "advisor.cache..",
                            "advisor.request..",
                            "advisor.sizing..",
                            "advisor.catalog..",
                            "advisor.rules..",
                            "advisor.advice..",
                            "advisor.workshop..",
                            "advisor.report..",
                            "advisor.audit..",
                            "advisor.mcp..",
                            "com.fasterxml.jackson..",
                            "io.javalin..",
                            "io.micrometer..",
                            "jakarta.servlet..",
                            "org.eclipse.jetty..",
                            "kotlin..")),
            entry(
                    "library",
                    List.of(
                            "advisor.text..",
                            "advisor.cache..",
                            "advisor.catalog..",
                            "advisor.request..",
                            "advisor.rules..",
                            "advisor.advice..",
                            "advisor.audit..")),
            entry("pack", List.of("advisor.cache..", "advisor.catalog..", "advisor.rules..")),
            entry(
                    "cli",
                    List.of(
                            "advisor.text..",
                            "advisor.file..",
                            "advisor.facts..",
                            "advisor.words..",
                            "advisor.cache..",
                            "advisor.request..",
                            "advisor.catalog..",
                            "advisor.rules..",
                            "advisor.advice..",
                            "advisor.workshop..",
                            "advisor.report..",
                            "advisor.audit..",
                            "advisor.http..",
                            "advisor.mcp..",
                            "com.fasterxml.jackson..",
                            "me.tongfei.progressbar..",
                            "picocli..")));

    /** Every class by itself, those that are nested in it included; a sealed type and its cases are one thing. */
    private static final SliceAssignment CLASS_BY_CLASS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(family(outermost(type)).getName());
        }

        @Override
        public String getDescription() {
            return "every class";
        }
    };

    private static JavaClass family(JavaClass type) {
        return type.getRawInterfaces().stream()
                .filter(parent -> parent.getPackageName().startsWith("advisor.")
                        && parent.reflect().isSealed())
                .map(ArchitectureTest::outermost)
                .findFirst()
                .orElse(type);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

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

    /** Each package is a slice by itself: a cycle between one and another below it is one too. */
    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("advisor.(**)").should().beFreeOfCycles().check(FOUND);
    }

    @Test
    void classesAreFreeOfCycles() {
        slices().assignedFrom(CLASS_BY_CLASS).should().beFreeOfCycles().check(FOUND);
    }

    @Test
    void aPackageFitsOnOneScreen() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java")).filter(Files::isDirectory)) {
            assertThat(folders).isNotEmpty().allSatisfy(folder -> assertThat(files(folder))
                    .as("files of %s", folder)
                    .hasSizeLessThanOrEqualTo(MOST_FILES));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
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
