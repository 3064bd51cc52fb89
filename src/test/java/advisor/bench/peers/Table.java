package advisor.bench.peers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What every peer is generated from.
 *
 * @param options what each field of {@link Fields#OPTION} holds, by name; texts and constants as their ids
 * @param requests the same of {@link Fields#REQUEST}; each is one scenario with all options
 */
record Table(List<Rule> rules, List<Map<String, Object>> options, List<Map<String, Object>> requests) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One finding on each option for which all conditions hold. The first condition is on the option. */
    record Rule(String id, List<Condition> conditions) {
        /** The part of the id before the slash: the rule's file. */
        String topic() {
            return id.substring(0, id.indexOf('/'));
        }

        List<Condition> on(Owner owner) {
            return conditions.stream()
                    .filter(condition -> condition.owner() == owner)
                    .toList();
        }
    }

    /** Whose field a condition reads. */
    enum Owner {
        OPTION,
        REQUEST
    }

    /**
     * A comparison of one field.
     *
     * @param operator {@code < <= > >= == !=}
     * @param constant what it is compared with; {@code null} if that is a field of the request
     * @param requestField the field of the request that it is compared with, or {@code null}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Condition(Owner owner, String field, String operator, Object constant, String requestField) {
        Field read() {
            return Fields.of(owner).get(field);
        }
    }

    static Table read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
