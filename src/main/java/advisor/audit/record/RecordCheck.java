package advisor.audit.record;

import advisor.text.Text;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Whether one record is what was once written, by what it carries itself. */
final class RecordCheck {
    private final String name;
    private final byte[] bytes;
    private final ObjectNode document;
    private final List<Text> faults = new ArrayList<>();

    RecordCheck(String name, byte[] bytes, ObjectNode document) {
        this.name = name;
        this.bytes = bytes;
        this.document = document;
    }

    /** Every fault, with the record's name. */
    List<Text> faults() {
        if (!Seal.begins(bytes)) {
            fault("this is no record, or its beginning was altered", "不是记录，或开头已被改动");
            return faults;
        }
        if (!Seal.fits(bytes)) {
            fault(
                    "the record was altered: its bytes do not have the SHA-256 that it states",
                    "记录已被改动：其字节与所载 SHA-256 不符");
        }
        if (document.isEmpty()) {
            fault("the record is not valid JSON, or refers to what it does not say", "记录不是有效的 JSON，或引用了其中没有的内容");
            return faults;
        }
        texts();
        Invariants.broken(document).forEach(broken -> fault(broken.en(), broken.zh()));
        return faults;
    }

    private void texts() {
        files("rules/", document.path("ruleBase"));
        files("catalog/", document.path("catalog"));
        whole("rules", document.path("ruleBase"), Texts.rules(document).sha256());
        whole("catalog", document.path("catalog"), Texts.catalog(document).sha256());
    }

    private void files(String folder, JsonNode holder) {
        for (JsonNode file : holder.path("files")) {
            String actual = Texts.sha256(file.path("text").asText());
            if (!actual.equals(file.path("sha256").asText())) {
                String path = folder + file.path("path").asText();
                fault(
                        "the text of %s in it was altered: it does not have its SHA-256".formatted(path),
                        "其中 %s 的文本已被改动，与其 SHA-256 不符".formatted(path));
            }
        }
    }

    private void whole(String what, JsonNode holder, String actual) {
        if (!actual.equals(holder.path("sha256").asText())) {
            fault(
                    "the files of its %s are not those that were recorded: one was added, removed or altered"
                            .formatted(what),
                    "其 %s 文件与记录时不同：有文件被增加、删除或改动".formatted(what));
        }
    }

    private void fault(String en, String zh) {
        faults.add(new Text("%s: %s.".formatted(name, en), "%s：%s。".formatted(name, zh)));
    }
}
