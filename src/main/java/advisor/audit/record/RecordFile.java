package advisor.audit.record;

import advisor.file.AtomicFile;
import advisor.request.BadRequestException;
import advisor.text.Text;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A record by itself: packed if its name says so, plain for reading if not. */
record RecordFile(Path file) implements RecordTarget {
    @Override
    public void refuseIfUnusable() {
        Path folder = AtomicFile.folder(file);
        if (Files.exists(file)) {
            throw taken();
        }
        if (!Files.isDirectory(folder)) {
            throw RecordTarget.unusable(file, new NoSuchFileException(folder.toString()));
        }
    }

    @Override
    public Stored store(ObjectNode document) {
        byte[] bytes = Seal.sealed(document);
        try {
            AtomicFile.write(file, file.toString().endsWith(Packing.SUFFIX) ? Packing.packed(bytes) : bytes);
        } catch (FileAlreadyExistsException e) {
            throw taken();
        } catch (IOException e) {
            throw RecordTarget.unusable(file, e);
        }
        return new Stored(file, Seal.claimed(bytes));
    }

    private BadRequestException taken() {
        String line = System.lineSeparator();
        return new BadRequestException(List.of(new Text(
                "The record (%s) must not be a file that exists.%sMaybe name another, or a folder: it then joins a chain."
                        .formatted(file, line),
                "记录（%s）不得是已有文件。%s请另取文件名，或给出文件夹以加入记录链。".formatted(file, line))));
    }
}
