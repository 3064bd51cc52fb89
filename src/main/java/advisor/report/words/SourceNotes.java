package advisor.report.words;

import advisor.facts.law.CountryStatus;
import advisor.facts.law.ExportStatus;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.BillItem;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Confidence;
import advisor.facts.unit.Figure;
import advisor.facts.unit.Interval;
import advisor.facts.unit.Parameter;
import advisor.facts.unit.Source;
import advisor.facts.unit.Sourced;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.text.Language;
import advisor.text.NamedDays;
import advisor.text.Text;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sources that a page cites, numbered in the order in which it does, with what was read in each. */
public final class SourceNotes {
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;
    private final LocalDate asOf;
    private final Map<String, Source> sources;
    private final Map<String, Note> notes = new LinkedHashMap<>();

    /** @param asOf the day of the page: it tells of none after it */
    public SourceNotes(Map<String, Source> sources, Language language, LocalDate asOf) {
        this.asOf = asOf;
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.sources = sources;
    }

    /** A source, and by its places what was read there. */
    private record Note(int number, Map<String, Place> places) {}

    private record Place(String number, Set<String> read) {}

    /** {@code [3]}, or {@code [3.2]} for a place in a source. */
    public String cite(String citation) {
        return "[" + place(citation).number() + "]";
    }

    /** As {@link #cite(String)}; what was read will be told beside the source. */
    public String cite(Sourced read) {
        Place place = place(read.source());
        place.read().add(reading(read));
        return "[" + place.number() + "]";
    }

    public String cite(List<? extends Sourced> read) {
        return read.stream().map(this::cite).distinct().collect(Collectors.joining(" "));
    }

    private Place place(String citation) {
        String id = Source.idOf(citation);
        Note note = notes.computeIfAbsent(id, key -> new Note(notes.size() + 1, new LinkedHashMap<>()));
        String anchor = citation.substring(Math.min(citation.length(), id.length() + 1));
        long named =
                note.places().keySet().stream().filter(key -> !key.isEmpty()).count();
        String number = anchor.isEmpty() ? "" + note.number() : note.number() + "." + (named + 1);
        return note.places().computeIfAbsent(anchor, key -> new Place(number, new LinkedHashSet<>()));
    }

    /** Every source that was cited, once; empty if none was. */
    public String section(Screen screen) {
        Page page = new Page(screen);
        if (!notes.isEmpty()) {
            page.heading(phrases.say("explain.read-at"));
        }
        notes.forEach((id, note) -> {
            Source source = sources.get(id);
            page.hanging(2, "[%s] %s".formatted(note.number(), source == null ? id : headline(source)), 6);
            note.places().forEach((anchor, place) -> place(page, source, anchor, place));
        });
        return page.text();
    }

    private void place(Page page, @Nullable Source source, String anchor, Place place) {
        if (!anchor.isEmpty()) {
            Text title = source == null ? null : source.places().get(anchor);
            page.hanging(6, "[%s] %s".formatted(place.number(), title == null ? anchor : title.in(language)), 12);
        }
        place.read().forEach(read -> page.hanging(anchor.isEmpty() ? 6 : 12, "· " + read, anchor.isEmpty() ? 8 : 14));
    }

    /** Title, day, kind, and where it is to be found, without what is later than the page. */
    private String headline(Source source) {
        LocalDate published = source.published();
        String title = source.title().in(language);
        return joined(
                NamedDays.anyAfter(asOf, title) ? null : title,
                published == null ? readOn(source.retrieved()) : day(published),
                phrases.say("Grade." + source.grade()),
                NamedDays.anyAfter(asOf, source.where()) ? null : source.where(),
                source.id());
    }

    private @Nullable String readOn(LocalDate day) {
        return day.isAfter(asOf) ? null : phrases.say("explain.read-on", day);
    }

    private @Nullable String day(LocalDate day) {
        return day.isAfter(asOf) ? null : day.toString();
    }

    /** What was read, in the source's own words where they differ, since when, and how sure it is. */
    private String reading(Sourced read) {
        if (read instanceof Parameter parameter) {
            String value = interval(parameter.range()) + phrases.unit(parameter.unit());
            return joined(
                    parameter.id() + " = " + value + " · " + parameter.title().in(language),
                    since(parameter.from()),
                    printed(parameter.asPrinted()),
                    confidence(parameter.confidence()));
        }
        if (read instanceof Figure figure) {
            return joined(
                    phrases.say("figure." + figure.name()) + " = " + figure.value(),
                    day(figure.date()),
                    printed(figure.asPrinted()),
                    confidence(figure.confidence()));
        }
        if (read instanceof Quote quote) {
            return joined(
                    wording.range(quote.price()) + " · " + phrases.choice(quote.kind()),
                    since(quote.period().from()),
                    printed(quote.asPrinted()),
                    confidence(quote.confidence()));
        }
        return other(read);
    }

    private String other(Sourced read) {
        if (read instanceof BillItem item) {
            return joined(
                    phrases.say("part." + item.part()) + " " + wording.range(item.price()), printed(item.asPrinted()));
        }
        if (read instanceof ApiOffer offer) {
            String price = phrases.say("offer", wording.money(offer.input()), wording.money(offer.output()));
            return joined(
                    price + " · " + phrases.choice(offer.kind()),
                    since(offer.period().from()));
        }
        if (read instanceof ExportStatus status) {
            return joined(
                    status.accelerator() + " · " + phrases.choice(status.state()) + " · "
                            + phrases.choice(status.gate()),
                    since(status.period().from()));
        }
        if (read instanceof CountryStatus status) {
            return joined(phrases.choice(status.state()), since(status.period().from()));
        }
        return read.getClass().getSimpleName().equals("Checkpoint")
                ? phrases.say("label.checkpoint")
                : phrases.say("machine.usable");
    }

    private String interval(Interval range) {
        String likely = wording.precise(range.likely());
        return range.low() == range.high()
                ? likely
                : "%s [%s–%s]".formatted(likely, wording.precise(range.low()), wording.precise(range.high()));
    }

    private String since(LocalDate day) {
        return phrases.say("explain.since", day);
    }

    private @Nullable String printed(@Nullable String words) {
        return words == null ? null : phrases.say("explain.printed", words);
    }

    private @Nullable String confidence(@Nullable Confidence confidence) {
        return confidence == null ? null : phrases.choice(confidence);
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }
}
