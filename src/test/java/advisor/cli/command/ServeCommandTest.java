package advisor.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import advisor.cli.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a server from starting. */
class ServeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void thePortMustBeOne() {
        refused("The port (65536) must be 0 to 65535.", "--port", "65536");
        refused("The port (-1)", "--port=-1");
        refused("The health-port (70000) must be 0 to 65535.", "--health-port", "70000");
    }

    @Test
    void offLoopbackATokenIsNeeded() {
        refused("The host (0.0.0.0) is no loopback address", "--host", "0.0.0.0");
        refused("Maybe --token-file FILE?", "--host", "192.0.2.1");
        CommandRun chinese = CommandRun.of("serve", "--host", "0.0.0.0", "--lang", "zh");
        assertThat(chinese.exitCode()).isEqualTo(2);
        assertThat(chinese.err()).contains("必须使用令牌");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        CommandRun run =
                CommandRun.of("serve", "--port", "70000", "--host", "0.0.0.0", "--cors", "*", "--host-name", "a:1");
        assertThat(run.err()).contains("The port (70000)", "The host (0.0.0.0)", "The cors (*)", "The host-name (a:1)");
    }

    @Test
    void aTokenIsItsOwnersAlone() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        refused("must be readable by its owner alone", "--token-file", token("0123456789abcdef", "rw-r-----"));
    }

    @Test
    void aTokenIsLongAndPlain() throws IOException {
        refused("at least 16 plain characters", "--token-file", token("0123456789abcde\n", "rw-------"));
        refused("at least 16 plain characters", "--token-file", token("0123456789 abcdef", "rw-------"));
        refused("cannot be read", "--token-file", folder.resolve("none").toString());
    }

    @Test
    void aPortInUseIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            refused("The port (%s) of 127.0.0.1 cannot be listened on".formatted(port), "--port", port);
        }
    }

    private String token(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file.toString();
    }

    private static void refused(String message, String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "serve";
        all[1] = "--lang";
        all[2] = "en";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        CommandRun run = CommandRun.of(all);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }
}
