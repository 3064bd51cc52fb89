package advisor.file;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.text.Layers;
import advisor.text.Layers.Layer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerFilesTest {
    @TempDir
    Path folder;

    private Layer drafted;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("options"));
        Files.writeString(folder.resolve("options/a.yaml"), "old");
        Files.writeString(folder.resolve("options/c.yaml"), "kept");
        drafted = Layers.ofCatalog(folder)
                .with(folder, "options/a.yaml", "new")
                .with(folder, "options/b.yaml", "begun")
                .with(folder, "own/d.yaml", "in a folder that is not there")
                .all()
                .get(0);
    }

    @Test
    void aDraftIsReadInThePlaceOfTheFile() throws IOException {
        assertThat(LayerFiles.text(drafted, "options/a.yaml")).isEqualTo("new");
        assertThat(LayerFiles.bytes(drafted, "options/b.yaml")).isEqualTo("begun".getBytes(StandardCharsets.UTF_8));
        assertThat(LayerFiles.text(drafted, "options/c.yaml")).isEqualTo("kept");
        assertThat(folder.resolve("options/a.yaml")).hasContent("old");
        assertThat(folder.resolve("options/b.yaml")).doesNotExist();
    }

    @Test
    void whatWouldBeBegunIsListedOnce() {
        assertThat(LayerFiles.names(drafted, "options")).containsExactly("a.yaml", "b.yaml", "c.yaml");
        assertThat(LayerFiles.names(drafted, "")).containsExactly("options", "own");
        assertThat(LayerFiles.names(drafted, "opt")).isEmpty();
    }

    @Test
    void whatWouldBeBegunExists() {
        assertThat(LayerFiles.exists(drafted, "options/b.yaml")).isTrue();
        assertThat(LayerFiles.exists(drafted, "own")).isTrue();
        assertThat(LayerFiles.exists(drafted, "options/none.yaml")).isFalse();
        assertThat(LayerFiles.exists(drafted, "ow")).isFalse();
    }

    @Test
    void aDraftOfAnotherFolderChangesNothing(@TempDir Path other) throws IOException {
        Layer same = Layers.ofCatalog(folder)
                .with(other, "options/a.yaml", "new")
                .all()
                .get(0);
        assertThat(LayerFiles.text(same, "options/a.yaml")).isEqualTo("old");
    }
}
