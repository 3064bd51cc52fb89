package advisor.sizing.cost;

import advisor.facts.CostPart;
import advisor.facts.Request;
import advisor.facts.offer.ApiOffer;
import advisor.facts.offer.DeploymentOption;
import advisor.facts.unit.Formula;
import advisor.facts.unit.Formula.Operand;
import advisor.facts.unit.Formula.Operator;
import advisor.facts.unit.Money;
import advisor.facts.unit.MoneyRange;
import advisor.text.Text;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a hosted service takes for the tokens of a month: the cheapest offer is the likely one. */
final class ApiCost {
    private static final Text INPUT = new Text("price of a million input tokens", "每百万输入 token 价格");
    private static final Text CACHED = new Text("price of a million cached input tokens", "每百万缓存命中输入 token 价格");
    private static final Text OUTPUT = new Text("price of a million output tokens", "每百万输出 token 价格");
    private static final Text PROMPT = new Text("tokens of a prompt", "每个提示词的 token");
    private static final Text ANSWER = new Text("tokens of an answer", "每个回答的 token");
    private static final Text NOT_CACHED =
            new Text("share that is cached: this offer has no price for it", "缓存命中比例（该报价无此项）");
    private static final Text SEEN = new Text("share of the prompt seen before", "提示词中见过的比例");
    private static final Operand ALL = Operand.exactly(new Text("all input", "全部输入"), 1, "1");

    private final Request request;
    private final DeploymentOption option;
    private final Outlook.Prices prices;
    private final TokenLoad load;
    private final Assumptions assumptions;
    private final Exchange exchange;
    private final List<ApiOffer> offers;

    ApiCost(
            Request request,
            DeploymentOption option,
            TokenLoad load,
            Assumptions assumptions,
            Exchange exchange,
            Outlook.Prices prices) {
        this.request = request;
        this.option = option;
        this.prices = prices;
        this.load = load;
        this.assumptions = assumptions;
        this.exchange = exchange;
        this.offers = option.offers().stream()
                .filter(offer -> offer.model().equals(request.model()))
                .filter(offer -> offer.period().contains(request.asOf()))
                .sorted(Comparator.comparing(this::month))
                .toList();
    }

    Bill bill() {
        Money nothing = Money.zero(request.currency());
        return offers.isEmpty()
                ? Bill.unknown(nothing)
                : Bill.unowned(lines(), sources(), oldest(), nothing, Counts.HOURS_PER_MONTH);
    }

    private CostLines lines() {
        CostLines lines = new CostLines(request.currency(), request.horizonMonths());
        lines.add(CostPart.INPUT_TOKENS, part(this::fresh));
        lines.add(CostPart.CACHED_TOKENS, part(this::cached));
        lines.add(CostPart.OUTPUT_TOKENS, part(this::outputs));
        return lines;
    }

    private List<String> sources() {
        return offers.stream().map(ApiOffer::source).distinct().toList();
    }

    private @Nullable LocalDate oldest() {
        return offers.stream()
                .map(offer -> offer.period().from())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Priced part(Function<ApiOffer, Priced> amount) {
        return offers.stream()
                .map(amount)
                .reduce(Priced::widenedBy)
                .orElseThrow()
                .under(prices, option);
    }

    private Money month(ApiOffer offer) {
        return fresh(offer)
                .amount()
                .likely()
                .plus(cached(offer).amount().likely())
                .plus(outputs(offer).amount().likely());
    }

    private Priced outputs(ApiOffer offer) {
        return price(OUTPUT, offer.output(request.preset().thinks()), offer).times(load.outputMillions());
    }

    /** Input read anew. */
    private Priced fresh(ApiOffer offer) {
        Formula share = Operator.DIFFERENCE.of(ALL, cachedShare(offer));
        return price(INPUT, offer.input(), offer).times(inputMillions()).times(share);
    }

    private Priced cached(ApiOffer offer) {
        Money price = offer.cachedInput();
        Money asked = price == null ? Money.zero(request.currency()) : price;
        return price(CACHED, asked, offer).times(inputMillions()).times(cachedShare(offer));
    }

    private Priced price(Text name, Money price, ApiOffer offer) {
        Priced listed = exchange.convert(Priced.of(name, MoneyRange.exactly(price), offer));
        return request.waits() ? listed : listed.times(assumptions.operand("load/batch-price-share"));
    }

    private Formula inputMillions() {
        Formula prompts =
                Operator.PRODUCT.of(load.outputMillions(), Operand.exactly(PROMPT, request.promptTokens(), "tokens"));
        return Operator.QUOTIENT.of(prompts, Operand.exactly(ANSWER, request.outputTokens(), "tokens"));
    }

    /** An offer without a price for cached input caches nothing. */
    private Operand cachedShare(ApiOffer offer) {
        Double asked = request.prefixCacheShare();
        if (offer.cachedInput() == null) {
            return Operand.exactly(NOT_CACHED, 0, "1");
        }
        return asked == null ? assumptions.operand("load/cached-input-share") : Operand.exactly(SEEN, asked, "1");
    }
}
