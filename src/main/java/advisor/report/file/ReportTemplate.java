package advisor.report.file;

import advisor.text.Language;
import advisor.words.Phrases;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A template of a report, from the resources of this package. What is filled in is escaped. */
final class ReportTemplate {
    /** All that Markdown could take for its own, or for HTML. */
    private static final Mustache.Escaper MARKDOWN = Escapers.simple(new String[][] {
        {"\\", "\\\\"}, {"`", "\\`"}, {"*", "\\*"}, {"_", "\\_"}, {"[", "\\["}, {"]", "\\]"},
        {"<", "&lt;"}, {">", "&gt;"}, {"|", "\\|"}, {"#", "\\#"}, {"\n", " "}, {"\r", " "}
    });

    private final Template template;
    private final Mustache.Escaper escaper;

    private ReportTemplate(String name, Mustache.Escaper escaper) {
        this.escaper = escaper;
        this.template = Mustache.compiler().withEscaper(escaper).compile(resource(name));
    }

    static ReportTemplate html() {
        return new ReportTemplate("report.html", Escapers.HTML);
    }

    /** Of what is no advice as a whole. */
    static ReportTemplate document() {
        return new ReportTemplate("document.html", Escapers.HTML);
    }

    static ReportTemplate markdown() {
        return new ReportTemplate("report.md", MARKDOWN);
    }

    /** Filled in with a view and some values beside it; {@code say} stands for the phrase that it encloses. */
    String fill(Record view, Map<String, String> beside, Language language) {
        Phrases phrases = new Phrases(language);
        Mustache.Lambda say = (fragment, out) -> out.write(escaper.escape(phrases.say(fragment.execute())));
        StringWriter filled = new StringWriter();
        template.execute(view, new Values(beside, say), filled);
        return filled.toString();
    }

    /** What stands beside a view. */
    private static final class Values implements Mustache.CustomContext {
        private final Map<String, String> texts;
        private final Mustache.Lambda say;

        Values(Map<String, String> texts, Mustache.Lambda say) {
            this.texts = texts;
            this.say = say;
        }

        @Override
        public @Nullable Object get(String name) {
            return name.equals("say") ? say : texts.get(name);
        }
    }

    static String resource(String name) {
        try (InputStream stream = ReportTemplate.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
