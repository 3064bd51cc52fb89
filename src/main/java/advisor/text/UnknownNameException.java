package advisor.text;

import java.util.Collection;

/** Somebody asked for a thing that the catalog does not have; the message names the nearest ones. */
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String kind;
    private final transient Text text;

    /** @param kind what was asked for, in both languages */
    public UnknownNameException(Text kind, String name, Collection<String> known) {
        this(kind.en(), text(kind, name, NearestName.hintText(name, known)));
    }

    /**
     * @param kind what was asked for, in both languages
     * @param why there is none
     */
    public UnknownNameException(Text kind, String name, Text why) {
        this(kind.en(), text(kind, name, why));
    }

    /** @param text what is wrong with the name, and what could be meant */
    public UnknownNameException(String kind, Text text) {
        super(text.en());
        this.kind = kind;
        this.text = text;
    }

    /** What was asked for: {@code model}, {@code option} … */
    public String kind() {
        return kind;
    }

    public Text text() {
        return text;
    }

    public String message(Language language) {
        return text.in(language);
    }

    private static Text text(Text kind, String name, Text hint) {
        return new Text(
                "The %s (%s) is not in the catalog.%s".formatted(kind.en(), name, onItsLine(hint.en())),
                "目录中没有该%s（%s）。%s".formatted(kind.zh(), name, onItsLine(hint.zh())));
    }

    private static String onItsLine(String hint) {
        return hint.isEmpty() ? "" : System.lineSeparator() + hint;
    }
}
