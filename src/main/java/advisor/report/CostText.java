package advisor.report;

import advisor.advice.Wording;
import advisor.model.Candidate;
import advisor.model.Cost;
import advisor.model.CostLine;
import advisor.model.Ids;
import advisor.model.Language;
import advisor.model.MoneyRange;
import advisor.model.Quote;

/** What an option costs, line by line. */
final class CostText {
    private final Phrases phrases;
    private final Wording wording;
    private final Page page = new Page();

    private CostText(Language language) {
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    /** Empty if nothing is known of the cost. */
    static String of(Candidate candidate, Language language) {
        CostText text = new CostText(language);
        if (!candidate.cost().lines().isEmpty()) {
            text.write(candidate);
        }
        return text.page.text();
    }

    private void write(Candidate candidate) {
        Cost cost = candidate.cost();
        page.heading(phrases.say("explain.cost"));
        cost.lines().forEach(this::line);
        if (cost.total() != null) {
            page.line("  " + phrases.say("explain.cost-total", cost.horizonMonths(), wording.range(cost.total())));
        }
        candidate.option().quotes().forEach(this::quote);
    }

    private void line(CostLine line) {
        MoneyRange amount = line.amount();
        String due = phrases.say("explain.due." + Ids.of(line.part().due()));
        String text = amount == null ? phrases.say("unknown") : wording.range(amount);
        page.line("  "
                + Columns.padEnd(phrases.say("cost-part." + Ids.of(line.part())), 30)
                + Columns.padEnd(due, 12)
                + text);
    }

    private void quote(Quote quote) {
        page.indented(quote.source() + (quote.asPrinted() == null ? "" : " “" + quote.asPrinted() + "”"));
    }
}
