package advisor.sizing.cost;

import advisor.facts.Request;
import advisor.facts.offer.Quote;
import advisor.facts.unit.Money;
import advisor.facts.unit.Parameters;
import advisor.text.Text;
import java.util.List;
import java.util.Optional;

/** Which of several quotes the advisor takes for the likely price, for a buyer on a day. */
public final class Asked {
    private static final Text NAME = new Text("price", "价格");

    private final List<Quote> quotes;
    private final Request request;
    private final Exchange exchange;

    public Asked(List<Quote> quotes, Request request, Parameters parameters) {
        this.quotes = quotes;
        this.request = request;
        this.exchange = new Exchange(request.currency(), new Assumptions(parameters));
    }

    /** Empty if none is in force. */
    public Optional<Quote> likely() {
        return new Quotes(quotes, request, quote -> exchange.convert(Priced.of(NAME, quote.price(), quote))).likely();
    }

    /** The likely price, in the request's currency. */
    public Optional<Money> amount() {
        return likely().map(quote -> exchange.convert(quote.price().likely()));
    }
}
