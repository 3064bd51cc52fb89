package advisor.report.text;

import advisor.advice.change.Explanation;
import advisor.facts.Cost;
import advisor.facts.CostLine;
import advisor.facts.CostPart.Due;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.report.json.FactsAsJson;
import advisor.report.screen.Columns;
import advisor.report.screen.Page;
import advisor.report.screen.Screen;
import advisor.report.words.FormulaText;
import advisor.report.words.SourceNotes;
import advisor.text.Ids;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an option costs: every part with how it was calculated, and the sums, so that a reader can add up. */
final class CostText {
    private static final int NAME = 24;
    private static final int DUE = 12;
    private static final int WIDEST_AMOUNT = 14;
    private static final int AMOUNTS = 3;

    private final Phrases phrases;
    private final Wording wording;
    private final FormulaText formulas;
    private final int amount;
    private final Page page;

    private CostText(SourceNotes notes, Screen screen) {
        this.page = new Page(screen);
        this.amount = Math.min(WIDEST_AMOUNT, (screen.columns() - 2 - NAME - DUE) / AMOUNTS);
        this.phrases = new Phrases(screen.language());
        this.wording = new Wording(screen.language());
        this.formulas = new FormulaText(screen.language(), notes);
    }

    /** Empty if nothing is known of the cost. */
    static String of(Explanation explanation, SourceNotes notes, Screen screen) {
        CostText text = new CostText(notes, screen);
        Cost cost = explanation.verdict().candidate().cost();
        if (!cost.lines().isEmpty()) {
            text.write(cost);
        }
        return text.page.text();
    }

    private void write(Cost cost) {
        page.heading(phrases.say("explain.cost"));
        page.hanging(2, phrases.say("explain.formula-key"), 4);
        row("", currency(cost), phrases.say("explain.low"), phrases.say("explain.likely"), phrases.say("explain.high"));
        cost.lines().forEach(this::line);
        sum("explain.sum.upfront", sum(cost, Due.UPFRONT));
        sum("explain.sum.monthly", sum(cost, Due.MONTHLY));
        sum("explain.sum.later", sum(cost, Due.LATER));
        total(cost);
    }

    private void line(CostLine line) {
        String name = phrases.say("cost-part." + Ids.of(line.part()));
        amounts(name, phrases.say("explain.due." + Ids.of(line.part().due())), line.amount());
        Formula formula = line.formula();
        if (formula != null) {
            page.hanging(6, "= " + formulas.of(formula), 8);
        }
    }

    /** {@code null} if a part of it is not known, or if there is none. */
    private static @Nullable MoneyRange sum(Cost cost, Due due) {
        boolean known = cost.lines().stream().filter(line -> line.due(due)).allMatch(line -> line.amount() != null);
        return known
                ? cost.lines().stream()
                        .filter(line -> line.due(due))
                        .map(CostLine::amount)
                        .reduce(MoneyRange::plus)
                        .orElse(null)
                : null;
    }

    private void sum(String key, @Nullable MoneyRange amount) {
        if (amount != null) {
            amounts(phrases.say(key), "", amount);
        }
    }

    private void total(Cost cost) {
        MoneyRange total = cost.total();
        page.hanging(2, phrases.say("explain.sum.total", cost.horizonMonths()), 4);
        amounts("", "", total);
    }

    private void amounts(String name, String due, @Nullable MoneyRange amount) {
        if (amount == null) {
            row(name, due, wording.unknown(), "", "");
        } else {
            row(name, due, whole(amount.low()), whole(amount.likely()), whole(amount.high()));
        }
    }

    private String currency(Cost cost) {
        return cost.lines().stream()
                .map(CostLine::amount)
                .filter(Objects::nonNull)
                .map(amount -> phrases.say("explain.currency", amount.currency()))
                .findFirst()
                .orElse("");
    }

    /** Whole units, so that a reader can add up. */
    private static String whole(Money money) {
        return Wording.whole(FactsAsJson.whole(money.amount()));
    }

    private void row(String name, String due, String low, String likely, String high) {
        page.block(("  " + Columns.padEnd(name, NAME) + Columns.padEnd(due, DUE) + Columns.padStart(low, amount)
                                + Columns.padStart(likely, amount) + Columns.padStart(high, amount))
                        .stripTrailing()
                + "\n");
    }
}
