package advisor.report.text;

import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.Finding;
import advisor.facts.model.Precision;
import advisor.report.screen.Columns;
import advisor.report.screen.Paint;
import advisor.report.screen.Screen;
import advisor.report.words.OptionFacts;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The viable options as a table, each with its weightiest reasons on a second line. */
public final class OptionTable {
    private static final int RANK = 3;
    private static final String INDENT = "     ";

    private final List<OptionVerdict> shown;
    private final Precision published;
    private final Screen screen;
    private final Paint paint;
    private final Phrases phrases;
    private final Wording wording;
    private final OptionFacts facts;

    public OptionTable(List<OptionVerdict> shown, Precision published, Screen screen) {
        this.shown = shown;
        this.published = published;
        this.screen = screen;
        this.paint = screen.paint();
        this.phrases = new Phrases(screen.language());
        this.wording = new Wording(screen.language());
        this.facts = new OptionFacts(screen.language());
    }

    public List<String> rows() {
        List<String> lines = new ArrayList<>();
        for (OptionVerdict verdict : shown) {
            lines.addAll(first(verdict));
            lines.addAll(second(verdict.best()));
            published(verdict).ifPresent(variant -> lines.addAll(wrapped(variant)));
            lines.addAll(why(verdict.best()));
        }
        return lines;
    }

    /** Stance and id stand beside the first line of a title that takes more. */
    private List<String> first(OptionVerdict verdict) {
        String stance = "%s %s"
                .formatted(
                        verdict.stance().title().in(screen.language()),
                        verdict.best().score());
        String id = "  " + verdict.option().id();
        int room = screen.columns() - RANK - 2 - Columns.width(id) - 2 - Columns.width(stance);
        List<String> title = Columns.wrap(verdict.option().title().in(screen.language()), room);
        String begin = Columns.fit(title.get(0), room);
        String line = Columns.padStart(Integer.toString(verdict.rank()), RANK)
                + "  "
                + paint.bold(begin)
                + paint.dim(id)
                + " ".repeat(room - Columns.width(begin) + 2)
                + paint.stance(verdict.stance(), stance);
        return Stream.concat(
                        Stream.of(line), title.stream().skip(1).map(rest -> " ".repeat(RANK + 2) + paint.bold(rest)))
                .toList();
    }

    private List<String> second(Verdict verdict) {
        Candidate candidate = verdict.candidate();
        return wrapped(facts.of(candidate, cost(candidate)));
    }

    /** Why the published format is not the one chosen, where it is kept out. */
    private Optional<String> published(OptionVerdict verdict) {
        return verdict.variants().stream()
                .filter(variant -> variant.candidate().precision().storedAs() == published)
                .flatMap(variant -> variant.decisive().stream()
                        .map(reason -> phrases.say(
                                "variant.kept-out",
                                variant.candidate().precision().label(),
                                reason.text().in(screen.language()))))
                .findFirst();
    }

    private String cost(Candidate candidate) {
        Cost cost = candidate.cost();
        return cost.likelyOutlay() == null
                ? wording.unknown()
                : facts.cost(candidate, wording.money(cost.likelyOutlay()));
    }

    /** What most sets the option apart from the others, for it and against it. */
    private List<String> why(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        distinctive(verdict, Finding.Kind.MERIT).ifPresent(reason -> lines.addAll(reason("+", reason)));
        distinctive(verdict, Finding.Kind.CONCERN).ifPresent(reason -> lines.addAll(reason("−", reason)));
        return lines;
    }

    private Optional<Reason> distinctive(Verdict verdict, Finding.Kind kind) {
        return verdict.reasons(kind).stream()
                .min(Comparator.<Reason>comparingDouble(reason -> -distinction(reason))
                        .thenComparing(Reason.BY_WEIGHT));
    }

    /** A reason's points, less the more options share it. */
    private double distinction(Reason reason) {
        long sharing = shown.stream()
                .filter(verdict -> verdict.best().reasons().stream()
                        .anyMatch(
                                other -> other.rule().id().equals(reason.rule().id())))
                .count();
        return Math.abs(reason.points()) * (1 + shown.size() - sharing);
    }

    private List<String> reason(String sign, Reason reason) {
        List<String> lines = new ArrayList<>();
        for (String line : Columns.wrap(reason.text().in(screen.language()), screen.columns() - INDENT.length() - 2)) {
            lines.add(INDENT + (lines.isEmpty() ? sign + " " : "  ") + line);
        }
        return lines;
    }

    private List<String> wrapped(String text) {
        return Columns.wrap(text, screen.columns() - INDENT.length()).stream()
                .map(line -> INDENT + line)
                .toList();
    }
}
