package advisor.cli.option;

import advisor.text.Language;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** In which language the program answers. */
public final class Speech {
    @Option(names = "--lang", paramLabel = "en|zh", description = "Language of the answer; default: the locale's.")
    private @Nullable Language language;

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

    /** The language that the user's system speaks: that of the help. */
    static Language ofLocale() {
        boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? Language.ZH : Language.EN;
    }
}
