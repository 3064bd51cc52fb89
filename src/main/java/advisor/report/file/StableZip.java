package advisor.report.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the clock out of an Office file: the same content is the same bytes. */
final class StableZip {
    private static final String PROPERTIES = "docProps/core.xml";

    private StableZip() {}

    /**
     * The same file as if it had been made on a day.
     *
     * @throws IOException if no temporary file can be written: its entries can only be read by its directory
     */
    static byte[] of(byte[] office, LocalDate day) throws IOException {
        Path file = Files.createTempFile("advisor", ".xlsx");
        try {
            Files.write(file, office);
            return copied(file, day);
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] copied(Path file, LocalDate day) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry stable = new ZipEntry(entry.getName());
                stable.setTimeLocal(day.atStartOfDay());
                out.putNextEntry(stable);
                out.write(content(in, entry, day));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] content(ZipFile in, ZipEntry entry, LocalDate day) throws IOException {
        try (InputStream stream = in.getInputStream(entry)) {
            byte[] content = stream.readAllBytes();
            return entry.getName().equals(PROPERTIES) ? dated(content, day) : content;
        }
    }

    private static byte[] dated(byte[] properties, LocalDate day) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z", day + "T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
