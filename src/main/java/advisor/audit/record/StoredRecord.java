package advisor.audit.record;

import advisor.file.RegularFile;
import advisor.report.json.JsonReport;
import advisor.request.BadRequestException;
import advisor.text.Text;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A record as it lies in a file, whether or not it is whole. */
public final class StoredRecord {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String name;
    private final byte[] bytes;
    private final ObjectNode document;
    private final List<Text> faults;

    private StoredRecord(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        this.document = parse(bytes);
        this.faults = new RecordCheck(name, bytes, document).faults();
    }

    /** A file's name and bytes, packed or plain, as a record. */
    public static StoredRecord of(String name, byte[] bytes) {
        try {
            return new StoredRecord(name, Packing.plain(bytes));
        } catch (IOException e) {
            // What cannot be unpacked is no record, and is told as such.
            return new StoredRecord(name, bytes);
        }
    }

    /**
     * Reads a file.
     *
     * @throws BadRequestException if it cannot be read
     */
    public static StoredRecord read(Path file) {
        try {
            return of(String.valueOf(file.getFileName()), RegularFile.bytes(file));
        } catch (IOException e) {
            throw new BadRequestException(List.of(new Text(
                    "The record (%s) cannot be read: %s.%sMaybe it is another file?"
                            .formatted(file, e.getMessage(), System.lineSeparator()),
                    "无法读取记录（%s）：%s。%s请检查文件路径。".formatted(file, e.getMessage(), System.lineSeparator()))));
        }
    }

    /**
     * This record, if it is what was once written.
     *
     * @throws DamagedRecordException with all that is wrong with it
     */
    public StoredRecord orThrow() {
        if (!faults.isEmpty()) {
            throw new DamagedRecordException(faults);
        }
        return this;
    }

    /** All that is wrong with it in itself, whatever stands beside it. */
    public List<Text> faults() {
        return faults;
    }

    /** An empty object for bytes that are no JSON object, or one whose references lead nowhere. */
    private static ObjectNode parse(byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            return root instanceof ObjectNode object
                    ? RecordForm.of(object).read(object)
                    : JsonNodeFactory.instance.objectNode();
        } catch (IOException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    public String name() {
        return name;
    }

    /** What was sealed, unpacked. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What it says, whatever its form; not to be changed. */
    public JsonNode document() {
        return document;
    }

    /** What it says as JSON, all in its place. */
    public String inFull() {
        return JsonReport.print(document);
    }

    /** The SHA-256 that it carries of itself; of a file that does not begin as a record does, an empty text. */
    public String sha256() {
        return Seal.begins(bytes) ? Seal.claimed(bytes) : "";
    }

    /** Its number in its chain, from 1. */
    public long sequence() {
        return document.path("sequence").asLong();
    }

    public String previousSha256() {
        return document.path("previousRecordSha256").asText();
    }

    public String decisionId() {
        return document.path("decisionId").asText();
    }
}
