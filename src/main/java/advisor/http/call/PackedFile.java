package advisor.http.call;

import advisor.file.RegularFile;
import advisor.request.BadRequestException;
import advisor.text.Text;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** A file in the body of a call, packed by gzip: a decision record is seven megabytes, and packed half of one. */
public final class PackedFile {
    /** The longest body that is read of any call. */
    public static final int MOST_PACKED_BYTES = 4 << 20;

    private PackedFile() {}

    /**
     * Reads and unpacks the body.
     *
     * @throws ProblemException if it is too long, or is not said to be packed
     * @throws BadRequestException if it cannot be unpacked
     */
    public static byte[] bytes(Context context) {
        if (!"application/gzip".equals(context.contentType())) {
            throw new ProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    new Text("The Content-Type must be application/gzip.", "Content-Type 必须是 application/gzip。"));
        }
        try {
            byte[] packed = context.bodyInputStream().readNBytes(MOST_PACKED_BYTES + 1);
            refuseLong(packed.length > MOST_PACKED_BYTES);
            byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(packed)).readNBytes(RegularFile.MOST_BYTES + 1);
            refuseLong(bytes.length > RegularFile.MOST_BYTES);
            return bytes;
        } catch (IOException e) {
            throw BadRequestException.of(
                    (String) null, new Text("The body is not a file packed by gzip.", "请求体不是 gzip 压缩的文件。"));
        }
    }

    private static void refuseLong(boolean tooLong) {
        if (tooLong) {
            throw new ProblemException(
                    HttpStatus.CONTENT_TOO_LARGE,
                    new Text(
                            "The file must not be longer than %s bytes, and packed %s."
                                    .formatted(RegularFile.MOST_BYTES, MOST_PACKED_BYTES),
                            "文件不得超过 %s 字节，压缩后不得超过 %s 字节。".formatted(RegularFile.MOST_BYTES, MOST_PACKED_BYTES)));
        }
    }
}
