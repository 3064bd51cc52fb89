package advisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What neither the compiler nor another test sees. */
class SourceTest {
    private static final Pattern STAND_INS = Pattern.compile("(POSITIVE|NEGATIVE)_INFINITY|\\bNaN\\b"
            + "|(Double|Long|Integer)\\.MAX_VALUE|getOrDefault\\(|requireNonNullElse(Get)?\\("
            + "|\\.orElse\\((-?[0-9.]+|Bytes\\.ZERO)\\)|== null \\? -?[0-9]|== null \\? Bytes\\.ZERO");

    /** Where none of them stands for a figure: bounds and guesses of a search, counts, and what a request leaves out. */
    private static final Set<String> NAMED_STAND_INS = Set.of(
            "AttentionWork.java: == null ? 0",
            "Candidates.java: .orElse(0)",
            "ChangeSearch.java: getOrDefault(",
            "Comparisons.java: getOrDefault(",
            "CostCurve.java: == null ? 1",
            "CostCurve.java: Integer.MAX_VALUE",
            "CostCurve.java: Long.MAX_VALUE",
            "Counted.java: == null ? 0",
            "LanguageModel.java: == null ? 0",
            "AttentionShape.java: == null ? 0",
            "AttentionShape.java: requireNonNullElse(",
            "Prices.java: .orElse(0.0)",
            "Prices.java: .orElse(1.0)",
            "Found.java: Double.MAX_VALUE",
            "HeadSizes.java: requireNonNullElse(",
            "Layers.java: == null ? 1",
            "MlpTensors.java: requireNonNullElse(",
            "ModelShapes.java: == null ? 0",
            "ModelSizing.java: requireNonNullElse(",
            "Origin.java: getOrDefault(",
            "Packing.java: == null ? 1",
            "PlanChoice.java: == null ? 1",
            "PrecisionFloor.java: Integer.MAX_VALUE",
            "Provenances.java: == null ? 0",
            "Prediction.java: requireNonNullElse(",
            "Reasons.java: getOrDefault(",
            "SensitivityAnalysis.java: getOrDefault(",
            "SlowKernels.java: == null ? 0",
            "Storage.java: == null ? 1",
            "Storage.java: requireNonNullElse(",
            "WeightTensors.java: Integer.MAX_VALUE");

    private static final Pattern NUMBER_FORMAT = Pattern.compile("%[0-9,.+-]*[dfeg]");
    private static final Path BROKEN_ON_PURPOSE = Path.of("src/test/resources/rules/broken");
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|={7}|>{7})( |$)");

    @Test
    void noNumberIsWrittenByTheMachinesLocale() throws IOException {
        for (Path file : files("src/main/java")) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String nearby = String.join(" ", lines.subList(Math.max(0, i - 2), i + 1));
                if (NUMBER_FORMAT.matcher(lines.get(i)).find()) {
                    assertThat(nearby).as("%s:%s", file, i + 1).contains("Locale.ROOT");
                }
            }
        }
    }

    /** What is not known is null, which the compiler guards; no number and no default stands for it. */
    @Test
    void noNumberStandsForWhatIsNotKnown() throws IOException {
        for (String folder : List.of("facts", "sizing", "advice")) {
            for (Path file : files("src/main/java/advisor/" + folder)) {
                String code = text(file);
                STAND_INS.matcher(code).results().forEach(found -> assertThat(NAMED_STAND_INS)
                        .as("%s: %s", file, found.group())
                        .contains(file.getFileName() + ": " + found.group()));
            }
        }
    }

    @Test
    void noMergeWasLeftHalfDone() throws IOException {
        for (String folder : List.of("src", "rules", "catalog")) {
            for (Path file : files(folder)) {
                assertThat(CONFLICT.matcher(text(file)).find())
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(png|gz)"))
                    .filter(file -> !file.startsWith(BROKEN_ON_PURPOSE))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
