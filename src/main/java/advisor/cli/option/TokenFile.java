package advisor.cli.option;

import advisor.request.BadRequestException;
import advisor.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The file that holds what a client must show. */
final class TokenFile {
    private static final int SHORTEST = 16;
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    private TokenFile() {}

    /**
     * The token in a file, without blanks around it.
     *
     * @throws BadRequestException if others may read the file, or the token is too short or no plain word
     */
    static String read(Path file) {
        try {
            refuseOpen(file);
            return checked(file, Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw fault(file, "cannot be read.", "无法读取。");
        }
    }

    private static void refuseOpen(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (PosixFilePermissions.toString(permissions).endsWith("------")) {
            return;
        }
        throw fault(
                file,
                "must be readable by its owner alone.%nMaybe chmod 600?".formatted(),
                "只能由所有者读取。%n可用：chmod 600".formatted());
    }

    private static String checked(Path file, String token) {
        if (token.length() < SHORTEST || !TOKEN.matcher(token).matches()) {
            throw fault(
                    file,
                    "must hold one word of at least %s plain characters.%nMaybe openssl rand -hex 32?"
                            .formatted(SHORTEST),
                    "必须是一个至少 %s 个可见 ASCII 字符的单词。%n可用：openssl rand -hex 32".formatted(SHORTEST));
        }
        return token;
    }

    private static BadRequestException fault(Path file, String en, String zh) {
        return new BadRequestException(List.of(
                new Text("The token-file (%s) %s".formatted(file, en), "token-file（%s）%s".formatted(file, zh))));
    }
}
