package advisor.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program's entry. Standard streams are UTF-8 whatever the platform says. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        int exitCode = CommandLineProgram.run(args, new FileOutputStream(FileDescriptor.out), err);
        err.flush();
        System.exit(exitCode);
    }
}
