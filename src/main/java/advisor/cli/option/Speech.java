package advisor.cli.option;

import advisor.report.screen.Paint;
import advisor.report.screen.Screen;
import advisor.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** In which language the program answers. */
public final class Speech {
    private static final Pattern ASKED = Pattern.compile("--lang[ =](en|zh) ", Pattern.CASE_INSENSITIVE);

    @Option(names = "--lang", paramLabel = "en|zh", description = "Language of the answer; default: the locale's.")
    private @Nullable Language language;

    /** The language that arguments ask for, before they are parsed or where they cannot be. */
    public static Optional<Language> asked(List<String> arguments) {
        String all = String.join(" ", arguments) + " ";
        Matcher matcher = ASKED.matcher(all);
        return matcher.find()
                ? Optional.of(Language.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** The language that a command was asked to answer in. */
    public static Language of(CommandLine command) {
        return in(command.getCommandSpec()).findFirst().orElseGet(Speech::new).language();
    }

    /** The one mixed into a command, or into what is mixed into it. */
    private static Stream<Speech> in(CommandSpec command) {
        return command.mixins().values().stream()
                .flatMap(mixin -> mixin.userObject() instanceof Speech speech ? Stream.of(speech) : in(mixin));
    }

    public Language language() {
        return language == null ? ofLocale() : language;
    }

    /** What an answer is laid out for: the terminal that the launcher found, else a file. */
    public Screen screen() {
        Integer columns = Integer.getInteger("advisor.columns");
        return columns == null
                ? Screen.file(language())
                : Screen.terminal(language(), columns, Ansi.AUTO.enabled() ? Paint.COLOURED : Paint.PLAIN);
    }

    /** The language that the user's system speaks: that of the help. */
    static Language ofLocale() {
        boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? Language.ZH : Language.EN;
    }
}
