package advisor.audit.record;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Records one document several times into a folder, and says so each time: for tests of several processes. */
final class RecordingProgram {
    private RecordingProgram() {}

    /** @param args folder, file that holds the document, how many times */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ObjectNode document =
                (ObjectNode) new JsonMapper().readTree(Path.of(args[1]).toFile());
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            out.println(new RecordFolder(Path.of(args[0])).store(document).sha256());
        }
    }
}
