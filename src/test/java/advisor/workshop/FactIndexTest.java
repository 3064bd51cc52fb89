package advisor.workshop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import advisor.catalog.FactMeanings;
import advisor.catalog.FactMeanings.Meaning;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

class FactIndexTest {
    /** What the rest of a rule would bind. */
    private static final Map<String, String> BOUND = Map.ofEntries(
            Map.entry("$limit", "Parameter( $limit : value )"),
            Map.entry("$day", "Request( $day : asOf )"),
            Map.entry("$place", "Request( $place : jurisdiction )"),
            Map.entry("$money", "Request( $money : budget )"),
            Map.entry("$device", "$device : Accelerator()"),
            Map.entry("$part", "Accelerator( $part : id )"),
            Map.entry("$published", "LanguageModel( $published : nativePrecision )"),
            Map.entry("$bytes", "Candidate( $bytes : memory.runtime )"),
            Map.entry("$config", "LanguageModel( $config : facts.config.attention )"),
            Map.entry("$candidate", "$candidate : Candidate()"),
            Map.entry("$plan", "Candidate( $plan : plan )"),
            Map.entry("$option", "Candidate( $option : option )"),
            Map.entry("$period", "Candidate( $period : option.sold )"));

    private static final SortedMap<String, Meaning> MEANINGS = FactMeanings.read();

    @Test
    void everyPropertyHasAMeaningAndEveryMeaningIsOfAProperty() {
        assertThat(MEANINGS.keySet()).containsExactlyElementsOf(FactIndex.keys());
    }

    @Test
    void everyMeaningIsOneSentenceWithoutItsEndInEachLanguage() {
        assertThat(MEANINGS).allSatisfy((key, meaning) -> {
            assertThat(meaning.text().en()).doesNotEndWith(".").doesNotContain("|");
            assertThat(meaning.text().zh())
                    .containsPattern("\\p{IsHan}")
                    .doesNotEndWith("。")
                    .doesNotContain("|");
        });
    }

    @Test
    void everyExampleIsAConstraintOnItsPropertyThatCompiles() {
        String rules = FactTypes.all().stream()
                .flatMap(type -> type.properties().stream().map(property -> rule(type, property)))
                .collect(joining());
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        byte[] text = (imports() + rules).getBytes(StandardCharsets.UTF_8);
        files.write(
                "src/main/resources/facts/examples.drl", services.getResources().newByteArrayResource(text, "UTF-8"));
        assertThat(services.newKieBuilder(files)
                        .buildAll(ExecutableModelProject.class)
                        .getResults()
                        .getMessages(Message.Level.ERROR))
                .isEmpty();
    }

    private static String rule(FactType type, FactProperty property) {
        String key = type.name() + "." + property.name();
        String example = FactIndex.example(property, MEANINGS.get(key));
        assertThat(example).as(key).contains(property.method().getName());
        if (example.startsWith("{")) {
            return "";
        }
        String bound = BOUND.keySet().stream()
                .filter(name -> example.contains(name) && !example.contains(name + " :"))
                .sorted()
                .map(BOUND::get)
                .collect(joining("\n    "));
        return "rule \"%s\"\nwhen\n    %s\n    %s( %s )\nthen\nend\n"
                .formatted(key, bound, type.type().getCanonicalName(), example);
    }

    private static String imports() {
        return "package facts;\n"
                + FactTypes.all().stream()
                        .map(type -> "import %s;\n".formatted(outer(type.type()).getCanonicalName()))
                        .distinct()
                        .collect(joining());
    }

    private static Class<?> outer(Class<?> type) {
        return type.getEnclosingClass() == null ? type : type.getEnclosingClass();
    }
}
