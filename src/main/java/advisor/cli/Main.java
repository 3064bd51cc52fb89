package advisor.cli;

import advisor.cli.option.Speech;
import advisor.text.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The program's entry. Standard streams are UTF-8 whatever the platform says. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        String[] arguments = commandFirst(args);
        Speech.asked(List.of(args)).ifPresent(language -> Locale.setDefault(locale(language)));
        int exitCode = CommandLineProgram.run(arguments, new FileOutputStream(FileDescriptor.out), err);
        err.flush();
        System.exit(exitCode);
    }

    /** Help is written in the language of the locale. */
    private static Locale locale(Language language) {
        return language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /** {@code --lang zh advise …} is {@code advise … --lang zh}: each command has its own options. */
    private static String[] commandFirst(String[] args) {
        int language = args.length > 1 && args[0].equals("--lang")
                ? 2
                : args.length > 0 && args[0].startsWith("--lang=") ? 1 : 0;
        Stream<String> rest = Arrays.stream(args, language, args.length);
        boolean command = args.length > language && !args[language].startsWith("-");
        return Stream.concat(rest, command ? Arrays.stream(args, 0, language) : Stream.empty())
                .toArray(String[]::new);
    }
}
