package advisor.cli;

import advisor.model.Language;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** In which language the program answers. */
final class Speech {
    @Option(names = "--lang", paramLabel = "en|zh", description = "Language of the answer; default: the locale's.")
    private @Nullable Language language;

    /** The language that a command was asked to answer in. */
    static Language of(CommandLine command) {
        return command.getCommandSpec().mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(Speech.class::isInstance)
                .map(speech -> ((Speech) speech).language())
                .findFirst()
                .orElseGet(() -> new Speech().language());
    }

    Language language() {
        if (language != null) {
            return language;
        }
        boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? Language.ZH : Language.EN;
    }
}
