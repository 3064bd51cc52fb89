package advisor.cli;

import advisor.model.Language;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which language the program answers. */
final class Speech {
    @Option(names = "--lang", paramLabel = "en|zh", description = "Language of the answer; default: the locale's.")
    private @Nullable Language language;

    Language language() {
        if (language != null) {
            return language;
        }
        boolean chinese = Locale.getDefault().getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? Language.ZH : Language.EN;
    }
}
