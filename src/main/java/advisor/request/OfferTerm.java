package advisor.request;

import advisor.text.Ids;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What may be said of a machine of one's own or of a quote: a term in a line of text, or a column of a table. */
enum OfferTerm {
    COUNT("", "%s"),
    ACCELERATOR("", " x %s"),
    NODES("", " in %s nodes"),
    /** Whatever is nothing else. */
    PRICE("(?:(?:不?含税|未税)?(?:总价|报价|合计|共计|一共|售价|价格|整机价)?[\\s:：]*)?(.+?)[\\s（(]*(?:不?含税|未税)?[)）]?", "%s"),
    WORTH("(?:worth|值|估值|残值|能?可?卖)\\s*(.+)", "worth %s"),
    EACH("(.+?)\\s+each|[每单][张卡块]\\s*(.+)|单价\\s*(.+)|(.+?)\\s*[/每一][张卡块]", "%s each"),
    WARRANTY(
            "((?:manufacturer|maker|原厂|厂家|厂商|制造商|官方)(?:'s)?{years}(?:warranty|保修|质保|联保){years}"
                    + "|{years}(?:manufacturer|maker|原厂|厂家|厂商|制造商|官方)(?:'s)?\\s*(?:warranty|保修|质保|联保))"
                    + "|((?:dealer|seller|经销商|代理商|供应商|集成商|卖家|卖方|商家|店铺|整机|全国)?(?:'s)?{years}(?:warranty|保修|质保|联保){years}"
                    + "|{years}(?:dealer|seller|经销商|代理商|供应商|集成商|卖家|卖方|商家|店铺|整机)(?:'s)?\\s*(?:warranty|保修|质保|联保))"
                    + "|((?:no|without|无|没有|不带|不含|不)\\s*(?:warranty|保修|质保)|不保|已?过保|已?出保|out of warranty)",
            "%s warranty",
            "manufacturer",
            "dealer",
            "no"),
    CHANNEL(
            "((?:official|官方|正规|原厂)(?:\\s*channel|渠道|直供|直销)|official|行货)"
                    + "|((?:(?:授权|一级|核心|金牌)?(?:dealer|reseller|distributor|经销商?|代理商?|总代理?|分销商?|集成商|供应商|贸易商|渠道商?)"
                    + "(?:渠道|供货|货)?))"
                    + "|((?:used|second[ -]hand|refurbished|二手|拆机|翻新|[八九]成新|退役)(?:渠道|卡|货|件|机)?)"
                    + "|((?:gr[ae]y|非授权|非官方|非正规|灰色|平行进口)(?:\\s*market|\\s*channel|渠道)?|水货)",
            "%s",
            "official",
            "dealer",
            "used",
            "grey"),
    COVERS(
            "(cards only|bare cards|仅显?卡|裸卡|不含(?:主机|服务器|整机))"
                    + "|((?:whole|complete) (?:machine|server)|machine only|整机|服务器整机|含(?:主机|服务器))",
            "%s only",
            "cards",
            "machine"),
    HOST_GB(figure("host|主机内存|内存", "GB"), "host %s GB"),
    VALID_UNTIL("(?:valid until|(?:报价)?有效期[至到])\\s*(\\S+)", "valid until %s"),
    MEMORY_GB(figure("memory|显存", "GB"), "memory %s GB"),
    BANDWIDTH_GB_S(figure("bandwidth|带宽", "GB/s"), "bandwidth %s GB/s"),
    FP16_TFLOPS(figure("bf16|fp16", "TFLOPS"), "bf16 %s TFLOPS"),
    FP8_TFLOPS(figure("fp8", "TFLOPS"), "fp8 %s TFLOPS"),
    FP4_TFLOPS(figure("fp4", "TFLOPS"), "fp4 %s TFLOPS"),
    INT8_TOPS(figure("int8", "TOPS"), "int8 %s TOPS"),
    TDP_W(figure("power|功耗", "W"), "power %s W"),
    /** What sellers say and nothing here counts: stock, tax, papers, delivery. */
    ASIDE(
            "(in stock|(?:brand )?new|(?:incl(?:\\.|uding)?|excl(?:\\.|uding)?|plus) (?:VAT|tax)|(?:delivery|lead time) .+"
                    + "|现货|期货|预订|全新|全新未拆封?|正品|不?含税价?|未税|含票|可?开(?:专票|票|发票)|.*发票|包邮|不?含运费|包安装"
                    + "|(?:交期|货期).*|.*(?:交货|到货|发货))",
            "%s");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** The first term of a line. */
    private static final Pattern MACHINE = Pattern.compile(
            "(\\d{1,6})\\s*(?:[x×*]|张|块|卡|个)\\s*([a-z0-9.-]+)(?:\\s*(?:in|共|分)\\s*(\\d{1,6})\\s*(?:nodes?|台|个节点))?",
            FLAGS);

    private static final List<OfferTerm> OF_MACHINE = List.of(COUNT, ACCELERATOR, NODES);

    /** Figures of a device, by the names that the catalog has for them. */
    static final List<OfferTerm> FIGURES =
            List.of(MEMORY_GB, BANDWIDTH_GB_S, FP16_TFLOPS, FP8_TFLOPS, FP4_TFLOPS, INT8_TOPS, TDP_W);

    private final Pattern reading;
    private final String writing;

    /** What each group of the reading is written as; none where it stays as it is said. */
    private final List<String> choices;

    OfferTerm(String reading, String writing, String... choices) {
        String years = "\\s*(?:(?:\\d{1,2}|[一二两三四五])[\\s-]*(?:年|个?月|years?|months?)\\s*)?";
        this.reading =
                Pattern.compile(reading.replace("{years}", years), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.writing = writing;
        this.choices = List.of(choices);
    }

    private static String figure(String name, String unit) {
        return "(?:%s)\\s*(\\d{1,6}(?:\\.\\d{1,4})?)\\s*%s".formatted(name, unit);
    }

    /** As the catalog names it: {@code memory_gb}. */
    String key() {
        return Ids.of(this).replace('-', '_');
    }

    /** Puts what the first term of a line says into terms; nothing if it names no machine. */
    static boolean readMachine(String text, Map<OfferTerm, String> terms) {
        Matcher matcher = MACHINE.matcher(text);
        boolean matches = matcher.matches();
        IntStream.range(0, matches ? OF_MACHINE.size() : 0)
                .filter(term -> matcher.group(term + 1) != null)
                .forEach(term -> terms.put(OF_MACHINE.get(term), matcher.group(term + 1)));
        return matches;
    }

    /** Puts what another term of a line says into terms; false if that was said before. */
    static boolean read(String text, Map<OfferTerm, String> terms) {
        return Arrays.stream(values())
                .filter(term -> !OF_MACHINE.contains(term))
                .sorted(Comparator.comparing(PRICE::equals))
                .flatMap(term -> term.said(text).map(value -> Map.entry(term, value)).stream())
                .limit(1)
                .allMatch(said -> said.getKey() == ASIDE
                        ? terms.merge(ASIDE, said.getValue(), (one, other) -> one + ", " + other) != null
                        : terms.putIfAbsent(said.getKey(), said.getValue()) == null);
    }

    private Optional<String> said(String text) {
        Matcher matcher = reading.matcher(text);
        return matcher.matches()
                ? IntStream.rangeClosed(1, matcher.groupCount())
                        .filter(group -> matcher.group(group) != null)
                        .mapToObj(group -> choices.isEmpty() ? matcher.group(group) : choices.get(group - 1))
                        .findFirst()
                : Optional.empty();
    }

    /** A line of some terms. */
    static String write(Map<OfferTerm, String> terms) {
        StringBuilder line = new StringBuilder();
        for (OfferTerm term : values()) {
            String value = terms.get(term);
            if (value != null) {
                line.append(line.isEmpty() || OF_MACHINE.contains(term) ? "" : ", ")
                        .append(term.writing.formatted(value));
            }
        }
        return line.toString();
    }
}
