package advisor.report.file;

import advisor.facts.unit.Source;
import advisor.text.Language;
import advisor.text.Text;
import advisor.words.Phrases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sources that a report cites, numbered in the order in which it does. */
final class Citations {
    private final Map<String, Source> sources;
    private final Language language;
    private final Phrases phrases;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    Citations(Map<String, Source> sources, Language language) {
        this.sources = sources;
        this.language = language;
        this.phrases = new Phrases(language);
    }

    /** @param place in the source; {@code null} for the whole of it */
    record Citation(int number, @Nullable String place) {}

    /**
     * A source with what is told of it.
     *
     * @param href {@code null} if it is to be found at no web address
     */
    record Entry(int number, String id, String title, String day, String grade, String where, @Nullable String href) {}

    List<Citation> of(List<String> citations) {
        return citations.stream().map(this::cite).distinct().toList();
    }

    /** The sources of some citations, each once. */
    static List<Integer> numbers(List<Citation> citations) {
        return citations.stream().map(Citation::number).distinct().toList();
    }

    private Citation cite(String citation) {
        String id = Source.idOf(citation);
        int number = numbers.computeIfAbsent(id, key -> numbers.size() + 1);
        Source source = sources.get(id);
        Text place = source == null ? null : source.places().get(citation.substring(citation.indexOf('#') + 1));
        return new Citation(number, place == null ? null : place.in(language));
    }

    /** All that were cited so far, by number. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        numbers.forEach((id, number) -> entries.add(entry(number, id, sources.get(id))));
        return entries;
    }

    private Entry entry(int number, String id, @Nullable Source source) {
        if (source == null) {
            return new Entry(number, id, id, "", "", "", null);
        }
        return new Entry(
                number,
                id,
                source.title().in(language),
                day(source),
                phrases.say("Grade." + source.grade()),
                source.where(),
                href(source.address()));
    }

    private String day(Source source) {
        LocalDate published = source.published();
        return published == null ? phrases.say("explain.read-on", source.retrieved()) : published.toString();
    }

    /** Nothing but a web address becomes a link. */
    private static @Nullable String href(@Nullable String address) {
        return address != null && address.matches("https?://\\S+") ? address : null;
    }
}
