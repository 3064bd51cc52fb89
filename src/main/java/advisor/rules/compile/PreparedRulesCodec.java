package advisor.rules.compile;

import advisor.facts.Ceiling;
import advisor.facts.Finding;
import advisor.facts.Lens;
import advisor.rules.text.Check;
import advisor.rules.text.Fault;
import advisor.rules.text.RuleDefinition;
import advisor.rules.text.RuleFile;
import advisor.text.Problem;
import advisor.text.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prepared rules as bytes. The folder of a file is left out: the same file may lie in several. */
final class PreparedRulesCodec {
    private PreparedRulesCodec() {}

    static byte[] encode(PreparedRules prepared) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Writer writer = new Writer(out);
            writer.list(prepared.rules(), writer::rule);
            writer.list(prepared.faults(), writer::fault);
            writer.list(prepared.compiled().modelClasses(), writer::text);
            writer.list(List.copyOf(new TreeMap<>(prepared.compiled().classes()).entrySet()), writer::type);
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot fail to be written.", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Prepared rules as those of a file.
     *
     * @throws IOException if the bytes end too early
     * @throws IllegalArgumentException if they are none of {@link #encode}
     */
    static PreparedRules decode(byte[] bytes, RuleFile file) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Reader reader = new Reader(in, file);
            List<RuleDefinition> rules = reader.list(reader::rule);
            List<Fault> faults = reader.list(reader::fault);
            List<String> models = reader.list(reader::text);
            Map<String, byte[]> classes = new TreeMap<>();
            reader.list(reader::type).forEach(type -> classes.put(type.getKey(), type.getValue()));
            return new PreparedRules(rules, faults, new CompiledRules(Map.copyOf(classes), models));
        }
    }

    /** Writes one thing. */
    private interface Encoder<T> {
        void write(T thing) throws IOException;
    }

    /** Reads one thing. */
    private interface Decoder<T> {
        T read() throws IOException;
    }

    private record Writer(DataOutputStream out) {
        <T> void list(List<T> things, Encoder<T> encoder) throws IOException {
            out.writeInt(things.size());
            for (T thing : things) {
                encoder.write(thing);
            }
        }

        void bytes(byte[] bytes) throws IOException {
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        void text(String text) throws IOException {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        void optional(@Nullable Object value) throws IOException {
            out.writeBoolean(value != null);
            if (value != null) {
                text(value.toString());
            }
        }

        void rule(RuleDefinition rule) throws IOException {
            text(rule.id());
            out.writeInt(rule.line());
            out.writeInt(rule.endLine());
            text(rule.kind().name());
            out.writeInt(rule.points());
            optional(rule.atMost());
            list(rule.sources(), this::text);
            text(rule.text().en());
            text(rule.text().zh());
            optional(rule.lens());
            optional(rule.corrects());
            optional(rule.since());
            list(rule.exceptions(), this::text);
        }

        void fault(Fault fault) throws IOException {
            text(fault.check().name());
            text(fault.rule());
            text(fault.excerpt());
            out.writeInt(fault.problem().line());
            out.writeInt(fault.problem().column());
            text(fault.problem().message());
            text(fault.problem().hint());
        }

        void type(Map.Entry<String, byte[]> type) throws IOException {
            text(type.getKey());
            bytes(type.getValue());
        }
    }

    private record Reader(DataInputStream in, RuleFile file) {
        <T> List<T> list(Decoder<T> decoder) throws IOException {
            int size = in.readInt();
            List<T> things = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                things.add(decoder.read());
            }
            return List.copyOf(things);
        }

        byte[] bytes() throws IOException {
            int length = in.readInt();
            byte[] bytes = in.readNBytes(length);
            if (bytes.length != length) {
                throw new IOException("The bytes end too early.");
            }
            return bytes;
        }

        String text() throws IOException {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        <T> @Nullable T optional(Function<String, T> parse) throws IOException {
            return in.readBoolean() ? parse.apply(text()) : null;
        }

        RuleDefinition rule() throws IOException {
            return new RuleDefinition(
                    text(),
                    file.folder(),
                    file.name(),
                    in.readInt(),
                    in.readInt(),
                    Finding.Kind.valueOf(text()),
                    in.readInt(),
                    optional(Ceiling::valueOf),
                    list(this::text),
                    new Text(text(), text()),
                    optional(Lens::valueOf),
                    optional(Function.identity()),
                    optional(LocalDate::parse),
                    list(this::text));
        }

        Fault fault() throws IOException {
            return new Fault(
                    Check.valueOf(text()),
                    text(),
                    text(),
                    new Problem(file.path(), in.readInt(), in.readInt(), text(), text()));
        }

        Map.Entry<String, byte[]> type() throws IOException {
            return Map.entry(text(), bytes());
        }
    }
}
