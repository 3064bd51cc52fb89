package advisor.report.file;

import advisor.advice.Advice;
import advisor.advice.OptionVerdict;
import advisor.advice.Reason;
import advisor.advice.Verdict;
import advisor.facts.Candidate;
import advisor.facts.Cost;
import advisor.facts.unit.Source;
import advisor.report.words.OptionFacts;
import advisor.report.words.OptionGroups;
import advisor.report.words.QuestionLine;
import advisor.report.words.Uncertainties;
import advisor.rules.session.RuleError;
import advisor.text.AdvisorVersion;
import advisor.text.Language;
import advisor.text.Points;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an advice into the words and charts of a report. */
final class ReportWriter {
    /** As the style prints them. */
    private static final int PLANS_OF_A_PAGE = 8;

    private static final int GROUPS_OF_A_PAGE = 6;

    private final Advice advice;
    private final Language language;
    private final Phrases phrases;
    private final Wording wording;
    private final OptionFacts facts;
    private final Citations citations;

    private ReportWriter(Advice advice, Map<String, Source> sources, Language language) {
        this.advice = advice;
        this.language = language;
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
        this.facts = new OptionFacts(language);
        this.citations = new Citations(sources, language);
    }

    static ReportView view(Advice advice, Map<String, Source> sources, Language language) {
        return new ReportWriter(advice, sources, language).write();
    }

    private ReportView write() {
        CostCharts charts = new CostCharts(advice, phrases, wording);
        List<ReportView.Option> viable =
                advice.viable().stream().map(this::option).toList();
        List<ReportView.Group> groups = Stream.of(
                        group("undecided", advice.undecided()), group("rejected", advice.rejected()))
                .filter(group -> !group.options().isEmpty())
                .toList();
        List<ReportView.Reason> notes =
                advice.notes().stream().map(this::reason).toList();
        return new ReportView(
                language.name().toLowerCase(Locale.ROOT),
                phrases.say("report.title", advice.model().title().in(language)),
                QuestionLine.of(advice, language),
                alarms(),
                HtmlDocument.answer(advice, language),
                viable,
                beyondPage(viable.size()),
                out(),
                charts.ranges(),
                charts.courses(),
                groups,
                notes,
                new Uncertainties(language).of(advice),
                citations.entries(),
                HtmlDocument.identity(advice, language),
                AdvisorVersion.NUMBER);
    }

    private @Nullable String beyondPage(int viable) {
        return viable > PLANS_OF_A_PAGE ? phrases.say("report.more", viable - PLANS_OF_A_PAGE) : null;
    }

    private List<String> out() {
        List<String> groups = new OptionGroups(language).of(advice.rejected());
        return groups.size() <= GROUPS_OF_A_PAGE
                ? groups
                : Stream.concat(
                                groups.stream().limit(GROUPS_OF_A_PAGE),
                                Stream.of(phrases.say("report.more", groups.size() - GROUPS_OF_A_PAGE)))
                        .toList();
    }

    private List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        if (!advice.complete()) {
            alarms.add(phrases.say("incomplete", advice.errors().size(), advice.ruleCount()));
            advice.errors().forEach(error -> alarms.add(alarm(error)));
        }
        return alarms;
    }

    private String alarm(RuleError error) {
        return phrases.say(
                "incomplete.rule",
                error.rule().place(),
                error.rule().id(),
                error.message().in(language));
    }

    private ReportView.Option option(OptionVerdict option) {
        Verdict best = option.best();
        Candidate candidate = best.candidate();
        String title = option.option().title().in(language);
        return new ReportView.Option(
                option.rank(),
                "option-" + option.rank(),
                option.option().id(),
                title,
                option.stance().id(),
                option.stance().title().in(language),
                best.score(),
                best.start(),
                facts.of(candidate, cost(candidate)),
                cost(candidate),
                best.reasons().stream().map(this::entry).toList(),
                LedgerChart.of(best, title, phrases),
                MemoryChart.of(candidate.memory(), phrases, wording),
                option.variants().stream().map(this::variant).toList());
    }

    private ReportView.Entry entry(Reason reason) {
        return new ReportView.Entry(
                Points.orDot(reason.points()),
                reason.text().in(language),
                founding(reason.corrects()),
                reason.rule().id(),
                citations.of(reason.sources()));
    }

    private @Nullable String founding(Reason.@Nullable Correction corrected) {
        return corrected == null || corrected.text() == null
                ? null
                : phrases.say("report.founding-says", corrected.text().in(language));
    }

    private String cost(Candidate candidate) {
        Cost cost = candidate.cost();
        return cost.likelyOutlay() == null
                ? phrases.say("report.cost-unknown")
                : facts.cost(candidate, wording.range(cost.outlay()));
    }

    private String variant(Verdict variant) {
        String format = variant.candidate().precision().label();
        String stance = variant.stance().title().in(language);
        return variant.decisive()
                .map(reason -> phrases.say(
                        "report.variant-out", format, stance, reason.text().in(language)))
                .orElseGet(() -> phrases.say("report.variant", format, stance, variant.score()));
    }

    private ReportView.Group group(String key, List<OptionVerdict> options) {
        return new ReportView.Group(
                key,
                phrases.say("report." + key),
                phrases.say("report." + key + "-caption"),
                options.stream().map(this::decided).toList());
    }

    private ReportView.Decided decided(OptionVerdict option) {
        return new ReportView.Decided(
                option.option().id(),
                option.option().title().in(language),
                option.best().obstacles().stream().map(this::reason).toList());
    }

    private ReportView.Reason reason(Reason reason) {
        return new ReportView.Reason(reason.text().in(language), citations.of(reason.sources()));
    }
}
