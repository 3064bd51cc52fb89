package advisor.cli.catalog;

import advisor.catalog.pricelist.PriceChange;
import advisor.catalog.pricelist.PriceChange.State;
import advisor.catalog.pricelist.PriceDiff;
import advisor.catalog.pricelist.RentalDiff;
import advisor.catalog.pricelist.TokenPrices;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Money;
import advisor.text.Language;
import advisor.words.Phrases;
import advisor.words.Wording;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a price list would change, for a terminal: the sums, each change on a line, and what was not taken. */
final class ImportText {
    private static final List<State> SHOWN =
            List.of(State.CHANGED, State.NEW, State.GONE, State.CONFLICT, State.OTHER_CURRENCY);

    private final Phrases phrases;
    private final Wording wording;
    private final StringBuilder out = new StringBuilder();

    ImportText(Language language) {
        this.phrases = new Phrases(language);
        this.wording = new Wording(language);
    }

    String of(PriceDiff diff, List<String> written, boolean write) {
        line(phrases.say(
                "import.sum",
                diff.format(),
                diff.day(),
                diff.in(State.CHANGED).size(),
                diff.in(State.NEW).size(),
                diff.in(State.SAME).size(),
                diff.in(State.GONE).size()));
        SHOWN.forEach(state -> changes(state, diff.in(state)));
        named("import.unknown-providers", diff.unknownProviders().keySet());
        byProvider("import.unknown-models", diff.unknownModels());
        byProvider("import.free", diff.free());
        byProvider("import.ambiguous", diff.ambiguous());
        line("");
        line(written(diff, written, write));
        return out.toString();
    }

    String of(RentalDiff diff) {
        line(phrases.say("import.rentals", diff.devices().size()));
        diff.devices().forEach(this::device);
        named("import.unknown-devices", diff.unknown().keySet());
        line("");
        line(phrases.say("import.rentals-told"));
        return out.toString();
    }

    private String written(PriceDiff diff, List<String> written, boolean write) {
        if (diff.written().isEmpty()) {
            return phrases.say("import.nothing");
        }
        return write
                ? phrases.say("import.written", diff.written().size(), String.join(", ", written))
                : phrases.say("import.not-written", diff.written().size());
    }

    private void changes(State state, List<PriceChange> changes) {
        if (!changes.isEmpty()) {
            line("");
            line(phrases.say("import.heading", phrases.choice(state)));
            changes.forEach(change -> line("  " + change(change)));
        }
    }

    private String change(PriceChange change) {
        String model = change.serves() == null ? change.model() : change.model() + " (" + change.serves() + ")";
        String prices = List.of(prices(change.old()), prices(change.now())).stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" → "));
        return phrases.say("import.change", change.provider(), model, prices)
                + (change.doubtful() ? phrases.say("import.doubtful") : "");
    }

    private String prices(@Nullable TokenPrices prices) {
        if (prices == null) {
            return "";
        }
        String amounts = List.of(plain(prices.input()), plain(prices.cached()), plain(prices.output())).stream()
                .collect(Collectors.joining(" / "));
        return amounts + " " + prices.input().currency();
    }

    private static String plain(@Nullable Money money) {
        return money == null ? "–" : money.amount().stripTrailingZeros().toPlainString();
    }

    private void device(String id, RentalDiff.Device device) {
        String spot = device.leastSpot() == null
                ? ""
                : phrases.say(
                        "import.spot", device.leastSpot().stripTrailingZeros().toPlainString());
        String rates = device.rates().isEmpty()
                ? phrases.say("import.no-rate")
                : device.rates().stream().map(this::rate).collect(Collectors.joining("; "));
        line("  "
                + phrases.say(
                        "import.device",
                        id,
                        device.least().stripTrailingZeros().toPlainString(),
                        device.most().stripTrailingZeros().toPlainString(),
                        device.prices(),
                        spot,
                        rates));
    }

    private String rate(Quote rate) {
        return wording.range(rate.price()) + " (" + rate.source() + ")";
    }

    private void named(String key, Collection<String> names) {
        if (!names.isEmpty()) {
            line("");
            line(phrases.say(key, names.size(), String.join(", ", names)));
        }
    }

    private void byProvider(String key, SortedMap<String, SortedSet<String>> names) {
        if (!names.isEmpty()) {
            line("");
            line(phrases.say(
                    key, names.values().stream().mapToInt(Collection::size).sum()));
            names.forEach((provider, models) ->
                    line("  " + phrases.say("import.named", provider, String.join(", ", models))));
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
